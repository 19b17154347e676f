using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>Gives it to one person of the agency; giving it on is the same step again.</summary>
internal sealed class AssignModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, IPeople people, INotices notices, TimeProvider clock, Texts text) : FeedbackMovePage(db, sites, signedIn, clock)
{
    [BindProperty]
    public AssignInput Input { get; set; } = new();

    public IReadOnlyList<PersonContact> People { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var (work, organisation) = FeedbackRights.WorkOf(Site);
        People = [.. (await people.WithRightAsync(work, organisation, cancellationToken)).OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id)];
    }

    protected override void Fill() => Input = new AssignInput { PersonId = Item.AssigneeId ?? Person.PersonId };

    protected override void Check()
    {
        if (Input.PersonId is { } chosen && People.All(person => person.Id != chosen))
        {
            ModelState.AddModelError("Input.PersonId", text["Chọn người xử lý"]);
        }
    }

    protected override async Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var to = Input.PersonId!.Value;
        Item.Assign(to, Input.Note, by, now);
        if (to != Person.PersonId)
        {
            await notices.TellAsync([to], new Notice("Bạn được giao trả lời góp ý {0}.", [ReferenceCode.Written(Item.Code)], Address), cancellationToken);
        }
    }
}

internal sealed class AssignInput
{
    [Display(Name = "Người xử lý")]
    [Required(ErrorMessage = "Chọn người xử lý")]
    public Guid? PersonId { get; set; }

    [Display(Name = "Lời nhắn")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Note { get; set; }
}
