using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Papers.Pages.Papers.Office;

/// <summary>The outgoing papers of one's own organisation, and the register of what others issued.</summary>
internal sealed class IndexModel(PaperReach reach, PaperList list, ISignedIn signedIn) : PageModel
{
    public const int Size = 30;

    [FromQuery(Name = PagingTagHelper.Parameter)]
    public int Trang { get; set; } = 1;

    public PaperFilter Filter { get; private set; } = new();

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<PaperLine> Lines { get; private set; } = [];

    public IReadOnlyList<PaperBook> Books { get; private set; } = [];

    public bool MayKeep => signedIn.Person!.May(PapersRights.Keep);

    public bool MayNumber => signedIn.Person!.May(PapersRights.Number);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = PaperFilter.Of(Request.Query);
        Books = await reach.Books().AsNoTracking().OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(cancellationToken);
        Count = await list.CountAsync(Filter, cancellationToken);
        Number = Math.Clamp(Trang, 1, PagingTagHelper.Pages(Count, Size));
        Lines = await list.LinesAsync(Filter, (Number - 1) * Size, Size, cancellationToken);
    }
}
