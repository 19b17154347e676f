using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>The rows of the rule in force that the product does not know, as data of an office that has the decree in hand. Size classes are computed anew afterwards.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SizeBoundsModel(RegistryDesk desk, IJobs jobs, Texts text) : PageModel
{
    public const string Word = "nguong-quy-mo";

    /// <summary>From the class that asks for most.</summary>
    public static readonly IReadOnlyList<SizeClass> Classes = [SizeClass.Large, SizeClass.Medium, SizeClass.Small];

    private Dictionary<(CooperativeSector Sector, SizeClass Size), SizeBound> _stored = [];

    [BindProperty]
    public Dictionary<string, BoundInput> Rows { get; set; } = [];

    /// <summary>Of each field: where its rows were read.</summary>
    [BindProperty]
    public Dictionary<string, string?> Sources { get; set; } = [];

    [BindProperty]
    public string? Stamp { get; set; }

    public SizeRule Rule { get; } = SizeRules.On(desk.Today)!;

    public string StampNow => "0." + string.Join('.', _stored.Values.OrderBy(bound => bound.Sector).ThenBy(bound => bound.Size).Select(bound => $"{bound.Id:N}-{bound.Version}"));

    public static string KeyOf(CooperativeSector sector, SizeClass size) => $"{sector}-{size}";

    /// <returns>What the product knows of this row; null where an office enters it.</returns>
    public SizeThreshold? Known(CooperativeSector sector, SizeClass size) => SizeRules.Known(Rule, sector, size);

    public static bool IsOpen(SizeRule rule, CooperativeSector sector) => Classes.Any(size => SizeRules.Known(rule, sector, size) is null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        foreach (var bound in _stored.Values)
        {
            Rows[KeyOf(bound.Sector, bound.Size)] = new BoundInput { Members = bound.Members, Revenue = bound.Revenue, Capital = bound.Capital };
            Sources[$"{bound.Sector}"] = bound.Source;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        foreach (var sector in Enum.GetValues<CooperativeSector>())
        {
            Check(sector);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Stamp != StampNow)
        {
            return Stale();
        }

        foreach (var sector in Enum.GetValues<CooperativeSector>())
        {
            Put(sector);
        }

        try
        {
            await desk.Db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            desk.Forget();
            return Stale();
        }

        await jobs.RunSoonAsync(SizesAnew.JobCode, cancellationToken);
        return Redirect(RegistryRights.Address);
    }

    private PageResult Stale()
    {
        ModelState.AddModelError(string.Empty, text["Phần này vừa được người khác sửa trong lúc bạn soạn. Mọi điều bạn nhập còn nguyên dưới đây; chưa có gì được lưu."]);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var code = Rule.Code;
        _stored = await desk.Db.Set<SizeBound>().Where(bound => bound.Rule == code).ToDictionaryAsync(bound => (bound.Sector, bound.Size), cancellationToken);
        foreach (var sector in Enum.GetValues<CooperativeSector>())
        {
            Sources.TryAdd($"{sector}", null);
            foreach (var size in Classes)
            {
                Rows.TryAdd(KeyOf(sector, size), new BoundInput());
            }
        }
    }

    private void Check(CooperativeSector sector)
    {
        SizeThreshold? above = null;
        foreach (var size in Classes)
        {
            var (key, row) = (KeyOf(sector, size), Rows[KeyOf(sector, size)]);
            var least = Known(sector, size) ?? row.Threshold;
            if (Known(sector, size) is null && !row.IsEmpty && least is null && IsRead(key))
            {
                ModelState.AddModelError($"Rows[{key}].{row.FirstMissing}", text["Nhập đủ số thành viên, doanh thu và vốn của dòng này, hoặc để trống cả ba"]);
            }

            if (above is not null && least is not null && (least.Members > above.Members || least.Revenue > above.Revenue || least.Capital > above.Capital))
            {
                ModelState.AddModelError($"Rows[{key}].Members", text["Ngưỡng của mức thấp hơn không thể cao hơn ngưỡng của mức trên nó"]);
            }

            above = least ?? above;
        }

        if (SourceOf(sector) is null && Classes.Any(size => Known(sector, size) is null && !Rows[KeyOf(sector, size)].IsEmpty))
        {
            ModelState.AddModelError($"Sources[{sector}]", text["Ghi các ngưỡng này lấy từ đâu"]);
        }

        if (SourceOf(sector) is { Length: > SizeBound.SourceMaxLength })
        {
            ModelState.AddModelError($"Sources[{sector}]", text[BaseInput.TooLong, text["Nguồn"], SizeBound.SourceMaxLength]);
        }
    }

    /// <summary>What could not be read has been told.</summary>
    private bool IsRead(string key) => ModelState.Where(field => field.Key.StartsWith($"Rows[{key}]", StringComparison.Ordinal)).All(field => field.Value!.Errors.Count == 0);

    private string? SourceOf(CooperativeSector sector) => VietnameseText.OnOneLine(Sources[$"{sector}"]);

    private void Put(CooperativeSector sector)
    {
        foreach (var size in Classes.Where(size => Known(sector, size) is null))
        {
            var stored = _stored.GetValueOrDefault((sector, size));
            if (Rows[KeyOf(sector, size)].Threshold is not { } least)
            {
                if (stored is not null)
                {
                    desk.Db.Remove(stored);
                }

                continue;
            }

            if (stored is null)
            {
                stored = new SizeBound(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), Rule.Code, sector, size);
                desk.Db.Add(stored);
            }

            stored.Ask(least, SourceOf(sector)!);
        }
    }
}

internal sealed class BoundInput
{
    private const string NotNegative = "{0} là số nguyên từ {1} đến {2}";

    [Display(Name = "Thành viên chính thức")]
    [Range(0d, CooperativeYear.MostMembers, ErrorMessage = NotNegative)]
    public long? Members { get; set; }

    [Display(Name = "Doanh thu")]
    [Range(0d, CooperativeYear.MostMoney, ErrorMessage = NotNegative)]
    public long? Revenue { get; set; }

    [Display(Name = "Tổng vốn")]
    [Range(0d, CooperativeYear.MostMoney, ErrorMessage = NotNegative)]
    public long? Capital { get; set; }

    public bool IsEmpty => this is { Members: null, Revenue: null, Capital: null };

    /// <summary>Null unless all three are there.</summary>
    public SizeThreshold? Threshold => this is { Members: { } members, Revenue: { } revenue, Capital: { } capital } ? new((int)members, revenue, capital) : null;

    public string FirstMissing => Members is null ? nameof(Members) : Revenue is null ? nameof(Revenue) : nameof(Capital);
}
