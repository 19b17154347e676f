using Microsoft.AspNetCore.Http;
using PhuSa.Marks.Office;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Inspections;

/// <summary>What the list of visits shows: all of it stands in the address. What cannot be read is no filter.</summary>
/// <param name="Words">Looked for in holders, products and numbers.</param>
/// <param name="Chosen">The word chosen of each facet, by the facet's key.</param>
/// <param name="ByHolder">In Vietnamese order of the holders, and not what is due first.</param>
internal sealed record VisitFilter(string? Words, IReadOnlyDictionary<string, string> Chosen, bool ByHolder)
{
    public const string WordsKey = "q";
    public const string MarkKey = "nhan-hieu";
    public const string StateKey = "tinh-trang";
    public const string SourceKey = "nguon";
    public const string HowKey = "cach";
    public const string ResultKey = "ket-qua";
    public const string PlanKey = "ke-hoach";
    public const string YearKey = "nam";
    public const string SortKey = "sap-xep";
    public const string Holder = "don-vi";
    public const int LongestWords = 100;

    /// <summary>Nobody has been there yet.</summary>
    public const string Ahead = "chua-lam";

    /// <summary>Somebody was there.</summary>
    public const string Done = "da-lam";
    public const string Late = "qua-han";

    private static readonly string[] Keys = [MarkKey, StateKey, SourceKey, HowKey, ResultKey, PlanKey, YearKey];

    private static readonly Dictionary<InspectionVisitStatus, string> StatusWords = new()
    {
        [InspectionVisitStatus.Planned] = "len-lich",
        [InspectionVisitStatus.Announced] = "da-bao",
        [InspectionVisitStatus.CarriedOut] = "da-kiem-tra",
        [InspectionVisitStatus.Remedied] = "da-khac-phuc",
        [InspectionVisitStatus.NotRemedied] = "chua-khac-phuc",
        [InspectionVisitStatus.Closed] = "ket-thuc",
        [InspectionVisitStatus.CalledOff] = "huy",
    };

    private static readonly Dictionary<VisitSource, string> SourceWords = new()
    {
        [VisitSource.Plan] = "ke-hoach",
        [VisitSource.Report] = "tin-bao",
        [VisitSource.Scan] = "bat-thuong",
        [VisitSource.Other] = "khac",
    };

    private static readonly Dictionary<VisitResult, string> ResultWords = new()
    {
        [VisitResult.Passed] = "dat",
        [VisitResult.Remedy] = "khac-phuc",
        [VisitResult.ProposeSuspension] = "tam-dung",
        [VisitResult.ProposeRevocation] = "thu-hoi",
    };

    public bool IsAny => Words is not null || Chosen.Count > 0;

    public string Query
    {
        get
        {
            var parts = new[] { (Key: WordsKey, Value: Words) }.Concat(Keys.Select(key => (Key: key, Value: Chosen.GetValueOrDefault(key)))).Append((Key: SortKey, Value: ByHolder ? Holder : null))
                .Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}").ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public static VisitFilter Of(IQueryCollection query) => new(
        Text(query, WordsKey),
        Keys.Select(key => (key, word: Text(query, key))).Where(chosen => chosen.word is not null).ToDictionary(chosen => chosen.key, chosen => chosen.word!, StringComparer.Ordinal),
        query[SortKey] == Holder);

    /// <summary>The list of a plan's visits, all of them or those in one state.</summary>
    public static string OfPlan(Guid plan, string? state = null) => $"{InspectionDesk.Address}?{(state is null ? "" : $"{StateKey}={state}&")}{PlanKey}={plan}";

    public IReadOnlyList<VisitLine> Among(IEnumerable<VisitLine> lines, DateOnly today)
    {
        var folded = Words is null ? null : SearchText.Fold(Words);
        var chosen = lines
            .Where(line => Words is null || string.Equals(line.Visit.Code, Words, StringComparison.OrdinalIgnoreCase)
                || (folded is { Length: > 0 } && $" {line.Holder.SearchText} {SearchText.Fold(string.Join(' ', line.Products))}".Contains($" {folded}", StringComparison.Ordinal)))
            .Where(line => Chosen.All(choice => WordsOf(choice.Key, line, today).Contains(choice.Value)));
        return ByHolder ? [.. chosen.OrderBy(line => line.Holder.Name, VietnameseOrder.Instance).ThenByDescending(line => line.Day).ThenByDescending(line => line.Visit.Id)] : [.. chosen];
    }

