using Microsoft.AspNetCore.Http;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Applications;

/// <summary>One choice of a filter, with how many lines it shows beside the other filters and the query that shows them.</summary>
internal sealed record ApplicationChoice(string Word, string Name, int Count, bool IsChosen, string Query);

/// <summary>What the list of applications shows: all of it stands in the address. What cannot be read is no filter.</summary>
/// <param name="Words">Looked for in applicants, products and numbers.</param>
/// <param name="State">The word of a status, or <see cref="Late"/> or <see cref="Open"/>.</param>
/// <param name="Mark">The slug of a mark.</param>
internal sealed record ApplicationFilter(string? Words, string? State, string? Mark)
{
    public const string WordsKey = "q";
    public const string StateKey = "tinh-trang";
    public const string MarkKey = "nhan-hieu";
    public const string Late = "qua-han";
    public const string Open = "dang-xu-ly";
    public const int LongestWords = 100;

    private static readonly Dictionary<MarkApplicationStatus, string> StatusWords = new()
    {
        [MarkApplicationStatus.Drafted] = "chua-nop",
        [MarkApplicationStatus.Submitted] = "da-nop",
        [MarkApplicationStatus.Supplementing] = "cho-bo-sung",
        [MarkApplicationStatus.Complete] = "du-ho-so",
        [MarkApplicationStatus.Checked] = "da-kiem-tra",
        [MarkApplicationStatus.Sampled] = "co-ket-qua-mau",
        [MarkApplicationStatus.Granted] = "da-trao",
        [MarkApplicationStatus.Refused] = "khong-trao",
        [MarkApplicationStatus.Withdrawn] = "da-rut",
    };

    public bool IsAny => Words is not null || State is not null || Mark is not null;

    public string Query
    {
        get
        {
            var parts = new[] { (WordsKey, Words), (StateKey, State), (MarkKey, Mark) }.Where(part => part.Item2 is not null).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}").ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public static ApplicationFilter Of(IQueryCollection query) => new(Text(query, WordsKey), Text(query, StateKey), Text(query, MarkKey));

    public IEnumerable<ApplicationLine> Among(IEnumerable<ApplicationLine> lines, DateOnly today)
    {
        var folded = Words is null ? null : SearchText.Fold(Words);
        return lines.Where(line => Words is null || string.Equals(line.Application.Code, Words, StringComparison.OrdinalIgnoreCase)
                || (folded is { Length: > 0 } && $" {line.Applicant.SearchText} {line.Application.ProductKey}".Contains($" {folded}", StringComparison.Ordinal)))
            .Where(line => State is null || WordsOf(line, today).Contains(State))
            .Where(line => Mark is null || line.MarkSlug == Mark);
    }

    public IReadOnlyList<ApplicationChoice> States(IReadOnlyList<ApplicationLine> lines, DateOnly today)
    {
        var counts = (this with { State = null }).Among(lines, today).SelectMany(line => WordsOf(line, today)).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. new[] { (Open, "Đang xử lý"), (Late, "Quá hạn") }.Concat(StatusWords.Select(pair => (pair.Value, MarkApplicationFlow.Table[pair.Key].PublicName)))
                .Select(choice => new ApplicationChoice(choice.Item1, choice.Item2, counts.GetValueOrDefault(choice.Item1), State == choice.Item1, (this with { State = choice.Item1 }).Query)),
        ];
    }

    public IReadOnlyList<ApplicationChoice> Marks(IReadOnlyList<ApplicationLine> lines, DateOnly today)
    {
        var counts = (this with { Mark = null }).Among(lines, today).CountBy(line => line.MarkSlug, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. lines.Select(line => (line.MarkSlug, line.Mark)).Distinct().OrderBy(mark => mark.Mark, VietnameseOrder.Instance)
                .Select(mark => new ApplicationChoice(mark.MarkSlug, mark.Mark, counts.GetValueOrDefault(mark.MarkSlug), Mark == mark.MarkSlug, (this with { Mark = mark.MarkSlug }).Query)),
        ];
    }

    private static IEnumerable<string> WordsOf(ApplicationLine line, DateOnly today)
    {
        yield return StatusWords[line.Application.Status];
        if (line.Application.IsOpen && line.Application.Status != MarkApplicationStatus.Drafted)
        {
            yield return Open;
        }

        if (line.Due?.IsLate(today) == true)
        {
            yield return Late;
        }
    }

    private static string? Text(IQueryCollection query, string key)
    {
        var typed = string.Concat(query[key].ToString().Where(character => !char.IsControl(character))).Trim();
        return typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords);
    }
}
