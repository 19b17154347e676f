using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Programmes;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Api;

internal static class FigureApi
{
    public static void MapFigureApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/figures/{code}", AnswerAsync)
            .WithName("GetFigure")
            .WithTags("Figures")
            .WithSummary("A figure for a period (days as yyyy-MM-dd, both included); without a period everything recorded up to today.")
            .Produces<FigureAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> AnswerAsync(
        string code, string? from, string? to, FigureBook book, ReviewUses uses, ReviewReader reader, AppDbContext db, TimeProvider clock, Texts texts, CancellationToken cancellationToken)
    {
        if (!TryDay(from, out var first) || !TryDay(to, out var last))
        {
            return Bad(texts["Ngày phải viết theo dạng yyyy-MM-dd và có trên lịch, ví dụ 2020-07-09."]);
        }

        if (first > last)
        {
            return Bad(texts["Ngày đầu của kỳ phải trước hoặc trùng ngày cuối."]);
        }

        if (await book.FindAsync(code, cancellationToken) is not { } figure)
        {
            return TypedResults.Problem(texts["Không có số liệu nào mang mã “{0}”.", code], statusCode: StatusCodes.Status404NotFound);
        }

        var asked = new Period(first, last);
        var state = await FigureState.ReadAsync(figure, await RequestAsync(db, asked, VietnamTime.Today(clock), cancellationToken), cancellationToken);
        var shown = asked.IsEverything ? new PeriodAnswer(null, VietnamTime.Today(clock)) : new PeriodAnswer(first, last);
        return TypedResults.Ok(new FigureAnswer(
            state.Code, state.Name, state.Value, state.Target, state.Unit, state.Approximate, ReviewFigureAnswer.OriginWord(state.Origin), state.Value is null,
            state.Evidence.Count, await uses.EvidenceAddressAsync(code, cancellationToken), await FrozenValueAsync(db, reader, asked, code, cancellationToken),
            state.Definition, state.RuleVersion, shown, clock.GetUtcNow().UtcDateTime, state.Withheld,
            [.. state.Evidence.Where(e => e.IsPublic).Select(e => new EvidenceAnswer(e.Title, e.Url))]));
    }

    /// <summary>Programmes that lie inside the asked days, by their own stage or by a review of theirs: their undated records count.</summary>
    private static async Task<FigureRequest> RequestAsync(AppDbContext db, Period asked, DateOnly today, CancellationToken cancellationToken)
    {
        if (asked.IsEverything)
        {
            return FigureRequest.UpTo(today);
        }

        var stages = await db.Set<Programme>().AsNoTracking().Select(p => new { p.Code, First = p.FirstDay, Last = p.LastDay }).ToListAsync(cancellationToken);
        var reviewed = await db.Set<Review>().AsNoTracking()
            .Select(r => new { r.Programme.Code, First = r.Details.FirstDay, Last = r.Details.LastDay })
            .ToListAsync(cancellationToken);
        var inside = stages.Concat(reviewed).Where(p => asked.Contains(new Period(p.First, p.Last))).Select(p => p.Code);
        return new FigureRequest(asked, inside.ToHashSet(StringComparer.Ordinal));
    }

    private static async Task<long?> FrozenValueAsync(AppDbContext db, ReviewReader reader, Period asked, string code, CancellationToken cancellationToken)
    {
        if (asked is not { From: { } first, To: { } last })
        {
            return null;
        }

        var slugs = await db.Set<Review>().AsNoTracking()
            .Where(r => r.Status == ReviewStatus.Frozen && r.Details.FirstDay == first && r.Details.LastDay == last)
            .OrderByDescending(r => r.FrozenAt)
            .Select(r => r.Slug)
            .ToListAsync(cancellationToken);
        foreach (var slug in slugs)
        {
            if ((await reader.FindAsync(slug, cancellationToken))?.Find(code) is { Frozen: { } frozen })
            {
                return frozen.Value;
            }
        }

        return null;
    }

    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known);
        day = read ? known : null;
        return read;
    }

    private static ProblemHttpResult Bad(string sentence) => TypedResults.Problem(sentence, statusCode: StatusCodes.Status400BadRequest);
}
