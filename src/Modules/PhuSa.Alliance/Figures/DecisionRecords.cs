using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Register;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Figures;

/// <summary>A decision that counts, as evidence, with the rows of its list.</summary>
/// <param name="ListInHand">The list is said to be known and has rows: an empty one would say that nobody was on it.</param>
internal sealed record CountedDecision(Evidence Evidence, RecordTime EffectiveOn, string? Programme, bool ListInHand, IReadOnlyList<Countable> Rows);

/// <summary>The decisions and lists behind the figures of this module.</summary>
internal sealed class DecisionRecords(AppDbContext db, Names names, ClassNames classes, IPapers papers)
{
    /// <param name="counts">Which admissions of a list count.</param>
    public async Task<IReadOnlyList<CountedDecision>> AdmissionsAsync(Guid? organisationId, Func<Admission, bool> counts, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Admission>().AsNoTracking().OrderBy(a => a.Code).ToListAsync(cancellationToken);
        var named = await names.OfAsync(rows.Select(r => r.OrganisationId), cancellationToken);
        var words = await classes.AllAsync(cancellationToken);
        return await DecisionsAsync<AdmissionDecision, Admission>(
            rows,
            r => r.DecisionId,
            r => !r.IsOff && (organisationId is null || r.OrganisationId == organisationId) && counts(r),
            (r, decision) => new Evidence(
                AdmissionConfiguration.Table,
                r.Id,
                named[r.OrganisationId].Name,
                Group: null,
                named[r.OrganisationId].Url,
                [new("Loại thành viên", words.Of(r.Class)), new("Có hiệu lực từ", Written(decision.EffectiveOn)), new("Nguồn", r.Source)]),
            AdmissionDecisionConfiguration.Table,
            "/ket-nap",
            cancellationToken);
    }

    /// <param name="counts">Which awards of a list count.</param>
    public async Task<IReadOnlyList<CountedDecision>> AwardsAsync(Guid? organisationId, Func<Award, bool> counts, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Award>().AsNoTracking().OrderBy(a => a.Code).ToListAsync(cancellationToken);
        var named = await names.OfAsync(rows.Select(r => r.OrganisationId).OfType<Guid>(), cancellationToken);
        return await DecisionsAsync<AwardDecision, Award>(
            rows,
            r => r.DecisionId,
            r => !r.IsOff && (organisationId is null || r.OrganisationId == organisationId) && counts(r),
            (r, decision) => new Evidence(
                AwardConfiguration.Table,
                r.Id,
                r.RecipientName ?? named[r.OrganisationId!.Value].Name,
                Group: null,
                $"/khen-thuong#{decision.Code}",
                [new("Hình thức", Award.Word(r.Form)), new("Cấp", Award.Word(r.Level)), new("Đối tượng", Award.Word(r.Scope)), new("Lý do khen", r.Reason), new("Ngày ký", Written(decision.SignedOn)), new("Nguồn", r.Source)],
                r.IsPublic),
            AwardDecisionConfiguration.Table,
            "/khen-thuong",
            cancellationToken);
    }

    private static string? Written(RecordTime time) => time.IsKnown ? time.ToString() : null;

    private async Task<IReadOnlyList<CountedDecision>> DecisionsAsync<TDecision, TRow>(
        IReadOnlyList<TRow> rows,
        Func<TRow, Guid> decisionOf,
        Func<TRow, bool> asked,
        Func<TRow, TDecision, Evidence> evidence,
        string kind,
        string page,
        CancellationToken cancellationToken)
        where TDecision : ListedDecision
    {
        var counting = DecisionFlow.Table.Counting.ToList();
        var decisions = await db.Set<TDecision>().AsNoTracking().Where(d => counting.Contains(d.Status)).OrderBy(d => d.Code).ToListAsync(cancellationToken);
        var cited = await papers.OfAsync(decisions.Select(d => d.PaperId).OfType<Guid>(), cancellationToken);
        var lists = rows.ToLookup(decisionOf);
        return
        [
            .. decisions.Select(d => new CountedDecision(
                new Evidence(
                    kind,
                    d.Id,
                    cited.GetValueOrDefault(d.PaperId ?? Guid.Empty)?.Citation ?? d.Code,
                    Group: null,
                    $"{page}#{d.Code}",
                    [
                        new("Ngày ký", Written(d.SignedOn)),
                        new("Ngày công bố", Written(d.AnnouncedOn)),
                        new("Danh sách kèm theo", d.ListKnown && lists[d.Id].Any() ? "đã có" : null),
                        new("Nguồn", d.Source),
                    ]),
                d.EffectiveOn,
                d.Programme,
                d.ListKnown && lists[d.Id].Any(),
                [.. lists[d.Id].Where(asked).Select(r => new Countable(evidence(r, d), d.EffectiveOn, d.Programme))])),
        ];
    }
}
