using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Papers.Office;

/// <summary>
/// Whose a paper is. An agency of the office sees and keeps its own; what bodies outside the office issued is the common register; another agency's
/// paper, and any that stands in a book, is there only once it is out and public. Who checks sees all and keeps nothing.
/// </summary>
internal sealed class PaperReach(AppDbContext db, IAgencies agencies, ISignedIn signedIn)
{
    private SignedIn Person => signedIn.Person!;

    public Guid Own => Person.OrganisationId;

    public async Task<IQueryable<Paper>> SeenAsync(CancellationToken cancellationToken)
    {
        if (Person.Roles.Contains(Role.Auditor))
        {
            return db.Set<Paper>();
        }

        var own = Own;
        var others = await OthersAsync(cancellationToken);
        var open = db.Set<Paper>().OutFor(everybody: true).Select(p => p.Id);
        return db.Set<Paper>().Where(p => p.IssuedById == own || (p.BookId == null && (p.IssuedById == null || !others.Contains(p.IssuedById.Value))) || open.Contains(p.Id));
    }

    /// <summary>Whose number it is says that it is void; of another body's paper the register only tells.</summary>
    public bool MayVoid(Paper paper) => paper.IssuedById == Own;

    /// <summary>Whether the person's organisation keeps this paper.</summary>
    public async Task<bool> KeepsAsync(Paper paper, CancellationToken cancellationToken) =>
        paper.IssuedById == Own || (paper.BookId is null && (paper.IssuedById is not { } issuer || !(await OthersAsync(cancellationToken)).Contains(issuer)));

    public IQueryable<PaperBook> Books() => Person.Roles.Contains(Role.Auditor) ? db.Set<PaperBook>() : OwnBooks();

    public IQueryable<PaperBook> OwnBooks() => db.Set<PaperBook>().Where(b => b.IssuerId == Own);

    public IQueryable<IncomingPaper> Arrived() => Person.Roles.Contains(Role.Auditor) ? db.Set<IncomingPaper>() : OwnArrived();

    public IQueryable<IncomingPaper> OwnArrived() => db.Set<IncomingPaper>().Where(p => p.OrganisationId == Own);

    private async Task<List<Guid>> OthersAsync(CancellationToken cancellationToken) =>
        [.. (await agencies.WithRightAsync(PapersRights.Keep, cancellationToken)).Select(agency => agency.Id).Where(id => id != Own)];
}
