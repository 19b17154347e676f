using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Papers;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Books;

/// <summary>The desk where outgoing papers get their numbers, and where papers that were never numbered here are recorded.</summary>
internal sealed class OutgoingDesk(AppDbContext db, NumberTaking numbers, TimeProvider clock)
{
    /// <summary>Gives the draft the next number of this year's book and saves it: one transaction, so that a number and its paper stand or fall together.</summary>
    /// <param name="version">The paper as it was shown.</param>
    /// <exception cref="RefusedException">The paper is no draft, or its book is closed.</exception>
    public async Task NumberAsync(Paper paper, int version, Actor by, CancellationToken cancellationToken)
    {
        var book = await BookOfAsync(paper, cancellationToken);
        var year = VietnamTime.Today(clock).Year;
        if (book.IsClosed)
        {
            throw new RefusedException("Sổ “{0}” đã đóng, không cấp số nữa.", book.Name);
        }

        if (year < book.FirstYear)
        {
            throw new RefusedException("Sổ “{0}” bắt đầu từ năm {1}.", book.Name, book.FirstYear);
        }

        db.Entry(paper).Property(p => p.Version).OriginalValue = version;
        await numbers.OpenAsync(book.Id, year, book.Before(year), cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var number = await numbers.TakeAsync(book.Id, year, cancellationToken);
        while (await IsRecordedAsync(book, year, number, cancellationToken))
        {
            number = await numbers.TakeAsync(book.Id, year, cancellationToken);
        }

        paper.TakeNumber(book, year, number, by, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Records a paper that has its number from elsewhere, or whose number nobody knows, and saves it.</summary>
    /// <exception cref="RefusedException">The body has given this number in this year already.</exception>
    public async Task RecordAsync(Paper paper, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (paper is { NumberKey: { } key, IssuedById: { } issuer })
        {
            var books = await db.Set<PaperBook>().AsNoTracking().Where(b => b.IssuerId == issuer).ToListAsync(cancellationToken);
            var year = paper.SignedOn.From?.Year;
            if (year is { } held && books.Count > 0)
            {
                await numbers.HoldAsync([.. books.Select(b => b.Id)], held, cancellationToken);
            }

            await RefuseSecondAsync(paper.Id, issuer, key, year, cancellationToken);
            await RefuseGivenAsync(books.Where(b => b.Numbers(paper.Kind)).Select(b => b.Id).ToList(), key, year, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<PaperBook> BookOfAsync(Paper paper, CancellationToken cancellationToken) =>
        await db.Set<PaperBook>().SingleOrDefaultAsync(b => b.Id == paper.BookId, cancellationToken)
        ?? throw new RefusedException("Văn bản này không thuộc sổ nào của cơ quan.");

    private async Task RefuseSecondAsync(Guid id, Guid issuer, string key, int? year, CancellationToken cancellationToken)
    {
        var same = await db.Set<Paper>().AsNoTracking().AsSplitQuery().Where(p => p.Id != id && p.IssuedById == issuer && p.NumberKey == key).ToListAsync(cancellationToken);
        if (same.Find(p => p.SignedOn.From?.Year == year) is { } known)
        {
            throw new RefusedException("Số {0} đã có trong sổ: “{1}”.", known.Number!, known.Title);
        }
    }

    /// <summary>“05/QĐ-SKHCN” cannot be recorded where the book gave 05 to a report.</summary>
    private async Task RefuseGivenAsync(List<Guid> books, string key, int? year, CancellationToken cancellationToken)
    {
        if (year is null || books.Count == 0 || !int.TryParse(key.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var leading))
        {
            return;
        }

        if (await db.Set<Paper>().AsNoTracking().Where(p => p.BookId != null && EF.Parameter(books).Contains(p.BookId.Value) && p.BookYear == year && p.BookNumber == leading).Select(p => p.Number).FirstOrDefaultAsync(cancellationToken) is { } given)
        {
            throw new RefusedException("Số {0} của năm {1} đã cấp cho văn bản khác: {2}.", leading, year, given);
        }
    }

    /// <summary>The number stands in the register already, given before the house counted here: it is no hole, and nobody gets it again.</summary>
    private Task<bool> IsRecordedAsync(PaperBook book, int year, int number, CancellationToken cancellationToken)
    {
        var (first, last, kinds) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), book.Kinds);
        var leading = $"{number}/";
        return db.Set<Paper>().AnyAsync(
            p => p.IssuedById == book.IssuerId && p.BookId == null && kinds.Contains(p.Kind) && p.SignedOn.From >= first && p.SignedOn.To <= last && p.NumberKey != null && p.NumberKey.StartsWith(leading),
            cancellationToken);
    }
}
