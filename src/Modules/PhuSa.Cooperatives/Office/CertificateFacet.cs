using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace PhuSa.Cooperatives.Office;

/// <summary>A filter by the certificates of others that a file has: one may be in two of the choices, for it may hold several.</summary>
internal sealed class CertificateFacet() : Facet("chung-nhan", "Chứng nhận của nơi khác cấp")
{
    private static readonly (string Word, string Name, Expression<Func<RegistryLine, bool>> Has)[] Kinds =
    [
        ("con-han", "Có chứng nhận còn hạn", line => line.CertifiedToday),
        ("sap-het", "Có chứng nhận sắp hết hạn (90 ngày)", line => line.CertifiedNotForLong),
        ("het-han", "Chỉ có chứng nhận đã hết hạn", line => line.CertifiedOnce && !line.CertifiedToday),
    ];

    public override IReadOnlyList<FacetChoice> Choices { get; } = [.. Kinds.Select(kind => new FacetChoice(kind.Word, kind.Name))];

    public override IQueryable<RegistryLine> Narrow(IQueryable<RegistryLine> lines, string word) => lines.Where(Kinds.First(kind => kind.Word == word).Has);

    public override async Task<IReadOnlyDictionary<string, int>> CountAsync(IQueryable<RegistryLine> lines, CancellationToken cancellationToken)
    {
        var groups = await lines
            .GroupBy(line => new { line.CertifiedToday, line.CertifiedNotForLong, line.CertifiedOnce })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["con-han"] = groups.Where(group => group.Key.CertifiedToday).Sum(group => group.Count),
            ["sap-het"] = groups.Where(group => group.Key.CertifiedNotForLong).Sum(group => group.Count),
            ["het-han"] = groups.Where(group => group.Key is { CertifiedOnce: true, CertifiedToday: false }).Sum(group => group.Count),
        };
    }
}
