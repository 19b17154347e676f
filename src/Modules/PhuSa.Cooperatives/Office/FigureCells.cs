using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Office;

/// <summary>The figures of a year as columns of a table to take away. What was not told is an empty cell, never 0.</summary>
internal static class FigureCells
{
    public static IReadOnlyList<string> Header(Texts text) =>
    [
        text["Thành viên chính thức"], text["Thành viên liên kết góp vốn"], text["Thành viên liên kết không góp vốn"], text["Người lao động"],
        text["Tổng vốn (đồng)"], text["Doanh thu (đồng)"], text["Tổng tài sản (đồng)"], text["Đầu tư trong năm (đồng)"],
    ];

    public static IEnumerable<SheetCell> Of(CooperativeYear? year) =>
    [
        SheetCell.Of((decimal?)year?.OfficialMembers), SheetCell.Of((decimal?)year?.CapitalLinkedMembers), SheetCell.Of((decimal?)year?.LinkedMembers), SheetCell.Of((decimal?)year?.Employees),
        SheetCell.Of((decimal?)year?.Capital), SheetCell.Of((decimal?)year?.Revenue), SheetCell.Of((decimal?)year?.Assets), SheetCell.Of((decimal?)year?.Investment),
    ];

    /// <returns>What the year tells, on one line; null where nothing.</returns>
    public static string? InWords(CooperativeYear year, Texts text)
    {
        ArgumentNullException.ThrowIfNull(year);
        long?[] values = [year.OfficialMembers, year.CapitalLinkedMembers, year.LinkedMembers, year.Employees, year.Capital, year.Revenue, year.Assets, year.Investment];
        var told = Header(text).Zip(values).Where(pair => pair.Second is not null).Select(pair => $"{pair.First}: {Dong.Figures(pair.Second!.Value)}").ToList();
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    /// <returns>The latest year of each cooperative that has one.</returns>
    public static Task<Dictionary<Guid, CooperativeYear>> LatestAsync(AppDbContext db, CancellationToken cancellationToken) => db.Set<CooperativeYear>().AsNoTracking()
        .Where(year => !db.Set<CooperativeYear>().Any(later => later.CooperativeId == year.CooperativeId && later.Year > year.Year))
        .ToDictionaryAsync(year => year.CooperativeId, cancellationToken);

    /// <returns>What each cooperative told of one year.</returns>
    public static Task<Dictionary<Guid, CooperativeYear>> OfYearAsync(AppDbContext db, int asked, CancellationToken cancellationToken) =>
        db.Set<CooperativeYear>().AsNoTracking().Where(year => year.Year == asked).ToDictionaryAsync(year => year.CooperativeId, cancellationToken);
}
