using System.Data;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Programmes.Contracts;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Freezing;

internal sealed class ReviewFreezing(AppDbContext db, ReviewReader reader, Acting acting, TimeProvider clock) : IReviewFreezing
{
    public async Task<FrozenReview> FreezeAsync(string slug, Actor by, CancellationToken cancellationToken)
    {
        // What is read and what is kept are one moment, also while an import runs beside it.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var review = await db.Set<Review>().SingleOrDefaultAsync(r => r.Slug == slug, cancellationToken)
            ?? throw new RefusedException("Không có báo cáo nào mang mã “{0}”.", slug);
        if (review.IsFrozen)
        {
            throw new RefusedException("Báo cáo “{0}” đã chốt số liệu lúc {1}; mỗi báo cáo chỉ chốt một lần.", slug, VietnamTime.Written(review.FrozenAt!.Value));
        }

        var read = await reader.FindAsync(slug, cancellationToken) ?? throw new RefusedException("Không có báo cáo nào mang mã “{0}”.", slug);
        var content = FrozenDocument.Of(read).Write();
        var digest = FrozenDocument.Digest(content);

        acting.As(by, why: "Chốt số liệu của báo cáo");
        review.Freeze(digest, by, clock.GetUtcNow().UtcDateTime);
        db.Add(new FrozenText { ReviewId = review.Id, Content = content });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var records = read.Figures.SelectMany(f => f.Now.Evidence).Select(e => (e.Kind, e.RecordId)).Distinct().Count();
        return new FrozenReview(read.Figures.Count, records, digest);
    }
}
