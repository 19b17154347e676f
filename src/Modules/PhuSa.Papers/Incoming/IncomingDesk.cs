using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Incoming;

/// <summary>The desk where papers come in and get their arrival number of the year.</summary>
internal sealed class IncomingDesk(AppDbContext db, NumberTaking numbers, TimeProvider clock)
{
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
