using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Register;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>One version of the fee schedule, by its first year; “moi” adds one.</summary>
internal sealed class ScheduleModel(AllianceDesk desk, ClassNames classes, Texts text) : AllianceEditing<ScheduleInput>(desk, text)
{
    private FeeSchedule? _schedule;
    private IReadOnlyList<FeeLine> _lines = [];

    /// <summary>Amounts typed in rows that the schedule has no more: they are told, not saved.</summary>
    private IReadOnlyList<(string Label, string? Words)> _gone = [];

    [FromRoute(Name = "nam")]
    public string FirstYear { get; set; } = "";

    /// <summary>Each class as a whole, then by the kinds of organisation that it takes.</summary>
    public IReadOnlyList<(MemberClass Class, OrganisationKind? Kind)> Rows { get; private set; } = [];

    public bool IsNew => FirstYear == New;

    public override string Address => $"{AllianceRights.Fees}/bieu";

    /// <summary>The rule in Vietnamese; the key of its English.</summary>
    public static string Of(PartYear rule) => rule == PartYear.WholeYear ? "Thành viên một phần năm nộp cả năm" : "Thành viên một phần năm nộp theo số tháng";

    /// <summary>Which row an amount stands in, as the form sends it along: rows come and go with the classes.</summary>
    public static string KeyOf((MemberClass Class, OrganisationKind? Kind) row) => row.Kind is { } kind ? $"{row.Class.Code}/{kind}" : row.Class.Code;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        _schedule = int.TryParse(FirstYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? await Desk.Db.Set<FeeSchedule>().AsSplitQuery().SingleOrDefaultAsync(s => s.FirstYear == year, cancellationToken) : null;
        var known = (await classes.AllAsync(cancellationToken)).All;
        Rows = [.. known.Where(c => !c.IsRetired || _schedule?.Rates.Any(rate => rate.ClassCode == c.Code) == true).SelectMany(c => c.Kinds.Select(kind => (c, (OrganisationKind?)kind)).Prepend((c, null)))];
        return IsNew || _schedule is not null;
    }

    protected override ScheduleInput Stored() => new()
    {
        FirstYear = _schedule?.FirstYear ?? Today.Year,
        PartYear = _schedule?.PartYear ?? PartYear.WholeYear,
        Source = _schedule?.Source,
        Rows = [.. Rows.Select(KeyOf)],
        Amounts = [.. Rows.Select(row => _schedule?.Rates.FirstOrDefault(rate => rate.ClassCode == row.Class.Code && rate.Kind == row.Kind)?.Amount)],
    };

    protected override IEnumerable<(string Label, string? Words)> Told(ScheduleInput input) =>
    [
        ("Áp dụng từ năm", input.FirstYear?.ToString(CultureInfo.InvariantCulture)),
        ("Theo văn bản", VietnameseText.OnOneLine(input.Source)),
        ("Năm không trọn", Of(input.PartYear)),
        .. Rows.Select((row, at) => ($"{row.Class.Name}: {(row.Kind is { } kind ? OrganisationKinds.Word(kind) : "mức chung")}", AmountOf(input, at) is { } amount ? Dong.WithUnit(amount) : null)),
        .. ReferenceEquals(input, Input) ? _gone : [],
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        Align();
        if (IsNew && Input.FirstYear is { } year && await Desk.Db.Set<FeeSchedule>().AnyAsync(s => s.FirstYear == year, cancellationToken))
        {
            Wrong("Input.FirstYear", "Đã có biểu hội phí áp dụng từ năm này");
        }

        _lines = [.. Rows.Select((row, at) => (Row: row, Amount: AmountOf(Input, at))).Where(row => row.Amount is not null).Select(row => new FeeLine(row.Row.Class.Code, row.Row.Kind, row.Amount!.Value))];
        if (_lines.Count == 0)
        {
            Wrong("Input.Amounts[0]", "Nhập ít nhất một mức hội phí");
        }

        if (_lines.Any(line => line.Amount > FeeReceipt.Most))
        {
            Wrong("Input.Amounts[0]", "Mức hội phí quá lớn");
        }
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (_schedule is null)
        {
            _schedule = new FeeSchedule(Guid.CreateVersion7(new DateTimeOffset(Desk.Now)), Input.FirstYear!.Value);
            Desk.Db.Add(_schedule);
        }
        else
        {
            Desk.Db.Entry(_schedule).Property(s => s.Version).IsModified = true;
        }

        _schedule.Set(Input.PartYear, VietnameseText.OnOneLine(Input.Source)!, _lines);
        return Task.CompletedTask;
    }

    private static long? AmountOf(ScheduleInput input, int at) => at < input.Amounts.Count ? input.Amounts[at] : null;

    /// <summary>By its place an amount could fall to another class than the one beside which it was typed: each goes to the row that it was typed in.</summary>
    private void Align()
    {
        var keys = Rows.Select(KeyOf).ToList();
        if (Input.Rows.SequenceEqual(keys, StringComparer.Ordinal))
        {
            return;
        }

        var typed = Input.Rows.Select((key, at) => (Key: key, Amount: AmountOf(Input, at))).DistinctBy(row => row.Key).ToDictionary(row => row.Key, row => row.Amount, StringComparer.Ordinal);
        _gone = [.. typed.Where(row => row.Value is not null && !keys.Contains(row.Key)).Select(row => (row.Key, (string?)Dong.WithUnit(row.Value!.Value)))];
        (Input.Rows, Input.Amounts) = (keys, [.. keys.Select(key => typed.GetValueOrDefault(key))]);
        foreach (var entry in ModelState.Keys.Where(key => key.StartsWith("Input.Amounts[", StringComparison.Ordinal) || key.StartsWith("Input.Rows[", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(entry);
        }
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
