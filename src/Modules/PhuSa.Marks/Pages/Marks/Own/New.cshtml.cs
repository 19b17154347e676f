using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Own;

/// <summary>The first of three screens: which mark, for which product. From then on it is a draft that can be left and taken up again.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(GrantDesk desk, ApplicationDesk applications, Texts text) : PageModel, IProductForm
{
    /// <summary>Made with the form, so that a form sent twice drafts one application.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [FromQuery(Name = "quyen")]
    public Guid? Renewed { get; set; }

    [BindProperty]
    public NewApplicationInput Input { get; set; } = new();

    ProductInput IProductForm.Input => Input;

    public IReadOnlyList<CertificationMark> Marks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Marks = await applications.MarksAsync(cancellationToken);
        NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Now));
        Input.Mark = Marks is [var only] ? only.Id : null;

        // A new term for a right that is on record is asked for in its own words.
        if (await desk.Db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(g => g.Id == Renewed && g.HolderId == desk.Person.OrganisationId, cancellationToken) is { } grant)
        {
            (Input.Mark, Input.Product, Input.ProductGroup) = (grant.MarkId, grant.Product, grant.ProductGroup);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        Marks = await applications.MarksAsync(cancellationToken);
        var mark = Marks.FirstOrDefault(known => known.Id == Input.Mark);
        if (mark is null && Input.Mark is not null)
        {
            ModelState.AddModelError("Input.Mark", text["Chọn nhãn hiệu"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var drafted = new MarkApplication(NewId, mark!.Id, desk.Person.OrganisationId, Input.Into(ApplicationContent.Nothing), desk.By, desk.Now);
        if (await applications.DraftAsync(drafted, cancellationToken) is { } not)
        {
            ModelState.AddModelError(not.Field, text[not.Sentence, not.Args]);
            return Invalid();
        }

        return Redirect($"{ApplicationDesk.OwnOf(NewId)}/san-xuat");
    }

    private static PageResult Invalid() => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };
}

internal sealed class NewApplicationInput : ProductInput
{
    [Display(Name = "Nhãn hiệu chứng nhận")]
    [Required(ErrorMessage = "Chọn nhãn hiệu")]
    public Guid? Mark { get; set; }
}