    public IReadOnlyList<GrantFacet> Facets(IReadOnlyList<VisitLine> lines, DateOnly today) =>
    [
        Facet(StateKey, "Tình trạng", lines, today, [(Ahead, "Chưa kiểm tra"), (Done, "Đã kiểm tra xong hoặc đang chờ kết luận"), (Late, "Quá hạn"), .. StatusWords.Select(pair => (pair.Value, InspectionVisitFlow.Table[pair.Key].PublicName))]),
        Facet(MarkKey, "Nhãn hiệu", lines, today, lines.Select(line => (line.MarkSlug, line.Mark)).Distinct().OrderBy(mark => mark.Mark, VietnameseOrder.Instance), areNames: true),
        Facet(SourceKey, "Xuất phát từ", lines, today, SourceWords.Select(pair => (pair.Value, VisitWords.Of(pair.Key)))),
        Facet(HowKey, "Cách kiểm tra", lines, today, [("bao-truoc", VisitWords.Announcing(false)), ("dot-xuat", VisitWords.Announcing(true))]),
        Facet(ResultKey, "Kết quả", lines, today, ResultWords.Select(pair => (pair.Value, VisitWords.Of(pair.Key)))),
        Facet(PlanKey, "Kế hoạch", lines, today, lines.Select(line => line.Plan).OfType<InspectionPlan>().DistinctBy(plan => plan.Id).OrderByDescending(plan => plan.Year).ThenBy(plan => plan.Title, VietnameseOrder.Instance).Select(plan => ($"{plan.Id}", plan.JournalTitle)), areNames: true),
        Facet(YearKey, "Năm", lines, today, lines.Select(line => line.Day.Year).Distinct().OrderDescending().Select(year => ($"{year}", $"{year}")), areNames: true),
    ];

    /// <summary>The same list in the other order.</summary>
    public VisitFilter Sorted(bool byHolder) => this with { ByHolder = byHolder };

    private static IEnumerable<string> WordsOf(string key, VisitLine line, DateOnly today) => key switch
    {
        MarkKey => [line.MarkSlug],
        StateKey => StatesOf(line, today),
        SourceKey => [SourceWords[line.Visit.Source]],
        HowKey => [line.Visit.Unannounced ? "dot-xuat" : "bao-truoc"],
        ResultKey => line.Visit.Result is { } result ? [ResultWords[result]] : [],
        PlanKey => line.Plan is { } plan ? [$"{plan.Id}"] : [],
        _ => [$"{line.Day.Year}"],
    };

    private static IEnumerable<string> StatesOf(VisitLine line, DateOnly today)
    {
        yield return StatusWords[line.Visit.Status];
        if (InspectionVisitFlow.Ahead.Contains(line.Visit.Status))
        {
            yield return Ahead;
        }

        if (line.Visit.CarriedOutOn is not null)
        {
            yield return Done;
        }

        if (line.Visit.IsLate(today))
        {
            yield return Late;
        }
    }

    private GrantFacet Facet(string key, string title, IReadOnlyList<VisitLine> lines, DateOnly today, IEnumerable<(string Word, string Name)> all, bool areNames = false)
    {
        var others = With(key, null).Among(lines, today).SelectMany(line => WordsOf(key, line, today)).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new GrantFacet(key, title, areNames, [.. all.Select(choice => new GrantChoice(choice.Word, choice.Name, others.GetValueOrDefault(choice.Word), Chosen.GetValueOrDefault(key) == choice.Word, With(key, choice.Word).Query))]);
    }

    private VisitFilter With(string key, string? word) =>
        this with { Chosen = Chosen.Where(chosen => chosen.Key != key).Concat(word is null ? [] : [KeyValuePair.Create(key, word)]).ToDictionary(StringComparer.Ordinal) };

    private static string? Text(IQueryCollection query, string key)
    {
        var typed = string.Concat(query[key].ToString().Where(character => !char.IsControl(character))).Trim();
        return typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords);
    }
}
