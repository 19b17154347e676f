using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Register;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>One version of the fee schedule, by its first year; “moi” adds one.</summary>
internal sealed class ScheduleModel(AllianceDesk desk, ClassNames classes, Texts text) : AlliancePage(desk, text)
{
    public const string New = "moi";

    private FeeSchedule? _schedule;

    [FromRoute(Name = "nam")]
    public string FirstYear { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ScheduleInput Input { get; set; } = new();

    /// <summary>Each class as a whole, then by the kinds of organisation that it takes.</summary>
    public IReadOnlyList<(MemberClass Class, OrganisationKind? Kind)> Rows { get; private set; } = [];

    public bool IsNew => FirstYear == New;

    /// <summary>The rule in Vietnamese; the key of its English.</summary>
    public static string Of(PartYear rule) => rule == PartYear.WholeYear ? "Thành viên một phần năm nộp cả năm" : "Thành viên một phần năm nộp theo số tháng";

    /// <summary>Which row an amount stands in, as the form sends it along: rows come and go with the classes.</summary>
    public static string KeyOf((MemberClass Class, OrganisationKind? Kind) row) => row.Kind is { } kind ? $"{row.Class.Code}/{kind}" : row.Class.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        Input.FirstYear = _schedule?.FirstYear ?? Today.Year;
        (Input.PartYear, Input.Source, Version) = (_schedule?.PartYear ?? PartYear.WholeYear, _schedule?.Source, _schedule?.Version ?? 0);
        Input.Amounts = [.. Rows.Select(row => _schedule?.Rates.FirstOrDefault(rate => rate.ClassCode == row.Class.Code && rate.Kind == row.Kind)?.Amount)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        // By its place an amount could fall to another class than the one beside which it was typed.
        if (!Input.Rows.SequenceEqual(Rows.Select(KeyOf), StringComparer.Ordinal))
        {
            throw new RefusedException("Các loại thành viên vừa được thay đổi nên biểu này không còn đúng. Mở lại trang rồi nhập lại.");
        }

        if (IsNew && Input.FirstYear is { } year && await Desk.Db.Set<FeeSchedule>().AnyAsync(s => s.FirstYear == year, cancellationToken))
        {
            Wrong("Input.FirstYear", "Đã có biểu hội phí áp dụng từ năm này");
        }

        var lines = Rows.Index().Where(row => row.Index < Input.Amounts.Count && Input.Amounts[row.Index] is not null).Select(row => new FeeLine(row.Item.Class.Code, row.Item.Kind, Input.Amounts[row.Index]!.Value)).ToList();
        if (lines.Count == 0)
        {
            Wrong("Input.Amounts[0]", "Nhập ít nhất một mức hội phí");
        }

        if (lines.Exists(line => line.Amount > FeeReceipt.Most))
        {
            Wrong("Input.Amounts[0]", "Mức hội phí quá lớn");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (_schedule is null)
        {
            _schedule = new FeeSchedule(Guid.CreateVersion7(new DateTimeOffset(Desk.Now)), Input.FirstYear!.Value);
            Desk.Db.Add(_schedule);
        }
        else
        {
            Desk.Db.Entry(_schedule).Property(s => s.Version).OriginalValue = Version;
            Desk.Db.Entry(_schedule).Property(s => s.Version).IsModified = true;
        }

        _schedule.Set(Input.PartYear, Line(Input.Source)!, lines);
        await Desk.SaveAsync(cancellationToken);
        return Redirect($"{AllianceRights.Fees}/bieu");
    }

    private async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        _schedule = int.TryParse(FirstYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? await Desk.Db.Set<FeeSchedule>().AsSplitQuery().SingleOrDefaultAsync(s => s.FirstYear == year, cancellationToken) : null;
        var known = (await classes.AllAsync(cancellationToken)).All;
        Rows = [.. known.Where(c => !c.IsRetired || _schedule?.Rates.Any(rate => rate.ClassCode == c.Code) == true).SelectMany(c => c.Kinds.Select(kind => (c, (OrganisationKind?)kind)).Prepend((c, null)))];
        return IsNew || _schedule is not null;
    }
}

internal sealed class ScheduleInput
{
    [Display(Name = "Áp dụng từ năm")]
    [Required(ErrorMessage = "Nhập năm")]
    [Range(1993, 2200, ErrorMessage = AllianceInput.OutsideDays)]
    public int? FirstYear { get; set; }

    [EnumDataType(typeof(PartYear), ErrorMessage = "Chọn trong danh sách")]
    public PartYear PartYear { get; set; }

    [Display(Name = "Theo văn bản")]
    [Required(ErrorMessage = "Nhập nghị quyết, quyết định hoặc điều của Điều lệ")]
    [StringLength(AllianceColumns.SourceMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Source { get; set; }

    /// <summary>The rows as they were shown, one to each amount.</summary>
    public List<string> Rows { get; set; } = [];

    public List<long?> Amounts { get; set; } = [];
}
