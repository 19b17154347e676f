using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Grants;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Register;

/// <summary>
/// For the criterion of technology, brand and value chain: the rights to marks that an organisation held in the year, and the collective marks it owns.
/// A collective mark is certain of the year where it was registered by its end and its term, as far as known, reached into it; one that was refused or withdrawn is none.
/// </summary>
internal sealed class MarksForRating(AppDbContext db) : IRatingEvidence
{
    public RatingTopic Topic => RatingTopic.TechnologyAndBrand;

    public async Task<RatingEvidence> OfAsync(Guid organisationId, int year, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var counting = GrantFlow.Table.Counting.ToList();
        var held = await (
            from grant in db.Set<MarkGrant>().AsNoTracking()
            join mark in db.Set<CertificationMark>() on grant.MarkId equals mark.Id
            where grant.HolderId == organisationId && counting.Contains(grant.Status) && (grant.ExpiresOn == null || grant.ExpiresOn >= first) && (grant.GivenOn.From == null || grant.GivenOn.From <= last)
            select new { grant.Product, grant.GivenOn, grant.ExpiresOn, mark.Name, mark.Slug }).ToListAsync(cancellationToken);
        var calendar = await FilingCalendar.ReadAsync(db, cancellationToken);
        var owned = (await db.Set<CollectiveMark>().AsNoTracking().AsSplitQuery().Where(mark => mark.OwnerId == organisationId && mark.Status != FilingStage.Refused && mark.Status != FilingStage.Withdrawn).ToListAsync(cancellationToken))
            .Select(mark => (Mark: mark, Ends: mark.DayOf(FilingAction.Lapse) ?? calendar.EndOf(mark))).Where(mark => !(mark.Ends < first) && !(mark.Mark.RegisteredOn > last)).ToList();

        // Where no right of anybody was given by then, the records do not reach back to the year.
        var reaches = await db.Set<MarkGrant>().AnyAsync(grant => grant.GivenOn.From != null && grant.GivenOn.From <= last, cancellationToken);
        IReadOnlyList<RatingEvidenceRow> rows =
        [
            .. held.OrderBy(g => g.Name, VietnameseOrder.Instance).ThenBy(g => g.Product, VietnameseOrder.Instance)
                .Select(g => new RatingEvidenceRow($"{g.Name} · {g.Product}", "Quyền sử dụng nhãn hiệu chứng nhận", Detail(g.GivenOn.ToString(), g.ExpiresOn), $"/nhan-hieu/{g.Slug}", g.GivenOn.To <= last && g.ExpiresOn is not null)),
            .. owned.OrderBy(m => m.Mark.Name, VietnameseOrder.Instance)
                .Select(m => new RatingEvidenceRow(m.Mark.Name, "Nhãn hiệu tập thể", Detail(m.Mark.RegisteredOn is { } registered ? VietnamTime.Written(registered) : "", m.Ends), $"/nhan-hieu/{m.Mark.Slug}", m.Mark.RegisteredOn <= last && m.Ends >= first)),
        ];
        return new RatingEvidence(rows, !reaches);
    }

    private static string? Detail(string given, DateOnly? expires) =>
        (given, expires) switch
        {
            ("", null) => null,
            (_, null) => given,
            ("", { } only) => $"→ {VietnamTime.Written(only)}",
            (_, { } last) => $"{given} → {VietnamTime.Written(last)}",
        };
}
