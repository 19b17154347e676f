using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>
/// How feedback stands, for whoever has its code: its state and the answer, nothing of who sent it or what they wrote.
/// It is also where a sender arrives after sending.
/// </summary>
internal sealed class FeedbackLookupModel(AppDbContext db, KeptSites sites) : PageModel
{
    private const int TypedMaxLength = 20;

    public FeedbackItem? Found { get; private set; }

    public string? Typed { get; private set; }

    public bool IsNew { get; private set; }

    /// <summary>The agency has set a term for its site; what the office counts for itself is no promise.</summary>
    public bool PromisesTerm { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "ma")] string? code, [FromQuery(Name = "moi")] string? isNew, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return;
        }

        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        Typed = code[..Math.Min(code.Length, TypedMaxLength)];
        if (ReferenceCode.Read(code) is { } read && sites.SiteOf(await sites.DirectoryAsync(cancellationToken), HttpContext) is { } site)
        {
            Found = await db.Set<FeedbackItem>().AsNoTracking().SingleOrDefaultAsync(f => f.Code == read && f.Site == site.Code, cancellationToken);
            PromisesTerm = site.AnswerWithin is not null;
            IsNew = isNew == "1" && Found?.Steps.Count == 1;
        }
    }
}
