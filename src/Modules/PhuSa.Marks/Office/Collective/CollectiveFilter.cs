using Microsoft.AspNetCore.Http;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Grants;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Office.Collective;

/// <summary>What the list of collective marks shows: all of it stands in the address. What cannot be read is no filter.</summary>
/// <param name="Words">Looked for in names and owners, with or without marks; or an application or certificate number.</param>
/// <param name="Chosen">The word chosen of each facet, by the facet's key.</param>
internal sealed record CollectiveFilter(string? Words, IReadOnlyDictionary<string, string> Chosen)
{
    public const string WordsKey = "q";
    public const string StageKey = "buoc";
    public const string DueKey = "han";
    public const int LongestWords = 100;
    public const string Late = "qua-han";

    private const string NoDue = "chua-ro-han";
    private static readonly string[] Keys = [StageKey, DueKey];

    public bool IsAny => Words is not null || Chosen.Count > 0;

    public string Query
    {
        get
        {
            var parts = new[] { (Key: WordsKey, Value: Words) }.Concat(Keys.Select(key => (Key: key, Value: Chosen.GetValueOrDefault(key))))
                .Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}").ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public static CollectiveFilter Of(IQueryCollection query) => new(
        Text(query, WordsKey),
        Keys.Select(key => (key, word: Text(query, key))).Where(chosen => chosen.word is not null).ToDictionary(chosen => chosen.key, chosen => chosen.word!, StringComparer.Ordinal));

    public static string WordOf(FilingStage stage) => stage switch
    {
        FilingStage.Unknown => "chua-co-du-lieu",
        FilingStage.Preparing => "chuan-bi",
        FilingStage.Filed => "da-nop",
        FilingStage.FormAccepted => "hop-le",
        FilingStage.Published => "da-cong-bo",
        FilingStage.Examining => "tham-dinh",
        FilingStage.Opposed => "bi-phan-doi",
        FilingStage.GrantIntended => "du-dinh-cap",
        FilingStage.FeePaid => "da-nop-phi",
        FilingStage.Registered => "da-cap",
        FilingStage.Refused => "tu-choi",
        FilingStage.Withdrawn => "da-rut",
        _ => "het-hieu-luc",
    };

    public IEnumerable<CollectiveLine> Among(IEnumerable<CollectiveLine> lines, DateOnly today)
    {
        var folded = Words is null ? null : SearchText.Fold(Words);
        return lines
            .Where(line => Words is null || line.Mark.ApplicationNumber == Words || line.Mark.CertificateNumber == Words
                || (folded is { Length: > 0 } && $" {SearchText.Fold(line.Mark.Name)} {line.Owner.SearchText}".Contains($" {folded}", StringComparison.Ordinal)))
            .Where(line => Chosen.All(chosen => WordsOf(chosen.Key, line, today).Contains(chosen.Value)));
    }

    public IReadOnlyList<GrantFacet> Facets(IReadOnlyList<CollectiveLine> lines, DateOnly today) =>
    [
        Facet(StageKey, "Bước đăng ký", lines, today, Enum.GetValues<FilingStage>().Select(stage => (WordOf(stage), FilingFlow.Table[stage].PublicName))),
        Facet(DueKey, "Đến hạn", lines, today, [(Late, "Bước đang chờ đã quá hạn"), (NoDue, "Bước đang chờ chưa rõ hạn"), ("30", "Văn bằng hết thời hạn trong 30 ngày"), ("60", "Văn bằng hết thời hạn trong 60 ngày"), ("90", "Văn bằng hết thời hạn trong 90 ngày")]),
    ];

    private static IEnumerable<string> WordsOf(string key, CollectiveLine line, DateOnly today) => key == StageKey
        ? [WordOf(line.Mark.Status)]
        :
        [
            .. line.Standing.IsLate ? [Late] : Array.Empty<string>(),
            .. FilingCalendar.Running(line.Mark.Status) is not null && line.Standing.Due is null ? [NoDue] : Array.Empty<string>(),
            .. GrantStanding.ReminderDays.Where(days => line.Standing.IsEnding && line.Standing.Ends <= today.AddDays(days)).Select(days => $"{days}"),
        ];

    private GrantFacet Facet(string key, string title, IReadOnlyList<CollectiveLine> lines, DateOnly today, IEnumerable<(string Word, string Name)> all)
    {
        var others = With(key, null).Among(lines, today).SelectMany(line => WordsOf(key, line, today)).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new GrantFacet(key, title, AreNames: false, [.. all.Select(choice => new GrantChoice(choice.Word, choice.Name, others.GetValueOrDefault(choice.Word), Chosen.GetValueOrDefault(key) == choice.Word, With(key, choice.Word).Query))]);
    }

    private CollectiveFilter With(string key, string? word) =>
        this with { Chosen = Chosen.Where(chosen => chosen.Key != key).Concat(word is null ? [] : [KeyValuePair.Create(key, word)]).ToDictionary(StringComparer.Ordinal) };

    private static string? Text(IQueryCollection query, string key)
    {
        var typed = string.Concat(query[key].ToString().Where(character => !char.IsControl(character))).Trim();
        return typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords);
    }
}
