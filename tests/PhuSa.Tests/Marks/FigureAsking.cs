using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Marks;

/// <summary>The requests that the figure tests ask with.</summary>
internal static class FigureAsking
{
    public const string Programme = "phoi-hop-2019-2020";

    /// <summary>The joint programme's review: its period, and undated records tied to it count.</summary>
    public static FigureRequest Review { get; } = new(new Period(new DateOnly(2019, 1, 1), new DateOnly(2020, 7, 9)), [Programme]);

    /// <summary>A period of which no review is asked.</summary>
    public static FigureRequest Year(int year) => new(new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)), []);

    public static Task<FigureReading> AskAsync(this App app, string code, FigureRequest request) => app.InScopeAsync(async services =>
    {
        var figure = await services.GetRequiredService<FigureBook>().FindAsync(code, CancellationToken.None);
        Assert.NotNull(figure);
        return await figure.ReadAsync(request, CancellationToken.None);
    });

    public static IEnumerable<string> Titles(this FigureReading reading) => reading.Evidence.Select(e => e.Title);

    public static string? Fact(this Evidence evidence, string label) => Assert.Single(evidence.Facts, fact => fact.Label == label).Value;
}
