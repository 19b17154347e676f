using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Memberships;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Search;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Register;

/// <summary>A decision as its page shows it.</summary>
internal sealed record DecisionLine<TRow>(Guid Id, string Code, PaperFact? Paper, RecordTime SignedOn, RecordTime AnnouncedOn, StatusFacts Status, bool ListKnown, IReadOnlyList<TRow> Rows);

internal sealed record AdmissionLine(Named Organisation, string ClassWord);

/// <param name="Name">Null for a person: the name is not public.</param>
internal sealed record AwardLine(string? Name, string? Url, string FormWord, string LevelWord, string ScopeWord, string? Reason);

/// <summary>Reads admission and award decisions for the public pages, newest first as far as days are known.</summary>
internal sealed class DecisionRegister(AppDbContext db, Names names, ClassNames classes, IPapers papers)
{
    public async Task<IReadOnlyList<DecisionLine<AdmissionLine>>> AdmissionsAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<Admission>().AsNoTracking().Where(a => a.OffAt == null).ToListAsync(cancellationToken);
        var named = await names.OfAsync(rows.Select(r => r.OrganisationId), cancellationToken);
        var words = await classes.AllAsync(cancellationToken);
        var lists = rows.ToLookup(r => r.DecisionId, r => new AdmissionLine(named[r.OrganisationId], words.Of(r.Class)));
        return await DecisionsAsync<AdmissionDecision, AdmissionLine>(
            id => [.. lists[id].OrderBy(r => r.Organisation.Name, VietnameseOrder.Instance)],
            cancellationToken);
    }

    public async Task<IReadOnlyList<DecisionLine<AwardLine>>> AwardsAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<Award>().AsNoTracking().Where(a => a.OffAt == null).ToListAsync(cancellationToken);
        var named = await names.OfAsync(rows.Select(r => r.OrganisationId).OfType<Guid>(), cancellationToken);
        var lists = rows.ToLookup(r => r.DecisionId, r => Line(r, r.OrganisationId is { } id ? named[id] : null));
        return await DecisionsAsync<AwardDecision, AwardLine>(
            id => [.. lists[id].OrderBy(r => r.Name is null).ThenBy(r => r.Name ?? "", VietnameseOrder.Instance)],
            cancellationToken);
    }

    /// <summary>A decision as search finds it.</summary>
    public static SearchDocument Document<TRow>(DecisionLine<TRow> decision, string url, string otherwise, IEnumerable<string> rows) =>
        new(decision.Id, url, decision.Paper?.Title ?? otherwise, SearchBody.Lines([decision.Paper?.Citation, .. rows]))
        {
            Day = decision.SignedOn.To ?? decision.AnnouncedOn.To,
            Office = new(HouseRights.ReadRecords),
        };

    /// <returns>Decisions that stand on any of these papers.</returns>
    public static async Task<IReadOnlyCollection<Guid>> CitingAsync<TDecision>(AppDbContext db, IReadOnlyCollection<Guid> paperIds, CancellationToken cancellationToken)
        where TDecision : ListedDecision =>
        await db.Set<TDecision>().Where(d => d.PaperId != null && paperIds.Contains(d.PaperId.Value)).Select(d => d.Id).ToListAsync(cancellationToken);

    private static AwardLine Line(Award award, Named? organisation) => new(
        award.IsPublic ? award.RecipientName ?? organisation?.Name : null,
        award.IsPublic ? organisation?.Url : null,
        Award.Word(award.Form),
        Award.Word(award.Level),
        Award.Word(award.Scope),
        award.IsPublic ? award.Reason : null);

    private async Task<IReadOnlyList<DecisionLine<TRow>>> DecisionsAsync<TDecision, TRow>(Func<Guid, IReadOnlyList<TRow>> listOf, CancellationToken cancellationToken)
        where TDecision : ListedDecision
    {
        var decisions = await db.Set<TDecision>().AsNoTracking().Where(d => DecisionFlow.Papers.Contains(d.Status)).ToListAsync(cancellationToken);
        var cited = await papers.OfAsync(decisions.Select(d => d.PaperId).OfType<Guid>(), cancellationToken);
        return
        [
            .. decisions
                .OrderByDescending(d => d.SignedOn.From ?? d.AnnouncedOn.From)
                .ThenBy(d => d.Code, StringComparer.Ordinal)
                .Select(d => new DecisionLine<TRow>(
                    d.Id, d.Code, cited.GetValueOrDefault(d.PaperId ?? Guid.Empty), d.SignedOn, d.AnnouncedOn, DecisionFlow.Table[d.Status], d.ListKnown, listOf(d.Id))),
        ];
    }
}
