using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Papers.Pages.Papers.Office;

/// <summary>One line of the list.</summary>
internal sealed record PaperLine(Guid Id, string? Number, string Title, PaperKind Kind, Guid? IssuedById, string? IssuedByText, RecordTime SignedOn, PaperStatus Status);

/// <summary>The outgoing papers of one's own organisation, and the register of what others issued.</summary>
internal sealed class IndexModel(PaperReach reach, IOrganisations organisations, ISignedIn signedIn) : PageModel
{
    public const int Size = 30;

    private IReadOnlyDictionary<Guid, OrganisationFact> _issuers = new Dictionary<Guid, OrganisationFact>();

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
        var papers = Filter.Among((await reach.SeenAsync(cancellationToken)).AsNoTracking());
        Count = await papers.CountAsync(cancellationToken);
        Number = Math.Clamp(Trang, 1, PagingTagHelper.Pages(Count, Size));

        // What waits first, then the newest numbers; the databases disagree on where to put a missing value.
        Lines = await papers
            .OrderBy(p => p.Status == PaperStatus.Draft ? 0 : 1).ThenBy(p => p.BookYear == null).ThenByDescending(p => p.BookYear).ThenByDescending(p => p.BookNumber)
            .ThenBy(p => p.SignedOn.From == null).ThenByDescending(p => p.SignedOn.From).ThenBy(p => p.Code)
            .Skip((Number - 1) * Size).Take(Size)
            .Select(p => new PaperLine(p.Id, p.Number, p.Title, p.Kind, p.IssuedById, p.IssuedByText, p.SignedOn, p.Status))
            .ToListAsync(cancellationToken);
        _issuers = await organisations.OfAsync(Lines.Select(line => line.IssuedById).OfType<Guid>(), cancellationToken);
    }

    public string? IssuerOf(PaperLine line) => line.IssuedByText ?? (line.IssuedById is { } id ? _issuers.GetValueOrDefault(id)?.ShortName : null);
}
