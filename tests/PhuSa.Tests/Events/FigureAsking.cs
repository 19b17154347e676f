using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Events;

/// <summary>Asks one figure, as a review or a reader does.</summary>
internal static class FigureAsking
{
    public const string Programme = "phoi-hop-2019-2020";

    public static readonly Period Review = new(new DateOnly(2019, 1, 1), new DateOnly(2020, 7, 9));

    public static Task<FigureReading> InReviewAsync(this App app, string code) => app.ReadAsync(code, new FigureRequest(Review, [Programme]));

    public static Task<FigureReading> InYearAsync(this App app, string code, int year) =>
        app.ReadAsync(code, new FigureRequest(new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)), []));

    public static Task<FigureReading> ReadAsync(this App app, string code, FigureRequest request) => app.InScopeAsync(async services =>
    {
        var figure = await services.GetRequiredService<FigureBook>().FindAsync(code, CancellationToken.None);
        Assert.NotNull(figure);
        return await figure.ReadAsync(request, CancellationToken.None);
    });

    public static string? Fact(this Evidence evidence, string label) => evidence.Facts.Single(fact => fact.Label == label).Value;
}
