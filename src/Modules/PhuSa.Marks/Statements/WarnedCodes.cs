using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Statements;

/// <summary>What became of a code after it was printed.</summary>
/// <param name="State">suspended, revoked, givenUp; withdrawn: its labels were taken out of the ledger; renewed: its term was made longer; corrected: its last day was put right.</param>
/// <param name="On">From which day; of a renewed or corrected one the last day that holds now. Null where it is not known.</param>
internal sealed record WarnedCode(string Code, string State, DateOnly? On);

/// <summary>Every code of which a statement, true when it was signed, no longer tells all: what an inspector's phone takes along.</summary>
internal sealed class WarnedCodes(AppDbContext db)
{
    public async Task<IReadOnlyList<WarnedCode>> ReadAsync(CancellationToken cancellationToken)
    {
        var grants = await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery()
            .Where(g => g.Status != GrantStatus.Granted || g.RenewedFrom != null || g.IsTermCorrected).OrderBy(g => g.CheckCode).ToListAsync(cancellationToken);
        var reversed = db.Set<LabelEntry>().Where(e => e.ReversesId != null).Select(e => e.ReversesId!.Value);
        var withdrawn = await db.Set<LabelEntry>().Where(e => e.CheckCode != null && reversed.Contains(e.Id)).OrderBy(e => e.CheckCode)
            .Select(e => new { Code = e.CheckCode!, On = db.Set<LabelEntry>().Where(r => r.ReversesId == e.Id).Select(r => (DateOnly?)r.On).FirstOrDefault() }).ToListAsync(cancellationToken);
        var batches = (await db.Set<LabelEntry>()
            .Where(e => e.CheckCode != null && db.Set<MarkGrant>().Any(g => g.Id == e.GrantId && (g.Status != GrantStatus.Granted || g.RenewedFrom != null || g.IsTermCorrected)))
            .OrderBy(e => e.CheckCode).Select(e => new { e.GrantId, Code = e.CheckCode! }).ToListAsync(cancellationToken)).ToLookup(e => e.GrantId, e => e.Code);
        return
        [
            .. withdrawn.Select(batch => new WarnedCode(batch.Code, "withdrawn", batch.On))
                .Concat(grants.SelectMany(grant => batches[grant.Id].Prepend(grant.CheckCode).Select(code => Of(grant, code))))
                .Where(warned => !string.IsNullOrEmpty(warned.Code))
                .DistinctBy(warned => warned.Code),
        ];
    }

    private static WarnedCode Of(MarkGrant grant, string code) => grant.Status switch
    {
        GrantStatus.Suspended => new(code, "suspended", DayOf(grant, GrantAction.Suspend)),
        GrantStatus.Revoked => new(code, "revoked", DayOf(grant, GrantAction.Revoke)),
        GrantStatus.GivenUp => new(code, "givenUp", DayOf(grant, GrantAction.HandBack)),
        _ => new(code, grant.IsTermCorrected ? "corrected" : "renewed", grant.ExpiresOn),
    };

    private static DateOnly? DayOf(MarkGrant grant, GrantAction action) => grant.Last() is { } last && last.Action == action ? last.On : null;
}
