using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Office;

/// <summary>The signed papers with a number: the one that is meant, or those among which one is to be chosen.</summary>
internal sealed record PickedPaper(PaperFact? Paper, IReadOnlyList<PaperFact> Choices);

/// <summary>What a page of the office that keeps rights works with.</summary>
internal sealed class GrantDesk(AppDbContext db, IOrganisations organisations, IAgencyPapers papers, ISignedIn signedIn, TimeProvider clock)
{
    public const string CertificateTaken = "Số giấy chứng nhận này đã cấp cho quyền “{0}” của cùng nhãn hiệu.";

    public AppDbContext Db => db;

    public IOrganisations Organisations => organisations;

    public IAgencyPapers Papers => papers;

    public SignedIn Person => signedIn.Person!;

    public Actor By => Person.AsActor();

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => VietnamTime.Today(clock);

    public async Task<MarkGrant?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<MarkGrant>().AsSplitQuery().SingleOrDefaultAsync(g => g.Id == id, cancellationToken);

    public Task<CertificationMark> MarkAsync(Guid id, CancellationToken cancellationToken) => db.Set<CertificationMark>().AsNoTracking().SingleAsync(m => m.Id == id, cancellationToken);

    /// <returns>The marks on whose rights the person records, in Vietnamese order.</returns>
    public async Task<IReadOnlyList<CertificationMark>> KeptMarksAsync(CancellationToken cancellationToken) =>
        [.. (await db.Set<CertificationMark>().AsNoTracking().ToListAsync(cancellationToken)).Where(mark => Person.MayKeep(mark.OwnerId)).OrderBy(mark => mark.Name, VietnameseOrder.Instance).ThenBy(mark => mark.Id)];

    /// <summary>Whether the person answers what readers report of this right and what is unusual about its codes; where no right is known the Department does.</summary>
    public async Task<bool> MayAnswerAsync(Guid? grantId, CancellationToken cancellationToken) => grantId is { } id
        ? Person.MayKeep(await db.Set<MarkGrant>().Where(g => g.Id == id).Join(db.Set<CertificationMark>(), g => g.MarkId, m => m.Id, (_, m) => m.OwnerId).SingleOrDefaultAsync(cancellationToken))
        : Person.MayKeep(ownerId: null);

    /// <param name="but">A right that may go on with a number of its own.</param>
    /// <returns>The right of the mark that has this certificate number, or had it in a term before; null where none has.</returns>
    public async Task<MarkGrant?> CertifiedAsync(Guid markId, string? number, Guid? but, CancellationToken cancellationToken)
    {
        if (MarkGrant.CertificateKeyOf(number) is not { } key)
        {
            return null;
        }

        if (await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(g => g.MarkId == markId && g.CertificateKey == key && g.Id != but, cancellationToken) is { } now)
        {
            return now;
        }

        var ended = await db.Set<MarkGrant>().Where(g => g.MarkId == markId && g.Id != but).SelectMany(g => g.Acts.Where(act => act.EndedCertificate != null), (g, act) => new { g.Id, act.EndedCertificate }).ToListAsync(cancellationToken);
        return ended.Find(term => MarkGrant.CertificateKeyOf(term.EndedCertificate) == key) is { } had ? await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().SingleAsync(g => g.Id == had.Id, cancellationToken) : null;
    }

    /// <summary>A number begins anew each year, and two bodies may have the same: which is meant is the officer's to say. What is saved next rests on it.</summary>
    public async Task<PickedPaper> PaperAsync(string? number, Guid? chosen, CancellationToken cancellationToken)
    {
        var found = VietnameseText.OnOneLine(number) is { } words ? await papers.SignedAsync(words, cancellationToken) : [];
        var picked = found is [var only] ? new PickedPaper(only, []) : new PickedPaper(found.FirstOrDefault(paper => paper.Id == chosen), found);
        if (picked.Paper is { } paper)
        {
            await papers.HoldAsync(paper, cancellationToken);
        }

        return picked;
    }
}
