using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Memberships;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Fees;

/// <summary>One member in one year: what it owes, what it paid, what is open.</summary>
/// <param name="Open">What it owes beyond what it paid, less than zero where it paid more; null where what it owes is not known.</param>
internal sealed record FeeLineOfYear(OrganisationRow Organisation, Due Due, long Paid)
{
    public long? Open => Due.Amount is { } amount ? checked(amount - Paid) : null;

    public long? Arrears => Open is { } open ? Math.Max(open, 0) : null;

    public long? Overpaid => Open is { } open ? checked(Math.Max(-open, 0)) : null;
}

/// <summary>The sums of a year: they are those of its lines, in whole đồng. What one member paid beyond its dues is no other's: <c>Owed = Paid + Arrears − Overpaid</c>.</summary>
/// <param name="Owed">Null as soon as what one member owes is not known; and so are the two that come of it.</param>
/// <param name="Arrears">What those who paid less still owe.</param>
/// <param name="Overpaid">What those who paid more paid beyond their dues.</param>
internal sealed record FeeSums(long? Owed, long Paid, long? Arrears, long? Overpaid)
{
    public static FeeSums Of(IReadOnlyList<FeeLineOfYear> lines)
    {
        var paid = Sum(lines.Select(line => line.Paid));
        return lines.Any(line => line.Due.Amount is null)
            ? new FeeSums(null, paid, null, null)
            : new FeeSums(Sum(lines.Select(line => line.Due.Amount!.Value)), paid, Sum(lines.Select(line => line.Arrears!.Value)), Sum(lines.Select(line => line.Overpaid!.Value)));
    }

    private static long Sum(IEnumerable<long> amounts) => amounts.Aggregate(0L, (total, amount) => checked(total + amount));
}

/// <summary>Dues computed from terms and schedules, and receipts with their numbers.</summary>
internal sealed class FeeBook(AppDbContext db, MemberBook members, IOrganisations organisations, IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task<IReadOnlyList<FeeSchedule>> SchedulesAsync(CancellationToken cancellationToken) =>
        await db.Set<FeeSchedule>().AsNoTracking().AsSplitQuery().OrderByDescending(s => s.FirstYear).ToListAsync(cancellationToken);

    /// <returns>Every member of the year in Vietnamese order; who paid for a year in which it was none stands there too, owing nothing.</returns>
    public async Task<IReadOnlyList<FeeLineOfYear>> YearAsync(int year, CancellationToken cancellationToken)
    {
        var schedules = await SchedulesAsync(cancellationToken);
        var paid = (await db.Set<FeeReceipt>().AsNoTracking().Where(r => r.FeeYear == year && r.Status == ReceiptStatus.Issued).Select(r => new { r.OrganisationId, r.Amount }).ToListAsync(cancellationToken))
            .GroupBy(r => r.OrganisationId).ToDictionary(group => group.Key, group => group.Sum(r => r.Amount));
        var files = await members.AllAsync(cancellationToken);

        // Money that was received stays in the sums of its year, whatever became of the admission.
        var others = paid.Keys.Except(files.Select(file => file.Organisation.Id)).ToArray();
        var named = await organisations.Rows.Where(o => EF.Parameter(others).Contains(o.Id)).ToListAsync(cancellationToken);
        var lines = files.Select(file => (file.Organisation, Due: Dues.Of(file.History, file.Organisation.Kind, year, schedules), Paid: paid.GetValueOrDefault(file.Organisation.Id)))
            .Where(line => line.Due is not null || line.Paid > 0)
            .Select(line => new FeeLineOfYear(line.Organisation, line.Due ?? new Due(year, 0, Why: null), line.Paid));
        return
        [
            .. lines.Concat(named.Select(o => new FeeLineOfYear(o, new Due(year, 0, Why: null), paid[o.Id])))
                .OrderBy(line => line.Organisation.NameOrder, StringComparer.Ordinal).ThenBy(line => line.Organisation.Id),
        ];
    }

    /// <returns>The years of one member, the latest first, as far as it was one or paid; of the years to come only those that it paid.</returns>
    public async Task<IReadOnlyList<FeeLineOfYear>> OfAsync(MemberFile file, CancellationToken cancellationToken)
    {
        var schedules = await SchedulesAsync(cancellationToken);
        var id = file.Organisation.Id;
        var receipts = await db.Set<FeeReceipt>().AsNoTracking().Where(r => r.OrganisationId == id && r.Status == ReceiptStatus.Issued).Select(r => new { r.FeeYear, r.Amount }).ToListAsync(cancellationToken);
        var thisYear = VietnamTime.Today(clock).Year;
        var first = schedules.Select(s => s.FirstYear).Concat(receipts.Select(r => r.FeeYear)).Append(thisYear).Min();
        return
        [
            .. Enumerable.Range(first, Math.Max(thisYear, receipts.Select(r => r.FeeYear).DefaultIfEmpty(thisYear).Max()) - first + 1).Reverse()
                .Select(year => (Year: year, Due: Dues.Of(file.History, file.Organisation.Kind, year, schedules), Paid: receipts.Where(r => r.FeeYear == year).Sum(r => r.Amount)))
                .Where(line => line.Paid > 0 || (line.Due is not null && line.Year <= thisYear))
                .Select(line => new FeeLineOfYear(file.Organisation, line.Due ?? new Due(line.Year, 0, Why: null), line.Paid)),
        ];
    }

    /// <returns>How many receipts stand for the years that this schedule says: until the next one begins.</returns>
    public async Task<int> TakenByAsync(FeeSchedule schedule, CancellationToken cancellationToken)
    {
        var (first, next) = (schedule.FirstYear, await db.Set<FeeSchedule>().Where(s => s.FirstYear > schedule.FirstYear).MinAsync(s => (int?)s.FirstYear, cancellationToken) ?? int.MaxValue);
        return await db.Set<FeeReceipt>().CountAsync(r => r.Status == ReceiptStatus.Issued && r.FeeYear >= first && r.FeeYear < next, cancellationToken);
    }

    /// <summary>Gives the receipt the next number of the year in which the money came, and saves it: one transaction, so that no number is lost or given twice.</summary>
    public async Task<FeeReceipt> ReceiveAsync(Guid id, ReceiptSheet sheet, Actor by, CancellationToken cancellationToken)
    {
        await OpenAsync(sheet.PaidOn.Year, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var year = sheet.PaidOn.Year;
        await db.Set<ReceiptSeries>().Where(s => s.Year == year).ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), cancellationToken);
        var number = await db.Set<ReceiptSeries>().Where(s => s.Year == year).Select(s => s.Last).SingleAsync(cancellationToken);
        var receipt = new FeeReceipt(id, number, sheet, by, clock.GetUtcNow().UtcDateTime);
        db.Add(receipt);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return receipt;
    }

    /// <summary>Makes the row of the year where it is missing, apart: two that make it at once must not spoil each other's receipt.</summary>
    private async Task OpenAsync(int year, CancellationToken cancellationToken)
    {
        if (await db.Set<ReceiptSeries>().AnyAsync(s => s.Year == year, cancellationToken))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var apart = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        apart.Add(new ReceiptSeries { Year = year });
        try
        {
            await apart.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody else made it in the meantime; where it is not there for another reason, the taking says so.
        }
    }
}
