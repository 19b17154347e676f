using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Incoming;

/// <summary>The desk where papers come in and get their arrival number of the year.</summary>
internal sealed class IncomingDesk(AppDbContext db, NumberTaking numbers, JournalNotes notes, TimeProvider clock)
{
    /// <summary>What the journal calls an incoming book: the series that counts it.</summary>
    private const string Book = "papers_series";

    /// <summary>Writes the paper into the incoming book and saves it.</summary>
    /// <param name="id">Made with the form, so that a form sent twice makes one entry.</param>
    /// <exception cref="RefusedException">It is to come in the future, or came in a year before any book.</exception>
    public async Task<IncomingPaper> TakeInAsync(Guid id, Guid organisationId, IncomingSheet sheet, Actor by, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        if (sheet.ArrivedOn.Year < IncomingPaper.FirstYear)
        {
            throw new RefusedException("Ngày đến không thể trước năm {0}.", IncomingPaper.FirstYear);
        }

        if (sheet.ArrivedOn > today)
        {
            throw new RefusedException("Ngày đến không thể sau hôm nay.");
        }

        if (await db.Set<IncomingPaper>().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is { } taken)
        {
            return taken;
        }

        await numbers.OpenAsync(organisationId, sheet.ArrivedOn.Year, usedBefore: 0, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var arrival = await numbers.TakeAsync(organisationId, sheet.ArrivedOn.Year, cancellationToken);
        var paper = new IncomingPaper(id, organisationId, arrival, sheet, by, clock.GetUtcNow().UtcDateTime);
        db.Add(paper);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return paper;
    }

    /// <summary>An office that kept its book elsewhere until now goes on counting behind the last number given there. Who said so, and why, is told in the journal.</summary>
    /// <param name="last">The last arrival number given in this year.</param>
    /// <exception cref="RefusedException">The year is still to come or before any book, or the book has come as far already.</exception>
    public async Task GoOnAsync(Guid organisationId, int year, int last, string why, CancellationToken cancellationToken)
    {
        if (year < IncomingPaper.FirstYear || year > VietnamTime.Today(clock).Year)
        {
            throw new RefusedException("Năm của sổ văn bản đến phải từ {0} đến năm nay.", IncomingPaper.FirstYear);
        }

        await numbers.OpenAsync(organisationId, year, usedBefore: 0, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await numbers.MoveOnAsync(organisationId, year, last, cancellationToken) is { } before)
        {
            throw new RefusedException("Sổ văn bản đến năm {0} đã dùng đến số {1}. Nhập số lớn hơn.", year, before);
        }

        notes.Add(Book, organisationId, $"Sổ văn bản đến năm {year}: số đến cuối đã dùng {last}", "GoOn", why);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <returns>How far the incoming book of the organisation has counted in this year.</returns>
    public Task<int> LastAsync(Guid organisationId, int year, CancellationToken cancellationToken) =>
        db.Set<NumberSeries>().Where(s => s.SeriesId == organisationId && s.Year == year).Select(s => s.Last).SingleOrDefaultAsync(cancellationToken);

    /// <returns>Another entry of this organisation with the same number from the same sender; a clerk is told, and decides.</returns>
    public async Task<IncomingPaper?> TwinAsync(Guid organisationId, Guid id, IncomingSheet sheet, CancellationToken cancellationToken)
    {
        if (PaperNumber.KeyOf(sheet.Number) is not { } key)
        {
            return null;
        }

        var same = await db.Set<IncomingPaper>().AsNoTracking().AsSplitQuery()
            .Where(p => p.OrganisationId == organisationId && p.Id != id && p.NumberKey == key && p.Status != IncomingStatus.Voided)
            .ToListAsync(cancellationToken);
        var from = SearchText.Fold(sheet.From);
        return same.Find(p => PaperNumber.AreOne(p.Number, sheet.Number) && SearchText.Fold(p.From) == from && p.DatedOn == sheet.DatedOn);
    }
}
