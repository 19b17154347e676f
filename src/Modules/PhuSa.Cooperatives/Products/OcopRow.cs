using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Cooperatives.Products;

/// <summary>A product as the database filters, counts and sorts it, with how it stands on a day: the same that <see cref="OcopStanding.On"/> says of its certificates.</summary>
internal sealed record OcopRow
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string NameOrder { get; init; } = "";

    public string SearchText { get; init; } = "";

    public string OwnerSearchText { get; init; } = "";

    public Guid OwnerId { get; init; }

    public OrganisationKind OwnerKind { get; init; }

    public OcopGroup? Group { get; init; }

    public string PlaceSearchText { get; init; } = "";

    public Guid? PlaceId { get; init; }

    public bool NoPlace { get; init; }

    /// <summary>As <see cref="OcopLine.NamesPlace"/>.</summary>
    public bool NamesPlace { get; init; }

    /// <summary>An <see cref="OcopState"/>; a number, since it stands in no column.</summary>
    public int State { get; init; }

    public int? Stars { get; init; }

    public OcopEvaluationStatus? Running { get; init; }

    /// <summary>It was ever certified.</summary>
    public bool IsPublic { get; init; }
}

/// <summary>The query behind the lists of products.</summary>
internal static class OcopRows
{
    public static IQueryable<OcopRow> Of(AppDbContext db, IOrganisations organisations, DateOnly day)
    {
        var earliest = OcopTerm.EarliestDecisionFor(day);
        var earliestOfLater = OcopTerm.EarliestDecisionFor(day.AddDays(OcopTerm.SoonDays + 1));
        var evaluations = db.Set<OcopEvaluation>().AsNoTracking();
        var certified = evaluations.Where(e => e.Status == OcopEvaluationStatus.Certified || e.Status == OcopEvaluationStatus.Revoked);
        return from p in db.Set<OcopProduct>().AsNoTracking()
               join o in organisations.Rows on p.OwnerId equals o.Id

               // The latest that is dated, one without a day that may still hold, and one without a day at all.
               join latest in evaluations on certified.Where(e => e.ProductId == p.Id && e.DecidedOn != null && e.DecidedOn <= day).OrderByDescending(e => e.DecidedOn).ThenByDescending(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefault() equals (Guid?)latest.Id into latestOnes
               from latest in latestOnes.DefaultIfEmpty()
               join open in evaluations on certified.Where(e => e.ProductId == p.Id && e.DecidedOn == null && (e.RevokedOn == null || e.RevokedOn > day)).OrderBy(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefault() equals (Guid?)open.Id into openOnes
               from open in openOnes.DefaultIfEmpty()
               join undated in evaluations on certified.Where(e => e.ProductId == p.Id && e.DecidedOn == null).OrderBy(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefault() equals (Guid?)undated.Id into undatedOnes
               from undated in undatedOnes.DefaultIfEmpty()
               let revoked = latest != null && latest.RevokedOn != null && latest.RevokedOn <= day
               let valid = latest != null && !revoked && latest.DecidedOn >= earliest
               select new OcopRow
               {
                   Id = p.Id,
                   Code = p.Code,
                   NameOrder = p.NameOrder,
                   SearchText = p.SearchText,
                   OwnerSearchText = o.SearchText,
                   OwnerId = p.OwnerId,
                   OwnerKind = o.Kind,
                   Group = p.Group,
                   PlaceSearchText = p.PlaceSearchText,
                   PlaceId = p.PlaceId,
                   NoPlace = p.PlaceText == null && p.PlaceId == null,
                   NamesPlace = p.Source != null || certified.Any(e => e.ProductId == p.Id && (e.DecisionId != null || e.DecisionNumber != null)),
                   State = valid ? (latest!.DecidedOn < earliestOfLater ? (int)OcopState.Soon : (int)OcopState.Valid)
                       : open != null ? (int)OcopState.Unknown
                       : latest != null ? (revoked ? (int)OcopState.Revoked : (int)OcopState.Expired)
                       : undated != null ? (int)OcopState.Revoked
                       : (int)OcopState.None,
                   Stars = valid ? latest!.Stars : open != null ? open.Stars : latest != null ? latest.Stars : undated != null ? undated.Stars : null,
                   Running = evaluations.Where(e => e.ProductId == p.Id && (e.Status == OcopEvaluationStatus.Preparing || e.Status == OcopEvaluationStatus.Sent || e.Status == OcopEvaluationStatus.Evaluated))
                       .OrderByDescending(e => e.Id).Select(e => (OcopEvaluationStatus?)e.Status).FirstOrDefault(),
                   IsPublic = certified.Any(e => e.ProductId == p.Id),
               };
    }

    public static IQueryable<OcopRow> InOrder(this IQueryable<OcopRow> rows) => rows.OrderBy(row => row.NameOrder).ThenBy(row => row.Id);

    /// <param name="onlyPublic">A place that readers do not see is not looked in.</param>
    /// <param name="within">Units that the filter's words name; <paramref name="inPlace"/>: those that its place does.</param>
    public static IQueryable<OcopRow> Named(this IQueryable<OcopRow> rows, AppDbContext db, OcopFilter filter, bool onlyPublic, Guid[] within, Guid[] inPlace)
    {
        var (words, place) = (Vietnamese.SearchText.Fold(filter.Words ?? ""), Vietnamese.SearchText.Fold(filter.Place ?? ""));

        // From the beginning of a word on: “an bình” is not found inside “an toàn bình …”.
        if (words.Length > 0)
        {
            var (start, typed) = ($" {words}", filter.Words!);
            rows = rows.Where(row => (" " + row.SearchText).Contains(start) || (" " + row.OwnerSearchText).Contains(start)
                || ((!onlyPublic || row.NamesPlace) && ((" " + row.PlaceSearchText).Contains(start) || (row.PlaceId != null && EF.Parameter(within).Contains(row.PlaceId.Value))))
                || row.Code == typed
                || db.Set<OcopEvaluation>().Any(e => e.ProductId == row.Id && e.CertificateNumber == typed && (e.Status == OcopEvaluationStatus.Certified || e.Status == OcopEvaluationStatus.Revoked)));
        }

        if (place.Length > 0)
        {
            var start = $" {place}";
            rows = rows.Where(row => (!onlyPublic || row.NamesPlace) && ((" " + row.PlaceSearchText).Contains(start) || (row.PlaceId != null && EF.Parameter(inPlace).Contains(row.PlaceId.Value))));
        }

        return rows;
    }
}
