using Microsoft.AspNetCore.Http;
using PhuSa.Marks.Grants;
using PhuSa.Marks.OpenData;
using PhuSa.Organisations.Contracts;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Office;

/// <summary>One choice of a filter with the number of lines that it shows beside the other filters, and the query that shows them.</summary>
internal sealed record GrantChoice(string Word, string Name, int Count, bool IsChosen, string Query);

/// <summary>A filter of the list.</summary>
/// <param name="Title">Vietnamese, a key of the English table.</param>
/// <param name="AreNames">The choices are names of records and not words of the product.</param>
internal sealed record GrantFacet(string Key, string Title, bool AreNames, IReadOnlyList<GrantChoice> Choices);

/// <summary>What the list of rights shows: all of it stands in the address. What cannot be read is no filter.</summary>
/// <param name="Words">Looked for in holders and products, with or without marks; or a check code, or a certificate number.</param>
/// <param name="Chosen">The word chosen of each facet, by the facet's key.</param>
internal sealed record GrantFilter(string? Words, IReadOnlyDictionary<string, string> Chosen)
{
    public const string WordsKey = "q";
    public const string MarkKey = "nhan-hieu";
    public const string StateKey = "tinh-trang";
    public const string HolderKey = "don-vi";
    public const string DueKey = "han";
    public const string BatchKey = "dot";
    public const int LongestWords = 100;

    /// <summary>Whoever may use the mark today: what is about to end is still in force.</summary>
    public const string InForce = "dang-dung";

    private const string Late = "qua-han-khac-phuc";
    private static readonly string[] Keys = [MarkKey, StateKey, HolderKey, DueKey, BatchKey];

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

    public static GrantFilter Of(IQueryCollection query) => new(
        Text(query, WordsKey),
        Keys.Select(key => (key, word: Text(query, key))).Where(chosen => chosen.word is not null).ToDictionary(chosen => chosen.key, chosen => chosen.word!, StringComparer.Ordinal));

    public static string WordOf(GrantState state) => state switch
    {
        GrantState.Valid => "hieu-luc",
        GrantState.Expiring => "sap-het-han",
        GrantState.UnknownTerm => "chua-ro-han",
        GrantState.NotYet => "chua-den-ngay",
        GrantState.Suspended => "tam-dung",
        GrantState.Expired => "het-han",
        GrantState.Revoked => "thu-hoi",
        _ => "tra-lai",
    };

    /// <summary>The words and this facet; what else was chosen is left out.</summary>
    public GrantFilter Only(string key) => this with { Chosen = Chosen.Where(chosen => chosen.Key == key).ToDictionary(StringComparer.Ordinal) };

    public IEnumerable<GrantLine> Among(IEnumerable<GrantLine> lines, DateOnly today)
    {
        var folded = Words is null ? null : SearchText.Fold(Words);
        var typed = CheckCode.Read(Words).Code;
        var certificate = MarkGrant.CertificateKeyOf(Words);
        return lines
            .Where(line => Words is null || line.CheckCode == typed || line.Code == Words || (certificate is { Length: > 0 } && MarkGrant.CertificateKeyOf(line.CertificateNumber) == certificate)
                || (folded is { Length: > 0 } && $" {line.Holder.SearchText} {SearchText.Fold(line.Product)}".Contains($" {folded}", StringComparison.Ordinal)))
            .Where(line => Chosen.All(chosen => WordsOf(chosen.Key, line, today).Contains(chosen.Value)));
    }

    public IReadOnlyList<GrantFacet> Facets(IReadOnlyList<GrantLine> lines, DateOnly today) =>
    [
        Facet(MarkKey, "Nhãn hiệu", lines, today, lines.Select(line => (line.MarkSlug, line.Mark)).Distinct(), areNames: true),
        Facet(StateKey, "Tình trạng", lines, today, [(InForce, "Đang được dùng, kể cả sắp hết hạn"), .. GrantStanding.Every.Select(standing => (WordOf(standing.State), standing.Word))]),
        Facet(HolderKey, "Loại đơn vị", lines, today, [("hop-tac-xa", "Hợp tác xã"), ("khac", "Tổ chức khác")]),
        Facet(DueKey, "Đến hạn", lines, today, [("30", "Hết hạn trong 30 ngày"), ("60", "Hết hạn trong 60 ngày"), ("90", "Hết hạn trong 90 ngày"), (Late, "Quá hạn khắc phục")]),
        Facet(BatchKey, "Đợt trao quyền", lines, today, lines.Select(line => line.Batch).OfType<string>().Distinct(StringComparer.Ordinal).Order(VietnameseOrder.Instance).Select(batch => (batch, batch)), areNames: true),
    ];

    private static IEnumerable<string> WordsOf(string key, GrantLine line, DateOnly today) => key switch
    {
        MarkKey => [line.MarkSlug],
        StateKey => line.Standing.State is GrantState.Valid or GrantState.Expiring ? [InForce, WordOf(line.Standing.State)] : [WordOf(line.Standing.State)],
        HolderKey => [line.Holder.Kind == OrganisationKind.Cooperative ? "hop-tac-xa" : "khac"],
        BatchKey => line.Batch is { } batch ? [batch] : [],
        _ => [.. GrantStanding.ReminderDays.Where(days => line.Standing.State == GrantState.Expiring && line.ExpiresOn <= today.AddDays(days)).Select(days => $"{days}"), .. line.IsRemedyLate(today) ? [Late] : Array.Empty<string>()],
    };

    private GrantFacet Facet(string key, string title, IReadOnlyList<GrantLine> lines, DateOnly today, IEnumerable<(string Word, string Name)> all, bool areNames = false)
    {
        var others = With(key, null).Among(lines, today).SelectMany(line => WordsOf(key, line, today)).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new GrantFacet(key, title, areNames, [.. all.Select(choice => new GrantChoice(choice.Word, choice.Name, others.GetValueOrDefault(choice.Word), Chosen.GetValueOrDefault(key) == choice.Word, With(key, choice.Word).Query))]);
    }

    private GrantFilter With(string key, string? word) =>
        this with { Chosen = Chosen.Where(chosen => chosen.Key != key).Concat(word is null ? [] : [KeyValuePair.Create(key, word)]).ToDictionary(StringComparer.Ordinal) };

    private static string? Text(IQueryCollection query, string key)
    {
        var typed = string.Concat(query[key].ToString().Where(character => !char.IsControl(character))).Trim();
        return typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords);
    }
}
