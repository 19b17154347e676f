using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace PhuSa.Cooperatives.Office;

/// <summary>One choice of a filter: its word in the address and its Vietnamese name.</summary>
internal sealed record FacetChoice(string Word, string Name);

/// <summary>A filter of the list with a fixed number of choices, each of which knows how many it would show.</summary>
/// <param name="Key">The parameter of the address.</param>
internal abstract class Facet(string key, string title)
{
    public string Key => key;

    public string Title => title;

    public abstract IReadOnlyList<FacetChoice> Choices { get; }

    public abstract IQueryable<RegistryLine> Narrow(IQueryable<RegistryLine> lines, string word);

    /// <returns>How many lines each choice holds, in one query; what is not in it holds none.</returns>
    public abstract Task<IReadOnlyDictionary<string, int>> CountAsync(IQueryable<RegistryLine> lines, CancellationToken cancellationToken);

    public bool Has(string word) => Choices.Any(choice => choice.Word == word);
}

/// <summary>A filter by one value of the line.</summary>
internal sealed class ValueFacet<T>(string key, string title, Expression<Func<RegistryLine, T>> value, params (string Word, string Name, T Value)[] choices) : Facet(key, title)
{
    public override IReadOnlyList<FacetChoice> Choices { get; } = [.. choices.Select(choice => new FacetChoice(choice.Word, choice.Name))];

    public override IQueryable<RegistryLine> Narrow(IQueryable<RegistryLine> lines, string word)
    {
        var wanted = choices.First(choice => choice.Word == word).Value;
        return lines.Where(Expression.Lambda<Func<RegistryLine, bool>>(Expression.Equal(value.Body, Expression.Constant(wanted, typeof(T))), value.Parameters));
    }

    public override async Task<IReadOnlyDictionary<string, int>> CountAsync(IQueryable<RegistryLine> lines, CancellationToken cancellationToken)
    {
        var counts = await lines.GroupBy(value).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return choices.ToDictionary(choice => choice.Word, choice => counts.Find(count => Equals(count.Key, choice.Value))?.Count ?? 0, StringComparer.Ordinal);
    }
}

/// <summary>A filter by what a file lacks.</summary>
internal sealed class GapFacet() : Facet("ho-so", "Hồ sơ")
{
    private const string Whole = "du";
    private const string Lacking = "con-thieu";

    private static readonly (string Word, string Name, Expression<Func<RegistryLine, bool>> Lacks)[] Gaps =
    [
        (Whole, "Đủ các mục chính", line => !(line.NoNumber || line.NoFounding || line.NoPlace || line.NoSector || line.NoStatus || line.NoPhone || line.NoMembers || line.NoLeader)),
        (Lacking, "Còn thiếu mục nào đó", line => line.NoNumber || line.NoFounding || line.NoPlace || line.NoSector || line.NoStatus || line.NoPhone || line.NoMembers || line.NoLeader),
        ("thieu-so", "Thiếu số đăng ký", line => line.NoNumber),
        ("thieu-ngay", "Thiếu ngày thành lập", line => line.NoFounding),
        ("thieu-noi", "Thiếu nơi", line => line.NoPlace),
        ("thieu-linh-vuc", "Thiếu lĩnh vực", line => line.NoSector),
        ("thieu-tinh-trang", "Chưa rõ tình trạng", line => line.NoStatus),
        ("thieu-dien-thoai", "Thiếu điện thoại", line => line.NoPhone),
        ("thieu-thanh-vien", "Thiếu số thành viên", line => line.NoMembers),
        ("thieu-dung-dau", "Thiếu người đứng đầu", line => line.NoLeader),
    ];

    public override IReadOnlyList<FacetChoice> Choices { get; } = [.. Gaps.Select(gap => new FacetChoice(gap.Word, gap.Name))];

    public override IQueryable<RegistryLine> Narrow(IQueryable<RegistryLine> lines, string word) => lines.Where(Gaps.First(gap => gap.Word == word).Lacks);

    public override async Task<IReadOnlyDictionary<string, int>> CountAsync(IQueryable<RegistryLine> lines, CancellationToken cancellationToken)
    {
        // Eight yes or no: few of their combinations occur, so the groups are few and the sums are made here.
        var groups = await lines
            .GroupBy(line => new { line.NoNumber, line.NoFounding, line.NoPlace, line.NoSector, line.NoStatus, line.NoPhone, line.NoMembers, line.NoLeader })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var kinds = groups.ConvertAll(group => (Line: new RegistryLine
        {
            Founded = Platform.Rules.RecordTime.Unknown,
            NoNumber = group.Key.NoNumber,
            NoFounding = group.Key.NoFounding,
            NoPlace = group.Key.NoPlace,
            NoSector = group.Key.NoSector,
            NoStatus = group.Key.NoStatus,
            NoPhone = group.Key.NoPhone,
            NoMembers = group.Key.NoMembers,
            NoLeader = group.Key.NoLeader,
        }, group.Count));
        return Gaps.ToDictionary(gap => gap.Word, gap => Sum(kinds, gap.Lacks.Compile()), StringComparer.Ordinal);
    }

    private static int Sum(List<(RegistryLine Line, int Count)> kinds, Func<RegistryLine, bool> lacks) => kinds.Where(kind => lacks(kind.Line)).Sum(kind => kind.Count);
}
