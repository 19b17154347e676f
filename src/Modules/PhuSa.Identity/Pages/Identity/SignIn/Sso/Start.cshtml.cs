using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PhuSa.Identity.Elsewhere;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.SignIn.Sso;

/// <summary>Sends the person to the provider. A link and no form: the content policy lets forms lead to this site only.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed partial class StartModel(Providers providers, HouseSignIn signIn, ILogger<StartModel> log) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    /// <summary>To link it to the signed-in person instead of signing in.</summary>
    [BindProperty(SupportsGet = true, Name = "lien-ket")]
    public bool Link { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (providers.Of(Code) is not { } provider)
        {
            return NotFound();
        }

        Name = provider.Name;
        var back = Link
            ? "/tai-khoan/lien-ket/xac-nhan"
            : "/dang-nhap/sso/xong" + QueryString.Create(SessionCookie.Next, NextAddress.Of(Tiep, PersonalPlaces.Office));
        try
        {
            var asked = signIn.ConfigureExternalAuthenticationProperties(provider.Scheme, back);
            if (!Link && HttpContext.Features.Get<SessionState>() is not null)
            {
                // Whoever is signed in here already comes to prove again who they are: the provider is to ask, not to remember.
                asked.SetParameter(OpenIdConnectParameterNames.Prompt, "login");
            }

            await HttpContext.ChallengeAsync(provider.Scheme, asked);
            return new EmptyResult();
        }
        catch (Exception down) when (down is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException)
        {
            // What the provider says of itself could not be read.
            NotReached(log, down, provider.Authority);
            return new PageResult { StatusCode = StatusCodes.Status503ServiceUnavailable };
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in provider {Authority} could not be reached.")]
    private static partial void NotReached(ILogger log, Exception down, string authority);
}
