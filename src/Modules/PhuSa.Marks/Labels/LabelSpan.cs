using System.Globalization;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Labels;

/// <summary>Labels that bear numbers, first and last included.</summary>
/// <param name="Series">The letters before the number, as they are printed; empty where there are none.</param>
internal readonly record struct LabelSpan(string Series, long First, long Last)
{
    public long Count => Last - First + 1;

    public string Key => KeyOf(Series);

    /// <summary>“AG 1–500”; one label is “AG 7”.</summary>
    public override string ToString()
    {
        var numbers = First == Last ? First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{First}–{Last}");
        return Series.Length == 0 ? numbers : $"{Series} {numbers}";
    }

    /// <summary>Two spellings of one series are one: capitals, accents and blanks do not count.</summary>
    public static string KeyOf(string? series) => string.Concat(SearchText.Fold(series ?? "").Where(c => !char.IsWhiteSpace(c)));
}

/// <summary>A set of numbered labels: in order, without gaps or doubles inside a span.</summary>
internal sealed class LabelSpans
{
    private readonly SortedDictionary<string, List<LabelSpan>> _bySeries = new(StringComparer.Ordinal);

    public long Count => All.Sum(span => span.Count);

    public IEnumerable<LabelSpan> All => _bySeries.Values.SelectMany(spans => spans);

    public void Add(LabelSpan span)
    {
        if (!_bySeries.TryGetValue(span.Key, out var spans))
        {
            _bySeries[span.Key] = spans = [];
        }

        var merged = span;
        foreach (var near in spans.FindAll(near => near.First <= span.Last + 1 && near.Last >= span.First - 1))
        {
            merged = near with { First = Math.Min(merged.First, near.First), Last = Math.Max(merged.Last, near.Last) };
            spans.Remove(near);
        }

        spans.Insert(spans.TakeWhile(before => before.First < merged.First).Count(), merged);
    }

    public void Remove(LabelSpan span)
    {
        foreach (var part in Within(span).ToList())
        {
            var spans = _bySeries[span.Key];
            var at = spans.FindIndex(whole => whole.First <= part.First && whole.Last >= part.Last);
            var whole = spans[at];
            spans.RemoveAt(at);
            if (part.Last < whole.Last)
            {
                spans.Insert(at, whole with { First = part.Last + 1 });
            }

            if (whole.First < part.First)
            {
                spans.Insert(at, whole with { Last = part.First - 1 });
            }
        }
    }

    /// <returns>What of the span is in the set.</returns>
    public IEnumerable<LabelSpan> Within(LabelSpan span) => !_bySeries.TryGetValue(span.Key, out var spans) ? []
        : spans.Where(there => there.First <= span.Last && there.Last >= span.First)
            .Select(there => there with { First = Math.Max(there.First, span.First), Last = Math.Min(there.Last, span.Last) });

    /// <returns>What of the span is not in the set.</returns>
    public IReadOnlyList<LabelSpan> Missing(LabelSpan span)
    {
        var missing = new List<LabelSpan>();
        var next = span.First;
        foreach (var there in Within(span))
        {
            if (there.First > next)
            {
                missing.Add(span with { First = next, Last = there.First - 1 });
            }

            next = there.Last + 1;
        }

        if (next <= span.Last)
        {
            missing.Add(span with { First = next });
        }

        return missing;
    }
}
