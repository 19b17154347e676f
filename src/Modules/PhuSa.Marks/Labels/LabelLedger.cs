using PhuSa.Marks.Office;

namespace PhuSa.Marks.Labels;

/// <summary>Labels by what became of them. What is outstanding is with the holder.</summary>
internal sealed record LabelSums(long Issued, long Used, long Damaged, long Returned, long Cancelled, long Outstanding)
{
    public static LabelSums None { get; } = new(0, 0, 0, 0, 0, 0);

    public bool Balances => Issued == Used + Damaged + Returned + Cancelled + Outstanding;
}

/// <summary>
/// The labels of one right, read from the lines of its ledger. A reversed line and the one that reverses it count on no day: what they tell never happened.
/// </summary>
internal sealed class LabelLedger
{
    private readonly List<LabelEntry> _standing;
    private readonly Dictionary<Guid, LabelEntry> _reversals;

    public LabelLedger(IEnumerable<LabelEntry> entries)
    {
        Entries = [.. entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Id)];
        _reversals = Entries.Where(entry => entry.ReversesId is not null).ToDictionary(entry => entry.ReversesId!.Value);
        _standing = [.. Entries.Where(entry => entry.ReversesId is null && !_reversals.ContainsKey(entry.Id))];
    }

    /// <summary>All lines as they were written.</summary>
    public IReadOnlyList<LabelEntry> Entries { get; }

    /// <summary>The lines that are neither reversed nor reverse another.</summary>
    public IReadOnlyList<LabelEntry> Standing => _standing;

    public LabelEntry? ReversalOf(LabelEntry entry) => _reversals.GetValueOrDefault(entry.Id);

    /// <summary>Numbered labels that are with the holder at the end of a day; today's where none is said.</summary>
    public LabelSpans Numbered(DateOnly? day = null)
    {
        var spans = new LabelSpans();
        foreach (var issue in _standing.Where(entry => entry.Move == LabelMove.Issue && IsBy(entry, day)))
        {
            if (issue.Span is { } issued)
            {
                spans.Add(issued);
            }
        }

        foreach (var settled in _standing.Where(entry => entry.Move != LabelMove.Issue && IsBy(entry, day)))
        {
            if (settled.Span is { } gone)
            {
                spans.Remove(gone);
            }
        }

        return spans;
    }

    /// <summary>Labels without numbers that are with the holder at the end of a day.</summary>
    public long Unnumbered(DateOnly? day = null) => _standing.Where(entry => entry.Span is null && IsBy(entry, day)).Sum(Signed);

    public LabelSums Sums(DateOnly? day = null)
    {
        long Of(LabelMove move) => _standing.Where(entry => entry.Move == move && IsBy(entry, day)).Sum(entry => entry.Count);
        return new(Of(LabelMove.Issue), Of(LabelMove.Use), Of(LabelMove.Damage), Of(LabelMove.Return), Of(LabelMove.Cancel), Numbered(day).Count + Unnumbered(day));
    }

    /// <summary>How many were issued against a declared output.</summary>
    public long IssuedAgainst(Guid declarationId) => _standing.Where(entry => entry.DeclarationId == declarationId).Sum(entry => entry.Count);

    /// <returns>Why these labels cannot be written down as used, damaged, returned or cancelled; null where they can.</returns>
    public NotGiven? NotSettled(LabelAmount amount, DateOnly on)
    {
        if (amount.Span is not { } span)
        {
            var most = LeastFrom(on);
            return amount.Count <= most ? null : new NotGiven("Input.Count", "Tính từ ngày này đơn vị chỉ còn {0:N0} tem không đánh số chưa ghi vào đâu.", Math.Max(0, most));
        }

        if (Numbered().Missing(span) is [_, ..] missing)
        {
            return new NotGiven("Input.First", "Số {0} không còn ở đơn vị: chưa cấp cho quyền này, hoặc đã ghi là dùng, hỏng, trả lại hay huỷ.", Words(missing));
        }

        var issued = _standing.Where(entry => entry.Move == LabelMove.Issue && Meet(entry, span)).Max(entry => entry.On);
        return on < issued ? new NotGiven("Input.On", "Các số này cấp ngày {0:dd/MM/yyyy}; ngày ghi không được sớm hơn.", issued) : null;
    }

    /// <returns>Why a line cannot be reversed; null where it can.</returns>
    public NotGiven? NotReversed(LabelEntry entry)
    {
        if (!_standing.Contains(entry))
        {
            return new NotGiven("", "Dòng này đã được đảo.");
        }

        if (entry.Move != LabelMove.Issue)
        {
            return null;
        }

        var used = entry.Span is { } span ? Numbered().Missing(span).Count > 0 : LeastFrom(DateOnly.MinValue, but: entry) < 0;
        return used ? new NotGiven("", "Một phần tem của dòng này đã ghi là dùng, hỏng, trả lại hay huỷ. Đảo các dòng đó trước.") : null;
    }

    public static string Words(IEnumerable<LabelSpan> spans) => string.Join("; ", spans);

    private static bool IsBy(LabelEntry entry, DateOnly? day) => day is not { } last || entry.On <= last;

    private static bool Meet(LabelEntry entry, LabelSpan span) => entry.SeriesKey == span.Key && entry.FirstNumber <= span.Last && entry.LastNumber >= span.First;

    private static long Signed(LabelEntry entry) => entry.Move == LabelMove.Issue ? entry.Count : -entry.Count;

    /// <summary>The fewest labels without numbers that the holder has at the end of that day or of any later one.</summary>
    private long LeastFrom(DateOnly day, LabelEntry? but = null)
    {
        var lines = _standing.Where(entry => entry.Span is null && entry != but).ToList();
        return lines.Select(entry => entry.On).Where(on => on > day).Append(day).Min(until => lines.Where(entry => entry.On <= until).Sum(Signed));
    }
}
