using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Members and money by year. The size class is computed anew from what is saved here.</summary>
internal sealed class YearsModel(RegistryDesk desk, Texts text) : RowsEditing<YearRow>(desk, text)
{
    protected override RowsInput<YearRow> Stored() => new()
    {
        Rows = [.. Kept.Years.Select(year => new YearRow
        {
            Year = year.Year,
            OfficialMembers = year.OfficialMembers,
            CapitalLinkedMembers = year.CapitalLinkedMembers,
            LinkedMembers = year.LinkedMembers,
            Capital = year.Capital,
            Revenue = year.Revenue,
            Employees = year.Employees,
            Assets = year.Assets,
            Investment = year.Investment,
            Source = year.Source,
        })],
    };

    protected override bool IsEmpty(YearRow row) =>
        row is { OfficialMembers: null, CapitalLinkedMembers: null, LinkedMembers: null, Capital: null, Revenue: null, Employees: null, Assets: null, Investment: null } && VietnameseText.OnOneLine(row.Source) is null;

    protected override IEnumerable<(string Label, string? Words)> Told(RowsInput<YearRow> input) => input.Rows.Where(row => !IsEmpty(row)).OrderByDescending(row => row.Year).Select(row =>
        (row.Year?.ToString(CultureInfo.InvariantCulture) ?? "?", (string?)string.Join("; ", new[] { Count(row.OfficialMembers), Count(row.CapitalLinkedMembers), Count(row.LinkedMembers), Money(row.Capital), Money(row.Revenue), Count(row.Employees), Money(row.Assets), Money(row.Investment), VietnameseText.OnOneLine(row.Source) ?? "–" })));

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var (at, row) in Said)
        {
            if (row.Year is not { } year)
            {
                Wrong($"Input.Rows[{at}].Year", "Nhập năm của số liệu");
            }
            else if (year < CooperativeYear.FirstYear || year > Desk.Today.Year)
            {
                Wrong($"Input.Rows[{at}].Year", "Năm phải từ {0} đến năm nay", CooperativeYear.FirstYear);
            }
            else if (Said.Any(other => other.At < at && other.Row.Year == year))
            {
                Wrong($"Input.Rows[{at}].Year", "Năm {0} đã có ở một dòng trên", year);
            }
        }

        return Task.CompletedTask;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        var rows = Said.Select(pair => pair.Row).ToList();
        foreach (var gone in Kept.Years.Where(year => rows.TrueForAll(row => row.Year != year.Year)))
        {
            Desk.Db.Remove(gone);
        }

        Kept.Cooperative.Classify(rows.ConvertAll(Saved), Desk.Today, Kept.Scale);
        if (Desk.Db.ChangeTracker.Entries<CooperativeYear>().Any(entry => entry.State != EntityState.Unchanged))
        {
            Desk.Touch(Kept.Cooperative);
        }

        return Task.CompletedTask;
    }

    private CooperativeYear Saved(YearRow row)
    {
        var year = Kept.Years.FirstOrDefault(known => known.Year == row.Year);
        if (year is null)
        {
            year = new CooperativeYear(Guid.CreateVersion7(), Kept.Cooperative.Id, row.Year!.Value);
            Desk.Db.Add(year);
        }

        year.Describe(new YearContent((int?)row.OfficialMembers, (int?)row.CapitalLinkedMembers, (int?)row.LinkedMembers, row.Capital, row.Revenue, VietnameseText.OnOneLine(row.Source)) { Employees = (int?)row.Employees, Assets = row.Assets, Investment = row.Investment });
        return year;
    }

    private static string Count(long? members) => members?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static string Money(long? amount) => amount is { } value ? Dong.WithUnit(value) : "–";
}

internal sealed class YearRow
{
    private const string NotNegative = "{0} là số nguyên từ {1} đến {2}";

    [Display(Name = "Năm")]
    public int? Year { get; set; }

    [Display(Name = "Thành viên chính thức")]
    [Range(0d, CooperativeYear.MostMembers, ErrorMessage = NotNegative)]
    public long? OfficialMembers { get; set; }

    [Display(Name = "Thành viên liên kết góp vốn")]
    [Range(0d, CooperativeYear.MostMembers, ErrorMessage = NotNegative)]
    public long? CapitalLinkedMembers { get; set; }

    [Display(Name = "Thành viên liên kết không góp vốn")]
    [Range(0d, CooperativeYear.MostMembers, ErrorMessage = NotNegative)]
    public long? LinkedMembers { get; set; }

    [Display(Name = "Tổng vốn")]
    [Range(0d, CooperativeYear.MostMoney, ErrorMessage = NotNegative)]
    public long? Capital { get; set; }

    [Display(Name = "Doanh thu")]
    [Range(0d, CooperativeYear.MostMoney, ErrorMessage = NotNegative)]
    public long? Revenue { get; set; }

    [Display(Name = "Người lao động")]
    [Range(0d, CooperativeYear.MostMembers, ErrorMessage = NotNegative)]
    public long? Employees { get; set; }

    [Display(Name = "Tổng tài sản")]
    [Range(0d, CooperativeYear.MostMoney, ErrorMessage = NotNegative)]
    public long? Assets { get; set; }

    [Display(Name = "Đầu tư trong năm")]
    [Range(0d, CooperativeYear.MostMoney, ErrorMessage = NotNegative)]
    public long? Investment { get; set; }

    [Display(Name = "Nguồn")]
    [StringLength(CooperativeYear.SourceMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Source { get; set; }
}
