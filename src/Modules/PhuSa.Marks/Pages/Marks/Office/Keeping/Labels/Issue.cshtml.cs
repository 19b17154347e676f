using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Labels;

/// <summary>Labels are handed to the holder of a right in force, against an output that was declared.</summary>
internal sealed class IssueModel(LabelDesk labels, Texts text) : LabelPage(labels, text), ILabelForm
{
    private LabelAmount? _amount;

    [BindProperty]
    public IssueInput Input { get; set; } = new();

    LabelInput ILabelForm.Input => Input;

    public IEnumerable<OutputDeclaration> Standing => Scene.Declarations.Where(d => d.IsStanding);

    protected override bool MayBegin => Labels.NotInForce(Scene.Grant, Labels.Desk.Today) is null;

    protected override void Begin()
    {
        Input.On = Labels.Desk.Today;
        Input.Declaration = Standing.ToList() is [var only] ? only.Id : null;
    }

    protected override void Check() => _amount = AmountOf(Input);

    protected override Task<NotGiven?> WriteAsync(CancellationToken cancellationToken) =>
        Labels.IssueAsync(Id, new NewIssue(NewId, Input.Declaration!.Value, _amount!.Value, NewsOf(Input), Input.WithCode), cancellationToken);
}

internal sealed class IssueInput : LabelInput
{
    [Display(Name = "Sản lượng đã khai")]
    [Required(ErrorMessage = "Chọn sản lượng đã khai mà số tem này dùng cho")]
    public Guid? Declaration { get; set; }

    public bool WithCode { get; set; }
}
