using PhuSa.Alliance.Memberships;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Alliance.Fees;

/// <summary>What one member owes for one year, and why.</summary>
/// <param name="Amount">Whole đồng; null where it cannot be said.</param>
/// <param name="Why">A Vietnamese sentence where the amount is not known; a key of the English table.</param>
internal sealed record Due(int Year, long? Amount, string? Why)
{
    public const string NoSchedule = "chưa có biểu hội phí";
    public const string NoRate = "biểu hội phí chưa có mức cho loại thành viên này";
    public const string NotSure = "chưa rõ là thành viên từ ngày nào";
}

/// <summary>Computes dues from the terms and the schedules; nothing of it is stored.</summary>
internal static class Dues
{
    private const int Months = 12;

    /// <returns>The version in force in this year; null while there is none.</returns>
    public static FeeSchedule? InForce(IEnumerable<FeeSchedule> schedules, int year) =>
        schedules.Where(schedule => schedule.FirstYear <= year).MaxBy(schedule => schedule.FirstYear);

    /// <returns>Null where the organisation was no member in that year.</returns>
    public static Due? Of(MembershipHistory history, OrganisationKind kind, int year, IEnumerable<FeeSchedule> schedules)
    {
        var months = Enumerable.Range(1, Months).Select(month => InMonth(history, year, month)).ToList();
        if (months.TrueForAll(month => month is { Term: null, IsSure: true }))
        {
            return null;
        }

        if (InForce(schedules, year) is not { } schedule)
        {
            return new Due(year, Amount: null, Due.NoSchedule);
        }

        if (months.Exists(month => !month.IsSure))
        {
            return new Due(year, Amount: null, Due.NotSure);
        }

        var classes = months.Where(month => month.Term is not null).Select(month => month.Term!.ClassCode).ToList();
        if (classes.Exists(code => schedule.Of(code, kind) is null))
        {
            return new Due(year, Amount: null, Due.NoRate);
        }

        // By months: each class its twelfths, cut to whole đồng once, so that twelve months are exactly a year.
        var amount = schedule.PartYear == PartYear.WholeYear
            ? schedule.Of(classes[0], kind)!.Value
            : classes.GroupBy(code => code, StringComparer.Ordinal).Sum(group => checked(schedule.Of(group.Key, kind)!.Value * group.Count()) / Months);
        return new Due(year, amount, Why: null);
    }

    /// <summary>The class of a month is that of its first day as a member.</summary>
    private static (Term? Term, bool IsSure) InMonth(MembershipHistory history, int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        Term? unsure = null;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var standing = history.On(day);
            if (standing.IsMember)
            {
                return (standing.Term, true);
            }

            unsure ??= standing.Term;
        }

        return (unsure, unsure is null);
    }
}
