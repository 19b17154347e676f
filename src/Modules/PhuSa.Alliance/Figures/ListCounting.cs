using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Figures;

/// <summary>Counts the rows of lists: a decision whose list is not in hand makes the number unknown, never smaller.</summary>
internal static class ListCounting
{
    public const string ListsMissing = "Quyết định đã được ghi nhưng danh sách kèm theo chưa có dữ liệu.";
    public const string NoDecisions = "Chưa có quyết định nào được ghi.";
    public const string NoDecisionsInPeriod = "Chưa có quyết định nào được ghi trong kỳ này.";

    public static FigureReading Count(IReadOnlyList<CountedDecision> decisions, FigureRequest request)
    {
        if (decisions.Count == 0)
        {
            return FigureReading.NotKnown(NoDecisions, []);
        }

        var asked = decisions.Where(d => request.Covers(d.EffectiveOn, d.Programme) != Truth.No).ToList();
        if (asked.Count == 0)
        {
            return FigureReading.NotKnown(NoDecisionsInPeriod, []);
        }

        return asked.All(d => d.ListInHand)
            ? Counting.Count([.. asked.SelectMany(d => d.Rows)], request)
            : FigureReading.NotKnown(ListsMissing, [.. asked.Select(d => d.Evidence)]);
    }
}
