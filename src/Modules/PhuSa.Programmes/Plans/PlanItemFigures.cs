using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Programmes.Plans;

/// <summary>A figure for each plan item that has a number to hold it to: <c>plan.{year}.{item}</c>.</summary>
internal sealed class PlanItemFigures(AppDbContext db) : IFigureFamily
{
    public static string CodeOf(int year, string item) => string.Create(CultureInfo.InvariantCulture, $"plan.{year}.{item}");

    public async Task<IReadOnlyList<IFigure>> AllAsync(IReadOnlyDictionary<string, IFigure> known, CancellationToken cancellationToken)
    {
        var items = await db.Set<PlanItem>().AsNoTracking()
            .Where(i => i.Target != null || i.Figure != null)
            .OrderBy(i => i.Plan.Year).ThenBy(i => i.Position)
            .Select(i => new PlanPromise(i.Id, i.Code, i.Plan.Year, i.Plan.Slug, i.Plan.Title, i.Title, i.Owner, i.Target, i.Unit, i.Figure, i.Source ?? i.Plan.Source))
            .ToListAsync(cancellationToken);
        return [.. items.Select(item => new PlanItemFigure(item, item.Figure is { } code ? known.GetValueOrDefault(code) : null))];
    }
}

/// <summary>What a plan item promises and which figure tells the outcome.</summary>
internal sealed record PlanPromise(
    Guid Id, string Code, int Year, string PlanSlug, string PlanTitle, string Title, string? Owner, long? Target, string? Unit, string? Figure, string? Source);

/// <summary>
/// Done against promised in the plan's own year. Results of another stage never count here: the linked figure is asked for the year alone,
/// with no programme behind the question.
/// </summary>
internal sealed class PlanItemFigure(PlanPromise promise, IFigure? done) : IFigure
{
    private const string NotCounted = "Chưa có cách đếm kết quả của việc này.";
    private const string TargetOnly = "Chỉ tiêu do kế hoạch đặt ra; kết quả trong năm kế hoạch chưa có dữ liệu.";

    private const string WithoutOutcome = "Chỉ tiêu của kế hoạch năm {0}; kết quả chưa có cách đếm.";
    private const string WithOutcome = "Chỉ tiêu của kế hoạch năm {0}, so với số liệu “{1}” chỉ tính từ 01/01/{0} đến 31/12/{0}. {2}";

    /// <summary>The sentences which definitions are made of, for readers of another language.</summary>
    public static IReadOnlyList<string> Definitions { get; } = [WithoutOutcome, WithOutcome];

    public int Year => promise.Year;

    public string PlanSlug => promise.PlanSlug;

    public string PlanTitle => promise.PlanTitle;

    /// <summary>Code of the figure that tells the outcome.</summary>
    public string? DoneBy => promise.Figure;

    public FigureDefinition Definition { get; } = new(
        PlanItemFigures.CodeOf(promise.Year, promise.Code),
        promise.Title,
        done is null
            ? WithoutOutcome.Replace("{0}", Written(promise.Year), StringComparison.Ordinal)
            : WithOutcome.Replace("{0}", Written(promise.Year), StringComparison.Ordinal).Replace("{1}", done.Definition.Name, StringComparison.Ordinal).Replace("{2}", done.Definition.Definition, StringComparison.Ordinal),
        promise.Unit ?? done?.Definition.Unit ?? "",
        done?.Definition.Version ?? 1);

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var year = new Period(new DateOnly(promise.Year, 1, 1), new DateOnly(promise.Year, 12, 31));
        var reading = done is null
            ? FigureReading.NotKnown(NotCounted, [])
            : await done.ReadAsync(new FigureRequest(year, [], request.OrganisationId), cancellationToken);
        return reading.Unknown
            ? reading with { Target = promise.Target, Origin = FigureOrigin.Manual, Evidence = [Item()], Note = promise.Target is null ? reading.Note : TargetOnly }
            : reading with { Target = promise.Target };
    }

    private static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);

    private Evidence Item() => new(
        "programmes_plan_items",
        promise.Id,
        promise.Title,
        Group: null,
        $"/ke-hoach/{promise.PlanSlug}",
        [
            new("Kế hoạch", promise.PlanTitle),
            new("Bên được giao việc", promise.Owner),
            new("Chỉ tiêu", promise.Target?.ToString(CultureInfo.InvariantCulture)),
            new("Nguồn", promise.Source),
        ]);
}
