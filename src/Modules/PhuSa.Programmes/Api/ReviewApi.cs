using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Api;

internal static class ReviewApi
{
    public static void MapReviewApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/reviews/{slug}", AnswerAsync)
            .WithName("GetReview")
            .WithTags("Reviews")
            .WithSummary("A review with every figure in it: the value now, and the value that was frozen.")
            .Produces<ReviewAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> AnswerAsync(string slug, ReviewReader reader, Texts texts, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(slug, cancellationToken) is not { } read)
        {
            return TypedResults.Problem(texts["Không có báo cáo nào mang mã “{0}”.", slug], statusCode: StatusCodes.Status404NotFound);
        }

        var review = read.Review;
        return TypedResults.Ok(new ReviewAnswer(
            review.Slug,
            review.Details.Title,
            new PeriodAnswer(review.Details.FirstDay, review.Details.LastDay),
            review.IsFrozen ? "frozen" : "open",
            read.AsOf,
            [.. read.Figures.Select(figure => ReviewFigureAnswer.Of(figure, read.EvidenceAddress(figure.Code)))]));
    }
}
