using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Office.Collective;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>The lengths of a legal regime; “moi” adds one.</summary>
internal sealed class RegimeModel(CollectiveDesk desk, Acting acting, Texts text) : EditingPage<RegimeInput>(desk.Db, text)
{
    public const string New = "moi";

    private FilingRegime? _regime;

    public static IReadOnlyList<FilingTerm> Every { get; } = Enum.GetValues<FilingTerm>();

    [FromRoute(Name = "ma")]
    public string Code { get; set; } = "";

    public bool IsNew => Code == New;

    protected override string Home => CollectiveRights.Terms;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        _regime = Guid.TryParse(Code, out var id) ? await desk.Db.Set<FilingRegime>().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) : null;
        return IsNew || _regime is not null;
    }

    protected override RegimeInput Stored() => new()
    {
        Name = _regime?.Name,
        ValidFrom = _regime?.ValidFrom,
        Source = _regime?.Source,
        Limits = [.. Every.Select(term => _regime?.Of(term) is { } limit ? new LimitInput { Length = limit.Length, Unit = limit.Unit, Source = limit.Source } : new LimitInput())],
    };

    protected override IEnumerable<(string Label, string? Words)> Told(RegimeInput input) =>
    [
        ("Tên quy định", VietnameseText.OnOneLine(input.Name)),
        ("Cho đơn nộp từ ngày", input.ValidFrom is { } from ? VietnamTime.Written(from) : null),
        ("Nguồn", VietnameseText.OnOneLine(input.Source)),
        .. Every.Zip(input.Limits, (term, limit) => (FilingWords.Of(term), limit.Length is { } length ? $"{length} {FilingWords.Of(limit.Unit)}; {VietnameseText.OnOneLine(limit.Source)}" : VietnameseText.OnOneLine(limit.Source))),
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        // A form without all of them would empty what it does not name.
        if (Input.Limits.Count != Every.Count)
        {
            Input.Limits = [.. Input.Limits.Concat(Enumerable.Repeat(new LimitInput(), Every.Count)).Take(Every.Count)];
            Wrong("", "Biểu mẫu gửi lên thiếu ô. Mở lại trang rồi nhập lại.");
        }

        foreach (var (i, limit) in Input.Limits.Index())
        {
            if (limit.Length is not null && VietnameseText.OnOneLine(limit.Source) is null)
            {
                Wrong($"Input.Limits[{i}].Source", "Ghi thời hạn này lấy từ điều, khoản hay văn bản nào.");
            }
        }

        var id = _regime?.Id;
        if (await desk.Db.Set<FilingRegime>().AnyAsync(r => r.Id != id && r.ValidFrom == Input.ValidFrom, cancellationToken))
        {
            Wrong("Input.ValidFrom", Input.ValidFrom is null ? "Đã có quy định đầu tiên. Ghi ngày bắt đầu áp dụng của quy định này." : "Đã có quy định áp dụng từ ngày này. Mở quy định đó để sửa.");
        }
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        acting.As(desk.By, GrantForms.Block(Input.Why));
        if (_regime is null)
        {
            _regime = new FilingRegime(Guid.CreateVersion7(new DateTimeOffset(desk.Now)));
            desk.Db.Add(_regime);
        }

        _regime.Describe(VietnameseText.OnOneLine(Input.Name)!, Input.ValidFrom, VietnameseText.OnOneLine(Input.Source));
        foreach (var (term, limit) in Every.Zip(Input.Limits))
        {
            _regime.Set(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), term, limit.Length, limit.Unit, VietnameseText.OnOneLine(limit.Source));
        }

        return Task.CompletedTask;
    }

    /// <summary>The lengths are parts'; the regime carries the version that keeps two from writing at once.</summary>
    protected override void BeforeSave()
    {
        if (!IsNew)
        {
            desk.Db.Entry(_regime!).Property(r => r.Version).IsModified = true;
        }
    }
}

internal sealed class RegimeInput
{
    [Display(Name = "Tên quy định")]
    [Required(ErrorMessage = "Nhập tên quy định")]
    [StringLength(FilingRegime.NameMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Cho đơn nộp từ ngày")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? ValidFrom { get; set; }

    [Display(Name = "Nguồn")]
    [StringLength(FilingRegime.SourceMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Source { get; set; }

    /// <summary>One for each term, in their order.</summary>
    public List<LimitInput> Limits { get; set; } = [];

    [Display(Name = "Lý do sửa")]
    [Required(ErrorMessage = "Nhập lý do sửa")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}

internal sealed class LimitInput
{
    [Display(Name = "Độ dài")]
    [Range(1, FilingRegime.LengthMost, ErrorMessage = "{0} từ {1} đến {2}")]
    public int? Length { get; set; }

    [Display(Name = "Đơn vị tính")]
    [EnumDataType(typeof(TermUnit), ErrorMessage = "Chọn trong danh sách")]
    public TermUnit Unit { get; set; } = TermUnit.Month;

    [Display(Name = "Nguồn của thời hạn")]
    [StringLength(FilingRegime.SourceMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Source { get; set; }
}
