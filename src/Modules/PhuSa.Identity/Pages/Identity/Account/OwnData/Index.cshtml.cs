using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Documents.Sheets;
using PhuSa.Identity.OwnData;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Account.OwnData;

/// <summary>Everything the house holds on the person, to read and to take along. Taking it along is noted.</summary>
internal sealed class IndexModel(AppDbContext db, OwnDataBook book, ISignedIn signedIn, JournalNotes notes, TimeProvider clock, Texts text) : PageModel
{
    public const int MostRows = 20;

    public IReadOnlyList<OwnTable> Tables { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Tables = await book.OfAsync(signedIn.Person!.PersonId, cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "kieu")] string? kind, CancellationToken cancellationToken)
    {
        var me = signedIn.Person!.PersonId;
        notes.Add("identity_people", me, me.ToString("N"), "Export", why: kind == "json" ? "json" : "xlsx");
        await db.SaveChangesAsync(cancellationToken);
        var tables = await book.OfAsync(me, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var name = $"du-lieu-cua-toi-{VietnamTime.Today(clock):yyyy-MM-dd}";
        return kind == "json"
            ? File(OwnDataFiles.AsJson(tables, now), "application/json", name + ".json")
            : File(OwnDataFiles.AsSheet(tables, text), SheetWriter.ContentType, name + ".xlsx");
    }
}
