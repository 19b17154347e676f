using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Office;

/// <summary>What a page of the Alliance's office works with.</summary>
internal sealed class AllianceDesk(AppDbContext db, IOrganisations organisations, IAgencyPapers papers, ISignedIn signedIn, TimeProvider clock)
{
    private const int MostRead = 200;
    private const int MostOffered = 5;

    public AppDbContext Db => db;

    public IOrganisations Organisations => organisations;

    public IAgencyPapers Papers => papers;

    public SignedIn Person => signedIn.Person!;

    public Actor By => Person.AsActor();

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => VietnamTime.Today(clock);

    public bool MayKeep => Person.May(AllianceRights.Keep);

    public bool MayDecide => Person.May(AllianceRights.Decide);

    /// <exception cref="RefusedException">Somebody else was first.</exception>
    public Task SaveAsync(CancellationToken cancellationToken) => db.SaveOrTellAsync(cancellationToken);

    /// <summary>Half a name is nobody's: money, a request or an award goes to whom it names in full.</summary>
    /// <returns>The one organisation with this code or this name, whatever its case and marks; null where none or several have it.</returns>
    public async Task<OrganisationRow?> FindAsync(string? typed, CancellationToken cancellationToken)
    {
        if (OnOneLine(typed) is not { } words)
        {
            return null;
        }

        if (await organisations.Rows.FirstOrDefaultAsync(o => o.Code == words, cancellationToken) is { } coded)
        {
            return coded;
        }

        var folded = SearchText.Fold(words);
        var same = (await HavingAsync(folded, MostRead, cancellationToken)).FindAll(o => SearchText.Fold(o.Name) == folded || SearchText.Fold(o.ShortName) == folded);
        return same.Count == 1 ? same[0] : null;
    }

    /// <returns>Organisations that may be meant, with their codes, to be offered to the person; null where there is none.</returns>
    public async Task<string?> OfferAsync(string? typed, CancellationToken cancellationToken)
    {
        var like = OnOneLine(typed) is { } words ? await HavingAsync(SearchText.Fold(words), MostOffered, cancellationToken) : [];
        return like.Count == 0 ? null : string.Join("; ", like.Select(o => $"{o.Name} ({o.Code})"));
    }

    /// <summary>One that merges into another while a form is open keeps its row, so a name is always there.</summary>
    public async Task<OrganisationFact> FactAsync(Guid organisationId, CancellationToken cancellationToken) =>
        (await organisations.OfAsync([organisationId], cancellationToken))[organisationId];

    private static string? OnOneLine(string? typed)
    {
        var words = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 || words.Any(char.IsControl) ? null : words;
    }

    /// <summary>The shortest first: they are nearest to what was typed.</summary>
    private async Task<List<OrganisationRow>> HavingAsync(string folded, int most, CancellationToken cancellationToken) =>
        folded.Length == 0 ? [] : await organisations.Rows.Where(o => o.SearchText.Contains(folded)).OrderBy(o => o.SearchText.Length).ThenBy(o => o.NameOrder).ThenBy(o => o.Id).Take(most).ToListAsync(cancellationToken);
}
