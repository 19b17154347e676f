using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Office.People;

/// <summary>A new account: first the organisation, then the person and the roles that fit it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(OrganisationChoice choice, AccountRegister register, Texts text) : PageModel
{
    private static readonly HashSet<Role> Any = [.. Enum.GetValues<Role>()];

    [BindProperty]
    public AccountInput Input { get; set; } = new();

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    public OrganisationChoice Choice => choice;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choice.ReadAsync(Request.Query, Any, cancellationToken);
        Roles = choice is { IsMade: true, FittingRoles: [var only] } ? [only] : [];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await choice.ReadAsync(Request.Query, Any, cancellationToken);
        if (!choice.IsMade)
        {
            return NotFound();
        }

        if (Roles.Count == 0)
        {
            ModelState.AddModelError(nameof(Roles), text["Chọn ít nhất một vai trò."]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var password = OneTimePassword.New();
        var person = await register.AddAsync(new NewAccount(Input.ReadName(), Input.ReadAddress(), choice.OrganisationId, Roles), password, cancellationToken);
        ShownOnce.Keep(TempData, person.Id, password);
        return Redirect($"/quan-tri/nguoi-dung/{person.Id}/mat-khau-mot-lan");
    }
}
