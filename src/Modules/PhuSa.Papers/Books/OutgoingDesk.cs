using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Books;

/// <summary>The desk where outgoing papers get their numbers, and where papers that were never numbered here are recorded.</summary>
internal sealed class OutgoingDesk(AppDbContext db, NumberTaking numbers, PaperReach reach, IOrganisations organisations, TimeProvider clock)
{
    /// <summary>How many working days of a new year a paper may still take a number of the old one: what was signed on the last days of December is numbered then.</summary>
    public const int DaysOfOldYear = 5;

    /// <returns>The years in which the book gives numbers today, this one first.</returns>
    public IReadOnlyList<int> YearsOf(PaperBook book)
    {
        var today = VietnamTime.Today(clock);
        var old = today.Year - 1;
        return old >= book.FirstYear && today <= WorkingDays.Add(new DateOnly(old, 12, 31), DaysOfOldYear) ? [today.Year, old] : [today.Year];
    }

    /// <summary>Gives the draft the next number of the year's book and saves it: one transaction, so that a number and its paper stand or fall together.</summary>
    /// <param name="version">The paper as it was shown.</param>
    /// <param name="chosen">Null: this year.</param>
    /// <exception cref="RefusedException">The paper is no draft, or its book is closed, does not number its kind or gives no numbers of that year any more.</exception>
    public async Task NumberAsync(Paper paper, int version, int? chosen, Actor by, CancellationToken cancellationToken)
    {
        var book = await BookOfAsync(paper, cancellationToken);
        var year = chosen ?? VietnamTime.Today(clock).Year;
        if (book.IsClosed)
        {
            throw new RefusedException("Sổ “{0}” đã đóng, không cấp số nữa.", book.Name);
        }

        // The kind may have been moved to another book since the draft was written.
        if (!book.Numbers(paper.Kind))
        {
            throw new RefusedException("Sổ “{0}” không cấp số cho loại văn bản này.", book.Name);
        }

        if (year < book.FirstYear)
        {
            throw new RefusedException("Sổ “{0}” bắt đầu từ năm {1}.", book.Name, book.FirstYear);
        }

        if (!YearsOf(book).Contains(year))
        {
            throw new RefusedException("Sổ năm {0} không cấp số nữa. Số của năm trước chỉ lấy được trong {1} ngày làm việc đầu tiên của năm sau.", year, DaysOfOldYear);
        }

        db.Entry(paper).Property(p => p.Version).OriginalValue = version;
        await numbers.OpenAsync(book.IssuerId, year, usedBefore: 0, cancellationToken);
        await numbers.OpenAsync(book.Id, year, book.Before(year), cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await numbers.HoldAsync(book.IssuerId, year, cancellationToken);
        var number = await numbers.TakeAsync(book.Id, year, cancellationToken);
        while (await IsRecordedAsync(book, year, number, cancellationToken) || await IsCarriedAsync(paper, book, year, number, cancellationToken))
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
        if (RecordedSeries.Of(paper) is not { } series || paper.NumberKey is not { } key)
        {
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        // One clerk after another.
        await numbers.OpenAsync(series.Id, series.Year, usedBefore: 0, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await numbers.HoldAsync(series.Id, series.Year, cancellationToken);
        if (paper.IssuedById is { } issuer)
        {
            await RefuseTakenAsync(paper, issuer, key, cancellationToken);
        }
        else
        {
            await RefuseSecondAsync(paper, SearchText.Fold(paper.IssuedByText!), key, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<PaperBook> BookOfAsync(Paper paper, CancellationToken cancellationToken) =>
        await db.Set<PaperBook>().SingleOrDefaultAsync(b => b.Id == paper.BookId, cancellationToken)
        ?? throw new RefusedException("Văn bản này không thuộc sổ nào của cơ quan.");

    /// <summary>In an open transaction: from here on nobody else opens or changes a book until it ends, so that two books opened at one moment are compared.</summary>
    public Task HoldBooksAsync(CancellationToken cancellationToken) => ContentStamp.HoldAsync(db, cancellationToken);

    /// <summary>
    /// The other open books of a symbol move with one that is opened or changed: whoever changes one of them at this moment, having compared it with this one
    /// as it was, is met by its version.
    /// </summary>
    public async Task TouchOthersAsync(Guid id, Guid issuer, string symbol, bool isLegal, CancellationToken cancellationToken)
    {
        foreach (var book in (await db.Set<PaperBook>().Where(b => b.Id != id && b.IssuerId == issuer && b.IsLegal == isLegal && !b.IsClosed).OrderBy(b => b.Id).ToListAsync(cancellationToken)).Where(b => string.Equals(b.Symbol, symbol, StringComparison.OrdinalIgnoreCase)))
        {
            db.Entry(book).Property(b => b.Version).IsModified = true;
        }
    }

    /// <returns>An open book that would print the same numbers for a kind of these; two such books would count past each other.</returns>
    public async Task<PaperBook?> OverlappingAsync(Guid id, Guid issuer, string symbol, bool isLegal, IReadOnlyCollection<PaperKind> kinds, CancellationToken cancellationToken)
    {
        var open = await db.Set<PaperBook>().AsNoTracking().Where(b => b.Id != id && b.IssuerId == issuer && b.IsLegal == isLegal && !b.IsClosed).OrderBy(b => b.Name).ToListAsync(cancellationToken);
        return open.Find(b => string.Equals(b.Symbol, symbol, StringComparison.OrdinalIgnoreCase) && b.Kinds.Intersect(kinds).Any());
    }

    private async Task RefuseTakenAsync(Paper paper, Guid issuer, string key, CancellationToken cancellationToken)
    {
        var year = paper.SignedOn.From?.Year;
        await RefuseSecondAsync(paper, issuer, key, year, cancellationToken);
        var books = await db.Set<PaperBook>().AsNoTracking().Where(b => b.IssuerId == issuer).ToListAsync(cancellationToken);
        await RefuseGivenAsync(books.Where(b => b.Numbers(paper.Kind)).Select(b => b.Id).ToList(), paper.Number!, year, cancellationToken);
    }

    /// <summary>
    /// Among the papers that this person may see: the title of another agency's is not told. One that leaves its number, its year and its body as they
    /// were is no second entry.
    /// </summary>
    /// <param name="body">The words for it, folded: of another paper, or a name of the organisation that issued one.</param>
    private async Task RefuseSecondAsync(Paper paper, string body, string key, CancellationToken cancellationToken)
    {
        var same = (await (await reach.SeenAsync(cancellationToken)).AsNoTracking().AsSplitQuery().Where(p => p.NumberKey == key).OrderBy(p => p.Code).ToListAsync(cancellationToken))
            .FindAll(p => PaperNumber.AreOne(p.Number, paper.Number) && (p.NumberYear == paper.NumberYear || PaperNumber.NamesItsYear(p.Number)));
        var issuers = same.Select(p => p.IssuedById).OfType<Guid>().Distinct().ToList();
        var (facts, former) = (await organisations.OfAsync(issuers, cancellationToken), await organisations.FormerNamesOfAsync(issuers, cancellationToken));
        var ofBody = same.FindAll(p => NamesOf(p).Any(name => SearchText.Fold(name) == body));
        if (!ofBody.Exists(p => p.Id == paper.Id && p.IssuedById is null && p.NumberYear == paper.NumberYear) && ofBody.Find(p => p.Id != paper.Id) is { } known)
        {
            throw new RefusedException("Số {0} đã có trong sổ: “{1}”.", known.Number!, known.Title);
        }

        IEnumerable<string> NamesOf(Paper p)
        {
            var names = p.IssuedById is { } id && facts.GetValueOrDefault(id) is { } fact ? former[id].Append(fact.Name).Append(fact.ShortName) : [];
            return p.IssuedByText is { } words ? names.Append(words) : names;
        }
    }

    private async Task RefuseSecondAsync(Paper paper, Guid issuer, string key, int? year, CancellationToken cancellationToken)
    {
        var same = await db.Set<Paper>().AsNoTracking().AsSplitQuery().Where(p => p.Id != paper.Id && p.IssuedById == issuer && p.NumberKey == key).ToListAsync(cancellationToken);
        if (same.Find(p => p.NumberYear == year && PaperNumber.AreOne(p.Number, paper.Number)) is { } known)
        {
            throw new RefusedException("Số {0} đã có trong sổ: “{1}”.", known.Number!, known.Title);
        }
    }

    /// <summary>“05/QĐ-SKHCN” cannot be recorded where the book gave 05 to a report.</summary>
    private async Task RefuseGivenAsync(List<Guid> books, string number, int? year, CancellationToken cancellationToken)
    {
        if (year is null || books.Count == 0 || LeadingOf(number) is not { } leading)
        {
            return;
        }

        if (await db.Set<Paper>().AsNoTracking().Where(p => p.BookId != null && EF.Parameter(books).Contains(p.BookId.Value) && p.BookYear == year && p.BookNumber == leading).Select(p => p.Number).FirstOrDefaultAsync(cancellationToken) is { } given)
        {
            throw new RefusedException("Số {0} của năm {1} đã cấp cho văn bản khác: {2}.", leading, year, given);
        }
    }

    /// <summary>The number stands in the register already, given before the house counted here: it is no hole, and nobody gets it again.</summary>
    private async Task<bool> IsRecordedAsync(PaperBook book, int year, int number, CancellationToken cancellationToken)
    {
        var (first, last, kinds) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), book.Kinds);
        var leading = $"{number}/";
        var recorded = await db.Set<Paper>()
            .Where(p => p.IssuedById == book.IssuerId && p.BookId == null && kinds.Contains(p.Kind) && p.SignedOn.From >= first && p.SignedOn.To <= last && p.NumberKey != null && p.NumberKey.StartsWith(leading))
            .Select(p => p.Number)
            .ToListAsync(cancellationToken);
        return recorded.Exists(written => LeadingOf(written!) == number);
    }

    /// <summary>
    /// The number as it would be printed stands on another paper of the body in this year: a closed book gave it, or one that numbered the kind before.
    /// A voided one counts: it is never given again.
    /// </summary>
    private async Task<bool> IsCarriedAsync(Paper paper, PaperBook book, int year, int number, CancellationToken cancellationToken)
    {
        var written = PaperSymbol.Write(number, paper.Kind, book.Symbol, paper.UnitSymbol, book.IsLegal ? year : null);
        var key = PaperNumber.KeyOf(written);
        var same = await db.Set<Paper>().AsNoTracking().AsSplitQuery().Where(p => p.Id != paper.Id && p.IssuedById == book.IssuerId && p.NumberKey == key).ToListAsync(cancellationToken);
        return same.Exists(p => p.NumberYear == year && PaperNumber.AreOne(p.Number, written));
    }

    /// <summary>“05/QĐ-SKHCN” gives 5; “1-21/…” is no plain number.</summary>
    internal static int? LeadingOf(string number) =>
        int.TryParse(PaperNumber.ExactKeyOf(number)?.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var leading) ? leading : null;
}
