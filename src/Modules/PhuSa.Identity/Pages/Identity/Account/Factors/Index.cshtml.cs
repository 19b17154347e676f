using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Account.Factors;

/// <summary>What a person has besides the password.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(Myself myself, SecondFactors factors, Passkeys passkeys, RecoveryCodes codes) : PageModel
{
    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    public string Next => NextAddress.Of(Tiep, PersonalPlaces.Office);

    public bool MustAdd => HttpContext.Features.Get<SessionState>()!.Detour == Detour.AddSecondFactor;

    public FactorsOfPerson Factors { get; private set; } = null!;

    public IReadOnlyList<PasskeyRow> Keys { get; private set; } = [];

    public int CodesLeft { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var person = await myself.LoadAsync(cancellationToken);
        Factors = await factors.OfAsync(person, cancellationToken);
        Keys = await passkeys.OfAsync(person);
        CodesLeft = await codes.LeftAsync(person.Id, cancellationToken);
    }
}
