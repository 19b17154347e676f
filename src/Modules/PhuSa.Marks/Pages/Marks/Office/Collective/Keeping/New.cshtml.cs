using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Office.Collective;
using PhuSa.Marks.Register;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>Puts a collective mark on record: its name as it is, its owner, and whether its filing is being prepared.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(CollectiveDesk desk, Texts text) : PageModel
{
    /// <summary>Made with the form, so that a form sent twice registers one mark.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public NewMarkInput Input { get; set; } = new();

    public void OnGet() => NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Now));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (await desk.Db.Set<CollectiveMark>().AnyAsync(m => m.Id == NewId, cancellationToken))
        {
            return Redirect(CollectiveRights.Of(NewId));
        }

        var owner = await desk.Organisations.NamedAsync(Input.Owner, "Input.Owner", ModelState, text, cancellationToken);
        var name = CollectiveDesk.Exactly(Input.Name);
        if (owner is not null && name is not null && await desk.Db.Set<CollectiveMark>().Where(m => m.OwnerId == owner.Id && m.Name == name).Select(m => m.Code).FirstOrDefaultAsync(cancellationToken) is { } same)
        {
            ModelState.AddModelError("Input.Name", text["Chủ sở hữu này đã có nhãn hiệu cùng tên trong sổ, mã “{0}”.", same]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var mark = new CollectiveMark(NewId, await desk.FreeCodeAsync(name!, cancellationToken), Input.IsPreparing ? FilingStage.Preparing : FilingStage.Unknown, desk.By, desk.Now);
        mark.Describe(name!, owner!.Id, applicationNumber: null, VietnameseText.OnOneLine(Input.Source));
        desk.Db.Add(mark);
        await desk.Db.SaveOrTellAsync(cancellationToken);
        return Redirect(CollectiveRights.Of(NewId));
    }
}

internal sealed class NewMarkInput
{
    [Display(Name = "Tên nhãn hiệu")]
    [Required(ErrorMessage = "Nhập tên nhãn hiệu")]
    [StringLength(CollectiveMark.NameMaxLength, ErrorMessage = GrantForms.TooLong)]
    [RegularExpression(CollectiveInput.NoControls, MatchTimeoutInMilliseconds = -1, ErrorMessage = CollectiveInput.HasControls)]
    public string? Name { get; set; }

    [Display(Name = "Chủ sở hữu")]
    [Required(ErrorMessage = "Nhập mã hoặc tên chủ sở hữu")]
    [StringLength(300, ErrorMessage = GrantForms.TooLong)]
    public string? Owner { get; set; }

    [Display(Name = "Nguồn")]
    [StringLength(MarkColumns.SourceMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Source { get; set; }

    public bool IsPreparing { get; set; }
}
