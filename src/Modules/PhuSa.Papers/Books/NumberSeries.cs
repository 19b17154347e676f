using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;

namespace PhuSa.Papers.Books;

/// <summary>How far a series has counted in one year: a book of outgoing papers, or the arrivals of one organisation.</summary>
internal sealed class NumberSeries
{
    public Guid Id { get; init; }

    /// <summary>
    /// The book, or the organisation whose incoming book it is. Whoever numbers or records a paper of the organisation holds its row too: in all its books
    /// and beside them one after another.
    /// </summary>
    public Guid SeriesId { get; init; }

    public int Year { get; init; }

    public int Last { get; set; }
}

internal sealed class NumberSeriesConfiguration : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("papers_series");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.SeriesId, s.Year }).IsUnique();
    }
}

/// <summary>
/// Gives numbers, each once and without a hole. The row of the series is locked from the taking to the end of the caller's transaction: whoever comes
/// second waits, and a transaction that fails gives its number back before the next is taken.
/// </summary>
internal sealed class NumberTaking(AppDbContext db, IServiceScopeFactory scopes)
{
    /// <summary>Makes the row of the year where it is missing. Before the transaction: two that make it at once must not spoil each other's work.</summary>
    /// <param name="usedBefore">The last number that was given elsewhere.</param>
    public async Task OpenAsync(Guid seriesId, int year, int usedBefore, CancellationToken cancellationToken)
    {
        if (await Of(db, seriesId, year).AnyAsync(cancellationToken))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var apart = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        apart.Add(new NumberSeries { Id = Guid.CreateVersion7(), SeriesId = seriesId, Year = year, Last = usedBefore });
        try
        {
            await apart.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody else made it in the meantime; where it is not there for another reason, the taking says so.
        }
    }

    /// <summary>The next number, within the caller's transaction.</summary>
    public async Task<int> TakeAsync(Guid seriesId, int year, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A number is taken in a transaction with what it numbers.");
        }

        var moved = await Of(db, seriesId, year).ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), cancellationToken);
        return moved == 1
            ? await Of(db, seriesId, year).Select(s => s.Last).SingleAsync(cancellationToken)
            : throw new InvalidOperationException($"The series {seriesId} has no year {year}.");
    }

    /// <summary>Goes on behind a number that was given elsewhere, within the caller's transaction; never back.</summary>
    /// <returns>How far the series has counted, where that is as far already; null where it went on.</returns>
    public async Task<int?> MoveOnAsync(Guid seriesId, int year, int last, CancellationToken cancellationToken)
    {
        var moved = await Of(db, seriesId, year).Where(s => s.Last < last).ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, last), cancellationToken);
        return moved == 1 ? null : await Of(db, seriesId, year).Select(s => s.Last).SingleAsync(cancellationToken);
    }

    /// <summary>Keeps others from holding this series, or taking its numbers, until the caller's transaction ends. It has to be open.</summary>
    public async Task HoldAsync(Guid seriesId, int year, CancellationToken cancellationToken)
    {
        if (await Of(db, seriesId, year).ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last), cancellationToken) != 1)
        {
            throw new InvalidOperationException($"The series {seriesId} has no year {year}.");
        }
    }

    private static IQueryable<NumberSeries> Of(AppDbContext db, Guid seriesId, int year) => db.Set<NumberSeries>().AsNoTracking().Where(s => s.SeriesId == seriesId && s.Year == year);
}
