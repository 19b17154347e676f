using System.ComponentModel.DataAnnotations;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>A move of the status, with its date, paper and reason.</summary>
internal sealed class StatusModel(RegistryDesk desk, Texts text) : FileEditing<StatusInput>(desk, text)
{
    private List<Guid> _into = [];

    /// <summary>What may be done from here.</summary>
    public IReadOnlyList<CooperativeAction> Next => [.. CooperativeFlow.Table.Moves.Where(move => move.From == Kept.Cooperative.Status).Select(move => move.Action).Where(action => action != CooperativeAction.TellDay || Kept.Cooperative.StatusOn is null)];

    protected override StatusInput Stored() => new();

    protected override IEnumerable<(string Label, string? Words)> Told(StatusInput input)
    {
        var cooperative = Kept.Cooperative;

        // Where somebody has moved it meanwhile, what was wanted may not be possible any more: then the wish itself is shown.
        var wanted = input.Action is not { } action ? RegistryWords.Of(cooperative.Status)
            : CooperativeFlow.Table.Next(cooperative.Status, action) is { } next ? RegistryWords.Of(next)
            : CooperativeFlow.Of(action);
        return
        [
            ("Tình trạng", wanted),
            ("Tình trạng từ ngày", (input.Action is null ? cooperative.StatusOn : input.On) is { } day ? VietnamTime.Written(day) : null),
        ];
    }

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.Action is null)
        {
            Wrong("Input.Action", "Chọn việc cần ghi nhận");
        }

        if (Input is { Action: CooperativeAction.TellDay, On: null })
        {
            Wrong("Input.On", "Nhập ngày của tình trạng, như giấy tờ ghi.");
        }

        var typed = (Input.Into ?? "").Split(['\n', '\r', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        var found = await Desk.NamedAsync(typed, cancellationToken);
        if (typed.Find(word => found[word].Count() != 1) is { } unknown)
        {
            Wrong("Input.Into", "Không có đúng một hồ sơ mang mã hoặc số đăng ký “{0}”", unknown);
        }

        _into = [.. typed.SelectMany(word => found[word]).Distinct()];
        if (await Desk.EndedAsync(_into, cancellationToken) is { } ended)
        {
            Wrong("Input.Into", "Hồ sơ {0} đã giải thể, sáp nhập hoặc chia nên không nhận được", ended);
        }
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        var action = Input.Action!.Value;
        if (CooperativeFlow.Table.Next(Kept.Cooperative.Status, action) is null)
        {
            throw new RefusedException("Không thực hiện được bước này khi hồ sơ đang ở trạng thái “{0}”.", RegistryWords.Of(Kept.Cooperative.Status));
        }

        Kept.Cooperative.Change(action, new StatusNews(Input.On, VietnameseText.OnOneLine(Input.Source), Input.Why!.Trim(), _into), Desk.Today, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

internal sealed class StatusInput
{
    [Display(Name = "Việc ghi nhận")]
    [EnumDataType(typeof(CooperativeAction), ErrorMessage = "Chọn việc cần ghi nhận")]
    public CooperativeAction? Action { get; set; }

    [Display(Name = "Có hiệu lực từ ngày")]
    [Range(typeof(DateOnly), RecordDays.First, RecordDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = RecordDays.Outside)]
    public DateOnly? On { get; set; }

    [Display(Name = "Theo giấy tờ, nguồn")]
    [Required(ErrorMessage = "Nhập giấy tờ; không có giấy tờ thì ghi ai cho biết")]
    [StringLength(StatusMove.SourceMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Source { get; set; }

    [Display(Name = "Nơi nhận")]
    [StringLength(2000, ErrorMessage = BaseInput.TooLong)]
    public string? Into { get; set; }

    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Why { get; set; }
}
