using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Figures;

/// <summary>One record that a rule may count.</summary>
/// <param name="Amount">What it adds: 1 for a count, đồng for a sum; null where the source does not tell.</param>
/// <param name="Subject">Records of one subject count once (a cooperative with two products); null when each counts.</param>
public sealed record Countable(Evidence Evidence, RecordTime Time, string? Programme, long? Amount = 1, Guid? Subject = null);

/// <summary>Counts and sums with missing data: one record that may or may not lie in the period makes the whole unknown.</summary>
public static class Counting
{
    public const string UndatedRecords = "Có hồ sơ chưa ghi ngày hoặc chỉ ghi khoảng thời gian rộng hơn kỳ được hỏi, nên không biết có thuộc kỳ này hay không.";
    public const string AmountsMissing = "Có hồ sơ chưa ghi con số cần cộng.";

    /// <summary>The number of records, or of different subjects, inside the request.</summary>
    public static FigureReading Count(IReadOnlyList<Countable> records, FigureRequest request) => Read(records, request, counted =>
        counted.All(r => r.Subject is null) ? counted.Count : counted.Select(r => r.Subject ?? r.Evidence.RecordId).Distinct().Count());

    /// <summary>The checked sum of the amounts inside the request; unknown where one of them is missing.</summary>
    public static FigureReading Sum(IReadOnlyList<Countable> records, FigureRequest request) => Read(records, request, counted =>
    {
        long total = 0;
        foreach (var record in counted)
        {
            total = checked(total + record.Amount!.Value);
        }

        return total;
    });

    private static FigureReading Read(IReadOnlyList<Countable> records, FigureRequest request, Func<IReadOnlyList<Countable>, long> total)
    {
        var asked = records.Select(record => (record, covered: request.Covers(record.Time, record.Programme))).ToList();
        var evidence = asked.Where(r => r.covered != Truth.No).Select(r => r.record.Evidence).ToList();
        if (asked.Any(r => r.covered == Truth.Unknown))
        {
            return FigureReading.NotKnown(UndatedRecords, evidence);
        }

        var counted = asked.Where(r => r.covered == Truth.Yes).Select(r => r.record).ToList();
        return counted.Any(r => r.Amount is null)
            ? FigureReading.NotKnown(AmountsMissing, evidence)
            : new FigureReading { Value = total(counted), Evidence = evidence };
    }
}
