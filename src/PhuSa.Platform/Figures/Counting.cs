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

    /// <summary>
    /// The number of records, or of different subjects, inside the request. A subject with one record that surely counts is counted,
    /// whatever its other records leave open.
    /// </summary>
    public static FigureReading Count(IReadOnlyList<Countable> records, FigureRequest request) => Read(Subjects(records, request), counted =>
        counted.Select(r => r.Subject ?? r.Evidence.RecordId).Distinct().Count());

    /// <summary>The checked sum of the amounts inside the request; unknown where one of them is missing.</summary>
    public static FigureReading Sum(IReadOnlyList<Countable> records, FigureRequest request) => Read(Asked(records, request), counted =>
    {
        long total = 0;
        foreach (var record in counted)
        {
            total = checked(total + record.Amount!.Value);
        }

        return total;
    });

    private static List<(Countable Record, Truth Covered)> Asked(IReadOnlyList<Countable> records, FigureRequest request) =>
        [.. records.Select(record => (record, request.Covers(record.Time, record.Programme)))];

    private static List<(Countable Record, Truth Covered)> Subjects(IReadOnlyList<Countable> records, FigureRequest request) =>
        [.. Asked(records, request)
            .GroupBy(r => r.Record.Subject ?? r.Record.Evidence.RecordId)
            .SelectMany(subject => subject.Any(r => r.Covered == Truth.Yes) ? subject.Where(r => r.Covered == Truth.Yes) : subject)];

    private static FigureReading Read(List<(Countable Record, Truth Covered)> asked, Func<IReadOnlyList<Countable>, long> total)
    {
        var evidence = asked.Where(r => r.Covered != Truth.No).Select(r => r.Record.Evidence).ToList();
        if (asked.Any(r => r.Covered == Truth.Unknown))
        {
            return FigureReading.NotKnown(UndatedRecords, evidence);
        }

        var counted = asked.Where(r => r.Covered == Truth.Yes).Select(r => r.Record).ToList();
        return counted.Any(r => r.Amount is null)
            ? FigureReading.NotKnown(AmountsMissing, evidence)
            : new FigureReading { Value = total(counted), Evidence = evidence };
    }
}
