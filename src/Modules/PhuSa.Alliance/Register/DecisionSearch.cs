using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;

namespace PhuSa.Alliance.Register;

/// <summary>Award decisions with the collectives they honour; a person's name is not found, as it is not shown.</summary>
internal sealed class AwardSearch(AppDbContext db, DecisionRegister register) : ISearchSource
{
    public string Kind => "khen-thuong";

    public string Name => "Khen thưởng";

    public IReadOnlyList<SearchFeed> Feeds =>
    [
        SearchFeed.Own(AwardDecisionConfiguration.Table),
        new(AwardConfiguration.Table, (ids, cancellationToken) => DecisionsAsync(award => ids.Contains(award.Id), cancellationToken)),
        new(OrganisationRow.Table, (ids, cancellationToken) => DecisionsAsync(award => award.OrganisationId != null && ids.Contains(award.OrganisationId.Value), cancellationToken)),
        new(PaperFact.Table, (ids, cancellationToken) => DecisionRegister.CitingAsync<AwardDecision>(db, ids, cancellationToken)),
    ];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<AwardDecision>().Select(d => d.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
    [
        .. (await register.AwardsAsync(cancellationToken)).Where(d => d.Status.Counts && ids.Contains(d.Id)).Select(d => DecisionRegister.Document(
            d,
            $"/khen-thuong#{d.Code}",
            "Quyết định khen thưởng",
            d.Rows.Where(row => row.Name is not null).Select(row => string.Join(", ", new[] { $"{row.Name} – {row.FormWord}", row.LevelWord, row.Reason }.OfType<string>())))),
    ];

    private async Task<IReadOnlyCollection<Guid>> DecisionsAsync(System.Linq.Expressions.Expression<Func<Award, bool>> which, CancellationToken cancellationToken) =>
        await db.Set<Award>().Where(which).Select(award => award.DecisionId).Distinct().ToListAsync(cancellationToken);
}

/// <summary>Admission decisions with the organisations on their lists.</summary>
internal sealed class AdmissionSearch(AppDbContext db, DecisionRegister register) : ISearchSource
{
    public string Kind => "ket-nap";

    public string Name => "Kết nạp thành viên";

    public IReadOnlyList<SearchFeed> Feeds =>
    [
        SearchFeed.Own(AdmissionDecisionConfiguration.Table),
        new(AdmissionConfiguration.Table, (ids, cancellationToken) => DecisionsAsync(admission => ids.Contains(admission.Id), cancellationToken)),
        new(OrganisationRow.Table, (ids, cancellationToken) => DecisionsAsync(admission => ids.Contains(admission.OrganisationId), cancellationToken)),
        new(PaperFact.Table, (ids, cancellationToken) => DecisionRegister.CitingAsync<AdmissionDecision>(db, ids, cancellationToken)),
    ];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<AdmissionDecision>().Select(d => d.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
    [
        .. (await register.AdmissionsAsync(cancellationToken)).Where(d => d.Status.Counts && ids.Contains(d.Id)).Select(d => DecisionRegister.Document(
            d,
            $"/ket-nap#{d.Code}",
            "Quyết định kết nạp",
            d.Rows.Select(row => $"{row.Organisation.Name} – {row.ClassWord}"))),
    ];

    private async Task<IReadOnlyCollection<Guid>> DecisionsAsync(System.Linq.Expressions.Expression<Func<Admission, bool>> which, CancellationToken cancellationToken) =>
        await db.Set<Admission>().Where(which).Select(admission => admission.DecisionId).Distinct().ToListAsync(cancellationToken);
}
