using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Inspections;

/// <summary>A plan of inspections: a new one, or one that is put right.</summary>
internal abstract class PlanPage(InspectionDesk desk, Texts text) : EditingPage<PlanInput>(desk.Db, text), IPicksPaper
{
    private PaperFact? _kept;
    private PaperFact? _paper;

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    /// <summary>On which the person records, and those that the plan names already.</summary>
    public IReadOnlyList<CertificationMark> Marks { get; private set; } = [];

    public string? MarksError => ModelState["Input.Marks"]?.Errors.FirstOrDefault()?.ErrorMessage;

    public abstract string Address { get; }

    protected InspectionDesk Desk => desk;

    /// <summary>The plan as it is stored; null for a new one.</summary>
    protected InspectionPlan? Plan { get; set; }

    protected PlanContent Said => new(Input.Year!.Value, VietnameseText.OnOneLine(Input.Title)!, [.. Marks.Where(mark => Input.Marks.Contains(mark.Id)).Select(mark => mark.Id)], _paper?.Id, GrantForms.Block(Input.Note));

    protected async Task ReadAsync(CancellationToken cancellationToken)
    {
        var named = Plan?.Marks.Select(mark => mark.MarkId).ToHashSet() ?? [];
        var all = await desk.Db.Set<CertificationMark>().AsNoTracking().ToListAsync(cancellationToken);
        Marks = [.. all.Where(mark => named.Contains(mark.Id) || desk.Grants.Person.MayKeep(mark.OwnerId)).OrderBy(mark => mark.Name, VietnameseOrder.Instance).ThenBy(mark => mark.Id)];
        _kept = Plan?.PaperId is { } paper ? (await desk.Grants.Papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) : null;
    }

    protected override PlanInput Stored() => Plan is not { } plan ? new PlanInput { Year = desk.Grants.Today.Year, Marks = Marks is [var only] ? [only.Id] : [] } : new PlanInput
    {
        Year = plan.Year,
        Title = plan.Title,
        Marks = [.. plan.Marks.Select(mark => mark.MarkId)],
        Note = plan.Note,
        Number = _kept?.Number,
        Paper = _kept?.Id,
    };

    protected override IEnumerable<(string Label, string? Words)> Told(PlanInput input) =>
    [
        ("Năm", input.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Tên kế hoạch", VietnameseText.OnOneLine(input.Title)),
        ("Nhãn hiệu", string.Join(", ", Marks.Where(mark => input.Marks.Contains(mark.Id)).Select(mark => mark.Name))),
        ("Số, ký hiệu văn bản", VietnameseText.OnOneLine(input.Number)),
        ("Ghi chú", GrantForms.Block(input.Note)),
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        var picked = await desk.Grants.PaperAsync(Input.Number, Input.Paper, cancellationToken);
        if (picked.Paper is null && _kept is { } kept && VietnameseText.OnOneLine(Input.Number) == kept.Number)
        {
            picked = new PickedPaper(kept, []);
        }

        picked.Told(Input, ModelState, Text);
        (_paper, PaperChoices) = (picked.Paper, picked.Choices);
        if (!Marks.Any(mark => Input.Marks.Contains(mark.Id)))
        {
            Wrong("Input.Marks", "Chọn ít nhất một nhãn hiệu.");
        }

        if (Plan is { } plan && Input.Year is { } year && year != plan.Year && await desk.Db.Set<InspectionVisit>().AnyAsync(v => v.PlanId == plan.Id, cancellationToken))
        {
            Wrong("Input.Year", "Kế hoạch đã có lượt kiểm tra nên giữ năm {0}.", plan.Year);
        }

        if (Plan is { } planned && await desk.Db.Set<InspectionVisit>().Where(v => v.PlanId == planned.Id).Select(v => v.MarkId).Distinct().ToListAsync(cancellationToken) is { Count: > 0 } used
            && Marks.FirstOrDefault(mark => used.Contains(mark.Id) && !Input.Marks.Contains(mark.Id)) is { } missing)
        {
            Wrong("Input.Marks", "Kế hoạch đã có lượt kiểm tra của nhãn hiệu “{0}” nên không bỏ nhãn hiệu này được.", missing.Name);
        }
    }
}

internal sealed class PlanInput : PaperInput
{
    [Display(Name = "Năm")]
    [Required(ErrorMessage = "Nhập năm của kế hoạch")]
    [Range(InspectionPlan.FirstYear, InspectionPlan.LastYear, ErrorMessage = "Năm từ {1} đến {2}")]
    public int? Year { get; set; }

    [Display(Name = "Tên kế hoạch")]
    [Required(ErrorMessage = "Nhập tên kế hoạch")]
    [StringLength(InspectionPlan.TitleMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Title { get; set; }

    public List<Guid> Marks { get; set; } = [];

    [Display(Name = "Ghi chú")]
    [StringLength(InspectionPlan.NoteMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Note { get; set; }
}
