using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Figures;

/// <summary>A cooperative as it is rated for a year.</summary>
/// <param name="Shows">It agreed to have its rating shown.</param>
internal sealed record RatedLine(OrganisationRow Organisation, RatingClass Class, bool Shows);

/// <summary>Reads how cooperatives are rated for a year.</summary>
internal sealed class RatingStock(AppDbContext db, RegisterStock stock, IOrganisations organisations, TimeProvider clock)
{
    public DateOnly Today => VietnamTime.Today(clock);

    /// <returns>Those whose report of the year is rated, in Vietnamese order of their names.</returns>
    public async Task<IReadOnlyList<RatedLine>> RatedAsync(int year, Guid? organisationId, CancellationToken cancellationToken)
    {
        var read = await (
            from r in db.Set<YearReport>().AsNoTracking().Where(r => r.Year == year && r.Class != null && (organisationId == null || r.CooperativeId == organisationId))
            join c in db.Set<Cooperative>().AsNoTracking() on r.CooperativeId equals c.Id
            join o in organisations.Rows.Where(o => o.Kind == OrganisationKind.Cooperative) on c.Id equals o.Id
            select new { Organisation = o, r.Class, c.PublicItems }).ToListAsync(cancellationToken);
        return
        [
            .. read.OrderBy(r => r.Organisation.Name, VietnameseOrder.Instance).ThenBy(r => r.Organisation.Code, StringComparer.Ordinal)
                .Select(r => new RatedLine(r.Organisation, r.Class!.Value, r.PublicItems.Contains(nameof(PublicItem.Rating)))),
        ];
    }

    /// <returns>Those that were registered on the day and are not among the given ones; and whether that is sure of all.</returns>
    public async Task<(IReadOnlyList<RatedLine> Others, bool IsSure)> OthersAsync(DateOnly day, Guid? organisationId, IReadOnlySet<Guid> rated, CancellationToken cancellationToken)
    {
        var others = (await stock.OnAsync(day, organisationId, kind: null, cancellationToken))
            .Where(line => line.Organisation.Kind == OrganisationKind.Cooperative && line.Registered != Truth.No && !rated.Contains(line.Organisation.Id)).ToList();
        return ([.. others.Select(line => new RatedLine(line.Organisation, RatingClass.NotEnoughData, line.ShowsRating))], others.TrueForAll(line => line.Registered == Truth.Yes));
    }

    public Task<bool> AnyAsync(int year, CancellationToken cancellationToken) => db.Set<YearReport>().AnyAsync(r => r.Year == year && r.Class != null, cancellationToken);
}

/// <summary>
/// How many cooperatives are of one rating, for the year in which the period asked for ends. Where nobody is rated for that year nothing is known:
/// that is not “none” (point 20).
/// </summary>
internal sealed class RatingFigure(RatingClass rating, RatingStock stock) : IFigure
{
    private const string NobodyRated = "Chưa hợp tác xã nào được xếp loại của năm này trong hệ thống, nên không biết có bao nhiêu.";
    private const string NotFounded = "Có hợp tác xã chưa ghi ngày thành lập hoặc ngày kết thúc, nên không biết ngày được hỏi có trong danh bạ hay không.";

    public static IReadOnlyList<RatingClass> All { get; } = [RatingClass.Good, RatingClass.Fair, RatingClass.Average, RatingClass.Weak, RatingClass.NotRated, RatingClass.NotEnoughData];

    public FigureDefinition Definition { get; } = new(
        $"cooperatives.by-rating.{CodeOf(rating)}",
        $"Hợp tác xã theo xếp loại: {RatingWords.Of(rating)}",
        rating == RatingClass.NotEnoughData
            ? "Số hợp tác xã có trong danh bạ vào ngày cuối của kỳ mà báo cáo của năm đó chưa được xếp loại hoặc chưa đủ dữ liệu để xếp loại. Không tính quỹ tín dụng nhân dân, liên hiệp, tổ hợp tác."
            : "Số hợp tác xã có báo cáo năm, của năm mà kỳ được hỏi kết thúc, đã được cơ quan xếp loại như vậy. Không tính quỹ tín dụng nhân dân, liên hiệp, tổ hợp tác.",
        "hợp tác xã");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var day = request.Period.To ?? stock.Today;
        if (!await stock.AnyAsync(day.Year, cancellationToken))
        {
            return FigureReading.NotKnown(NobodyRated, []);
        }

        var rated = await stock.RatedAsync(day.Year, request.OrganisationId, cancellationToken);
        IReadOnlyList<Evidence> evidence = [.. rated.Where(line => line.Class == rating).Select(line => Told(line, day.Year))];
        if (rating != RatingClass.NotEnoughData)
        {
            return new FigureReading { Value = evidence.Count, Evidence = evidence };
        }

        var (others, isSure) = await stock.OthersAsync(day, request.OrganisationId, rated.Select(line => line.Organisation.Id).ToHashSet(), cancellationToken);
        evidence = [.. evidence, .. others.Select(line => Told(line, day.Year))];
        return isSure ? new FigureReading { Value = evidence.Count, Evidence = evidence } : FigureReading.NotKnown(NotFounded, evidence);
    }

    private static string CodeOf(RatingClass rating) => rating switch
    {
        RatingClass.Good => "good",
        RatingClass.Fair => "fair",
        RatingClass.Average => "average",
        RatingClass.Weak => "weak",
        RatingClass.NotRated => "not-rated",
        RatingClass.NotEnoughData => "not-enough-data",
        _ => throw new ArgumentOutOfRangeException(nameof(rating)),
    };

    private static Evidence Told(RatedLine line, int year) => new(
        "cooperatives",
        line.Organisation.Id,
        line.Organisation.Name,
        Group: null,
        $"/hop-tac-xa/{line.Organisation.Slug}",
        [new("Năm", year.ToString(CultureInfo.InvariantCulture)), new("Xếp loại", line.Shows ? RatingWords.Of(line.Class) : null)],
        line.Shows);
}
