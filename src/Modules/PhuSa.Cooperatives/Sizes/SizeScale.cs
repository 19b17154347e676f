using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Sizes;

/// <summary>
/// The rows of the rules that are known: those of the product and those an office has entered, and the judgement by them. A field or a class that is
/// missing in both is answered with <see cref="SizeClass.NoRule"/>.
/// </summary>
internal sealed class SizeScale(IReadOnlyDictionary<(string Rule, CooperativeSector Sector, SizeClass Size), SizeThreshold> entered)
{
    /// <summary>What the product knows by itself.</summary>
    public static SizeScale BuiltIn { get; } = new(new Dictionary<(string, CooperativeSector, SizeClass), SizeThreshold>());

    public static async Task<SizeScale> ReadAsync(AppDbContext db, CancellationToken cancellationToken) =>
        new((await db.Set<SizeBound>().AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(bound => (bound.Rule, bound.Sector, bound.Size), bound => bound.Threshold));

    /// <returns>What a class of a field asks for; null where neither knows.</returns>
    public SizeThreshold? Of(SizeRule rule, CooperativeSector sector, SizeClass size) => SizeRules.Known(rule, sector, size) ?? entered.GetValueOrDefault((rule.Code, sector, size));

    /// <param name="on">The day whose rule counts: the last one of the year of the figures.</param>
    public SizeVerdict Judge(SizeInput input, DateOnly on)
    {
        if (input.Sector is not { } sector)
        {
            return SizeVerdict.NotEnough;
        }

        return SizeRules.On(on) is not { } rule || Of(rule, sector) is not { } sizes
            ? new SizeVerdict(SizeClass.NoRule, Rule: null)
            : new SizeVerdict(Judge(input, sizes), rule.Code);
    }

    /// <param name="on">A year that is not over by then is not counted: its money has not all come in.</param>
    /// <returns>The class by the latest year that says anything of it, and that year.</returns>
    public (SizeVerdict Verdict, int? Year) Latest(CooperativeSector? sector, IEnumerable<CooperativeYear> years, DateOnly on) =>
        years.Where(year => year.SaysSize && year.LastDay <= on).MaxBy(year => year.Year) is { } latest
            ? (Judge(new SizeInput(sector, latest.OfficialMembers, latest.Revenue, latest.Capital), latest.LastDay), latest.Year)
            : (SizeVerdict.NotEnough, null);

    private static SizeClass Judge(SizeInput input, SectorSizes sizes)
    {
        foreach (var (size, threshold) in new[] { (SizeClass.Large, sizes.Large), (SizeClass.Medium, sizes.Medium), (SizeClass.Small, sizes.Small) })
        {
            switch (threshold?.IsMetBy(input))
            {
                case null:
                    return SizeClass.NoRule;
                case Truth.Yes:
                    return size;
                case Truth.Unknown:
                    return SizeClass.NotEnoughData;
            }
        }

        // “Otherwise” is not said of a file with gaps: the officer is asked for the figure instead.
        return input is { OfficialMembers: not null, Revenue: not null, Capital: not null } ? SizeClass.Micro : SizeClass.NotEnoughData;
    }

    /// <returns>Null where nothing is known of the field.</returns>
    private SectorSizes? Of(SizeRule rule, CooperativeSector sector)
    {
        var sizes = new SectorSizes(Of(rule, sector, SizeClass.Large), Of(rule, sector, SizeClass.Medium), Of(rule, sector, SizeClass.Small));
        return sizes is { Large: null, Medium: null, Small: null } ? null : sizes;
    }
}
