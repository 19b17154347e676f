using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Elsewhere;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;

namespace PhuSa.Identity.Pages.Identity.Account.Links;

[AsksForProof, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RemoveModel(Myself myself, SignInElsewhere elsewhere, Providers providers) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public string Name => providers.Of(Code)?.Name ?? "";

    public IActionResult OnGet() => providers.Of(Code) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        providers.Of(Code) is { } provider && await elsewhere.UnlinkAsync(await myself.LoadAsync(cancellationToken), provider, cancellationToken)
            ? Redirect("/tai-khoan/lien-ket")
            : NotFound();
}
