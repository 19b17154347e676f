using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Office.Directors;

/// <summary>A new director: the cooperative, a name and a telephone number. The way in is a one-time code, on the next page.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(OrganisationChoice choice, AccountRegister register, Texts text) : PageModel
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    public OrganisationChoice Choice => choice;

    public Task OnGetAsync(CancellationToken cancellationToken) => choice.ReadAsync(Request.Query, RoleFit.Outside, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await choice.ReadAsync(Request.Query, RoleFit.Outside, cancellationToken);
        if (!choice.IsMade)
        {
            return NotFound();
        }

        if (SignInAddress.IsBlank(Input.Phone))
        {
            ModelState.AddModelError("Input.Phone", text["Nhập số điện thoại"]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var roles = choice.FittingRoles.Where(RoleFit.Outside.Contains).ToList();
        var person = await register.AddAsync(new NewAccount(Input.ReadName(), Input.ReadAddress(), choice.OrganisationId, roles), password: null, cancellationToken);
        return Redirect($"/quan-tri/dai-dien-htx/{person.Id}/ma");
    }
}
