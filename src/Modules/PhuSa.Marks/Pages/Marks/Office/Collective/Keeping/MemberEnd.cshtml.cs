using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Office.Collective;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>An organisation may use the mark no longer; that it could stays on record.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MemberEndModel(CollectiveDesk desk, Acting acting, Texts text) : PageModel
{
    private MarkMember _member = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "tv")]
    public Guid MemberId { get; set; }

    [BindProperty]
    public MemberEndInput Input { get; set; } = new();

    public CollectiveMark Mark { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public string Address => CollectiveRights.Of(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Until = desk.Today;
        return await IsFoundAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Input.Until < _member.From)
        {
            ModelState.AddModelError("Input.Until", text["Ngày thôi dùng không được sớm hơn ngày bắt đầu, và chỉ ghi một lần."]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        acting.As(desk.By, GrantForms.Block(Input.Why));
        _member.End(Input.Until!.Value);
        await desk.Db.SaveOrTellAsync(cancellationToken);
        return Redirect(Address);
    }

    private async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Id, cancellationToken) is not { } mark
            || await desk.Db.Set<MarkMember>().SingleOrDefaultAsync(m => m.Id == MemberId && m.MarkId == Id && m.Until == null, cancellationToken) is not { } member)
        {
            return false;
        }

        (Mark, _member) = (mark, member);
        Name = (await desk.Organisations.OfAsync([member.OrganisationId], cancellationToken))[member.OrganisationId].Name;
        return true;
    }
}

internal sealed class MemberEndInput
{
    [Display(Name = "Ngày cuối được dùng")]
    [Required(ErrorMessage = "Nhập ngày cuối được dùng")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? Until { get; set; }

    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}
