using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PhuSa.Identity.Pages.Identity.SignIn.Sso;

/// <summary>A sign-in elsewhere came to nothing.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class FailedModel : PageModel;
