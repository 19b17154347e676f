using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Office;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Gives the paper to one person of the organisation; giving it on is the same step again.</summary>
internal sealed class AssignModel(PaperDesk desk, IPeople people, INotices notices, Texts text) : IncomingStepPage(desk, IncomingAction.Assign)
{
    [BindProperty]
    public AssignInput Input { get; set; } = new();

    public IReadOnlyList<PersonContact> People { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken cancellationToken) =>
        People = [.. (await people.WithRightAsync(PapersRights.Keep, Paper.OrganisationId, cancellationToken)).OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id)];

    protected override void Fill() => Input = new() { PersonId = Paper.HandlerId, DueOn = Paper.DueOn };

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.PersonId is { } chosen && People.All(person => person.Id != chosen))
        {
            ModelState.AddModelError("Input.PersonId", text["Chọn người xử lý"]);
        }

        if (Input.DueOn < Paper.ArrivedOn)
        {
            ModelState.AddModelError("Input.DueOn", text["Hạn trả lời không thể trước ngày đến"]);
        }

        return Task.CompletedTask;
    }

    protected override async Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var to = Input.PersonId!.Value;
        Paper.Assign(to, Input.DueOn, string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim(), by, now);
        if (to != Desk.Person.PersonId)
        {
            await notices.TellAsync([to], new Notice("Bạn được giao văn bản đến số {0}.", [$"{Paper.Arrival}/{Paper.Year}"], Address), cancellationToken);
        }
    }
}

internal sealed class AssignInput
{
    [Display(Name = "Người xử lý")]
    [Required(ErrorMessage = "Chọn người xử lý")]
    public Guid? PersonId { get; set; }

    [Display(Name = "Hạn trả lời")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "Lời nhắn")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Note { get; set; }
}
