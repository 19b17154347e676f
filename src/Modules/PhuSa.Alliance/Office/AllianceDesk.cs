using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Office;

/// <summary>What a page of the Alliance's office works with.</summary>
internal sealed class AllianceDesk(AppDbContext db, IOrganisations organisations, IAgencyPapers papers, ISignedIn signedIn, TimeProvider clock)
{
    public AppDbContext Db => db;

    public IOrganisations Organisations => organisations;

    public IAgencyPapers Papers => papers;

    public SignedIn Person => signedIn.Person!;

    public Actor By => Person.AsActor();

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => VietnamTime.Today(clock);

    public bool MayKeep => Person.May(AllianceRights.Keep);

    public bool MayDecide => Person.May(AllianceRights.Decide);

    /// <summary>Saves; whoever wrote the same record at the same moment has won, and the person is told.</summary>
    /// <exception cref="RefusedException">Somebody else was first.</exception>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            throw new RefusedException("Hồ sơ vừa được người khác thay đổi. Hãy xem lại rồi thử lại.");
        }
    }

    /// <returns>The one organisation with this code or this name, whatever its case and marks; null where none or several have it.</returns>
    public async Task<OrganisationRow?> FindAsync(string? typed, CancellationToken cancellationToken)
    {
        var words = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0 || words.Any(char.IsControl))
        {
            return null;
        }

        if (await organisations.Rows.FirstOrDefaultAsync(o => o.Code == words, cancellationToken) is { } coded)
        {
            return coded;
        }

        var folded = Vietnamese.SearchText.Fold(words);
        if (folded.Length == 0)
        {
            return null;
        }

        var found = await organisations.Rows.Where(o => o.SearchText.Contains(folded)).OrderBy(o => o.NameOrder).ThenBy(o => o.Id).Take(50).ToListAsync(cancellationToken);
        var same = found.FindAll(o => Vietnamese.SearchText.Fold(o.Name) == folded || Vietnamese.SearchText.Fold(o.ShortName) == folded);
        return same.Count == 1 ? same[0] : same.Count == 0 && found.Count == 1 ? found[0] : null;
    }

    /// <summary>One that merges into another while a form is open keeps its row, so a name is always there.</summary>
    public async Task<OrganisationFact> FactAsync(Guid organisationId, CancellationToken cancellationToken) =>
        (await organisations.OfAsync([organisationId], cancellationToken))[organisationId];
}
