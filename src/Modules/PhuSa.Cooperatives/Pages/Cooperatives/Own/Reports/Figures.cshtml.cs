using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Own.Reports;

/// <summary>Members and money of the year, told to the officers; what the register knows already stands in the fields.</summary>
internal sealed class FiguresModel(ReportDesk desk, ISignedIn signedIn, Texts text) : ReportScreen(desk, signedIn, text)
{
    [BindProperty]
    public FiguresInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancellationToken)
    {
        if (!await IsOwnFoundAsync(year, cancellationToken))
        {
            return NotFound();
        }

        Input = FiguresInput.Of(Kept.Figures);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, CancellationToken cancellationToken)
    {
        if (!await IsOwnFoundAsync(year, cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid && Input.Read() == ReportFigures.Nothing)
        {
            Wrong("Input.OfficialMembers", "Nhập ít nhất một số liệu");
        }

        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        await Desk.TellFiguresAsync(Kept, Input.Read(), cancellationToken);
        return Redirect(Kept.OwnAddress);
    }
}

internal sealed class FiguresInput
{
    private const string NotNegative = "{0} là số nguyên từ {1} đến {2}";

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

    public static FiguresInput Of(ReportFigures figures) => new()
    {
        OfficialMembers = figures.OfficialMembers,
        CapitalLinkedMembers = figures.CapitalLinkedMembers,
        LinkedMembers = figures.LinkedMembers,
        Capital = figures.Capital,
        Revenue = figures.Revenue,
        Employees = figures.Employees,
        Assets = figures.Assets,
        Investment = figures.Investment,
    };

    public ReportFigures Read() => new((int?)OfficialMembers, (int?)CapitalLinkedMembers, (int?)LinkedMembers, Capital, Revenue) { Employees = (int?)Employees, Assets = Assets, Investment = Investment };
}
