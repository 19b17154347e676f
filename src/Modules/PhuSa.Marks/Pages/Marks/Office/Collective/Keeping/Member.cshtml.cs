using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Office.Collective;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>An organisation of the register may use the mark.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MemberModel(CollectiveDesk desk, Texts text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Made with the form, so that a form sent twice adds one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public CollectiveMark Mark { get; private set; } = null!;

    public string Address => CollectiveRights.Of(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Now));
        return await IsFoundAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (await desk.Db.Set<MarkMember>().AnyAsync(m => m.Id == NewId, cancellationToken))
        {
            return Redirect(Address);
        }

        var organisation = await desk.Organisations.NamedAsync(Input.Owner, "Input.Owner", ModelState, text, cancellationToken);
        if (organisation is not null && await desk.Db.Set<MarkMember>().AnyAsync(m => m.MarkId == Id && m.OrganisationId == organisation.Id && m.Until == null, cancellationToken))
        {
            ModelState.AddModelError("Input.Owner", text["Tổ chức này đã có trong danh sách được dùng nhãn hiệu."]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        desk.Db.Add(new MarkMember(NewId, Id, organisation!.Id, Input.From));
        await desk.Db.SaveOrTellAsync(cancellationToken);
        return Redirect(Address);
    }

    private async Task<bool> IsFoundAsync(CancellationToken cancellationToken) => (Mark = (await desk.FindAsync(Id, cancellationToken))!) is not null;
}

internal sealed class MemberInput
{
    [Display(Name = "Tổ chức")]
    [Required(ErrorMessage = "Nhập mã hoặc tên tổ chức")]
    [StringLength(300, ErrorMessage = GrantForms.TooLong)]
    public string? Owner { get; set; }

    [Display(Name = "Được dùng từ ngày")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? From { get; set; }
}
