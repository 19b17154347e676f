using PhuSa.Marks.FilingSupport;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Support.Keeping;

/// <summary>A form with the breakdown of a value.</summary>
internal interface IBreaksDown
{
    IReadOnlyList<long?> Items { get; }
}

/// <summary>What the forms of contracts check alike.</summary>
internal static class ContractForms
{
    public static IReadOnlyList<FeeItem> Every { get; } = Enum.GetValues<FeeItem>();

    public static IReadOnlyDictionary<FeeItem, long> Read(IReadOnlyList<long?> items) =>
        Every.Zip(items).Where(line => line.Second is > 0).ToDictionary(line => line.First, line => line.Second!.Value);

    /// <returns>Why the breakdown cannot be; null where it can.</returns>
    public static string? Wrong(IReadOnlyList<long?> items, long? value, Texts text)
    {
        if (items.Any(amount => amount < 0))
        {
            return text["Các khoản không được âm."];
        }

        // Sums of forms are far from the end of a long; a hostile one is told the same.
        var sum = items.Sum(amount => (decimal)(amount ?? 0));
        return sum == 0 || sum == value ? null : text["Các khoản cộng lại là {0} đồng, phải bằng giá trị hợp đồng.", Dong.Figures((long)decimal.Min(sum, long.MaxValue))];
    }
}
