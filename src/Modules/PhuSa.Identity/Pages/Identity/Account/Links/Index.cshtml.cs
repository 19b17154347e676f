using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Elsewhere;
using PhuSa.Identity.People;

namespace PhuSa.Identity.Pages.Identity.Account.Links;

/// <summary>Which sign-ins elsewhere are linked to the person.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(Myself myself, SignInElsewhere elsewhere, Providers providers) : PageModel
{
    public IReadOnlyList<Provider> Providers => providers.All;

    public IReadOnlyList<string> Linked { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Linked = await elsewhere.LinkedSchemesAsync(await myself.LoadAsync(cancellationToken), cancellationToken);
}
