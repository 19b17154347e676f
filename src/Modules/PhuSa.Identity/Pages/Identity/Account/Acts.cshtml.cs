using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Identity.Pages.Identity.Account;

/// <summary>What the journal says of one's own acts, newest first.</summary>
internal sealed class ActsModel(AppDbContext db, ISignedIn signedIn) : PageModel
{
    public const int Size = 50;

    [FromQuery(Name = PagingTagHelper.Parameter)]
    public int Trang { get; set; } = 1;

    public int Number { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<OwnAct> Acts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var mine = db.Set<JournalEntry>().AsNoTracking().Where(e => e.PersonId == signedIn.Person!.PersonId);
        Count = await mine.CountAsync(cancellationToken);
        Number = Math.Clamp(Trang, 1, PagingTagHelper.Pages(Count, Size));
        Acts = await mine.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((Number - 1) * Size).Take(Size)
            .Select(e => new OwnAct(e.At, e.Action, e.Kind, e.Title)).ToListAsync(cancellationToken);
    }
}

internal sealed record OwnAct(DateTime At, string Action, string Kind, string Title);
