using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Office.Collective;
using PhuSa.Marks.Register;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>Puts right what is written of a mark and of the days of its filing, with the reason; its moves stay.</summary>
internal sealed class CorrectModel(CollectiveDesk desk, Acting acting, Texts text) : EditingPage<CorrectMarkInput>(desk.Db, text)
{
    private OrganisationFact _stored = null!;
    private OrganisationRow? _owner;

    [FromRoute]
    public Guid Id { get; set; }

    public CollectiveMark Mark { get; private set; } = null!;

    public string Address => CollectiveRights.Of(Id);

    /// <summary>The days that the form asks for: of every step of the main line that lies behind, and of what was recorded beside it.</summary>
    public IReadOnlyList<(string Key, string Label)> Dated { get; private set; } = [];

    protected override string Home => Address;

    /// <summary>As typed, also what is no day.</summary>
    public string? Typed(string field, string key) => ModelState.TryGetValue(field, out var entry) && entry.AttemptedValue is { } typed ? typed : Iso(Input.Days.GetValueOrDefault(key));

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Id, cancellationToken) is not { } mark)
        {
            return false;
        }

        Mark = mark;
        _stored = (await desk.Organisations.OfAsync([mark.OwnerId], cancellationToken))[mark.OwnerId];
        Dated =
        [
            .. FilingFlow.MainLine.Where(action => mark.DayOf(action) is not null || (mark.Status != FilingStage.Unknown && IsBehind(mark.Status, FilingFlow.StageAfter(action)))).Select(action => (action.ToString(), FilingFlow.Told(action))),
            .. mark.Acts.Where(act => !FilingFlow.MainLine.Contains(act.Action)).OrderBy(act => act.On).ThenBy(act => act.Action).Select(act => ($"{act.Id:N}", FilingFlow.Told(act.Action))),
        ];
        return true;
    }

    protected override CorrectMarkInput Stored() => new()
    {
        Name = Mark.Name,
        Owner = _stored.Name,
        ApplicationNumber = Mark.ApplicationNumber,
        Classes = Mark.Classes,
        Goods = Mark.Goods,
        CertificateNumber = Mark.CertificateNumber,
        OtherMembers = Mark.OtherMembers,
        Source = Mark.Source,
        Days = Dated.ToDictionary(day => day.Key, day => StoredDay(day.Key), StringComparer.Ordinal),
    };

    protected override IEnumerable<(string Label, string? Words)> Told(CorrectMarkInput input) =>
    [
        ("Tên nhãn hiệu", CollectiveDesk.Exactly(input.Name)),
        ("Chủ sở hữu", VietnameseText.OnOneLine(input.Owner)),
        ("Số đơn đăng ký", VietnameseText.OnOneLine(input.ApplicationNumber)),
        ("Nhóm hàng hoá, dịch vụ", VietnameseText.OnOneLine(input.Classes)),
        ("Hàng hoá, dịch vụ", GrantForms.Block(input.Goods)),
        ("Số văn bằng", VietnameseText.OnOneLine(input.CertificateNumber)),
        ("Số thành viên khác được dùng", input.OtherMembers?.ToString(CultureInfo.InvariantCulture)),
        .. Dated.Select(day => (day.Label, input.Days.GetValueOrDefault(day.Key) is { } typed ? VietnamTime.Written(typed) : null)),
        ("Nguồn", VietnameseText.OnOneLine(input.Source)),
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        // The name as it was shown means the one that is stored, also where two organisations have it.
        _owner = VietnameseText.OnOneLine(Input.Owner) == _stored.Name ? null : await desk.Organisations.NamedAsync(Input.Owner, "Input.Owner", ModelState, Text, cancellationToken);
        if (await CollectiveForms.WrongNumberAsync(desk, Input.ApplicationNumber, Id, cancellationToken) is { } wrong)
        {
            Wrong("Input.ApplicationNumber", wrong.Sentence, wrong.Args);
        }

        var before = (Day: (DateOnly?)null, Label: "");
        foreach (var (key, label) in Dated)
        {
            var isMain = Enum.TryParse<FilingAction>(key, out _);
            if (Input.Days.GetValueOrDefault(key) is not { } day)
            {
                if (Mark.Acts.Any(act => KeyOf(act) == key && (!isMain || Mark.IsRecorded(act))))
                {
                    Wrong($"Input.Days[{key}]", "Ngày này đã ghi cùng một bước nên không để trống được.");
                }

                continue;
            }

            if (day > desk.Today || day.Year < 1990)
            {
                Wrong($"Input.Days[{key}]", "Ngày phải từ năm 1990 đến hôm nay.");
            }
            else if (isMain && day < before.Day)
            {
                Wrong($"Input.Days[{key}]", "Ngày này không được sớm hơn ngày của bước “{0}”.", Text[before.Label]);
            }
            else if (isMain)
            {
                before = (day, label);
            }
            else if (day < Input.Days.GetValueOrDefault(nameof(FilingAction.FileApplication)))
            {
                Wrong($"Input.Days[{key}]", "Ngày này không được sớm hơn ngày của bước “{0}”.", Text[FilingFlow.Told(FilingAction.FileApplication)]);
            }
        }
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        acting.As(desk.By, GrantForms.Block(Input.Why));
        Mark.Describe(CollectiveDesk.Exactly(Input.Name)!, _owner?.Id ?? Mark.OwnerId, VietnameseText.OnOneLine(Input.ApplicationNumber), VietnameseText.OnOneLine(Input.Source));
        Mark.Detail(new CollectiveMarkDetails(VietnameseText.OnOneLine(Input.Classes), GrantForms.Block(Input.Goods), VietnameseText.OnOneLine(Input.CertificateNumber), Input.OtherMembers));
        foreach (var (key, _) in Dated)
        {
            var day = Input.Days.GetValueOrDefault(key);
            if (Enum.TryParse<FilingAction>(key, out var action))
            {
                Mark.Redate(action, day, desk.Now);
            }
            else if (day is { } right)
            {
                Mark.Redate(Mark.Acts.First(act => KeyOf(act) == key).Id, right);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The days are parts'; the mark carries the version that keeps two from writing at once.</summary>
    protected override void BeforeSave() => desk.Db.Entry(Mark).Property(m => m.Version).IsModified = true;

    private static string KeyOf(FilingAct act) => FilingFlow.MainLine.Contains(act.Action) ? act.Action.ToString() : $"{act.Id:N}";

    /// <summary>A filing that was refused or withdrawn may have come as far as the notice.</summary>
    private static bool IsBehind(FilingStage now, FilingStage stage) => stage <= now switch
    {
        FilingStage.Opposed => FilingStage.Examining,
        FilingStage.Refused or FilingStage.Withdrawn => FilingStage.GrantIntended,
        _ => now,
    };

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateOnly? StoredDay(string key) => Mark.Acts.FirstOrDefault(act => KeyOf(act) == key)?.On;
}

internal sealed class CorrectMarkInput
{
    [Display(Name = "Tên nhãn hiệu")]
    [Required(ErrorMessage = "Nhập tên nhãn hiệu")]
    [StringLength(CollectiveMark.NameMaxLength, ErrorMessage = GrantForms.TooLong)]
    [RegularExpression(CollectiveInput.NoControls, MatchTimeoutInMilliseconds = -1, ErrorMessage = CollectiveInput.HasControls)]
    public string? Name { get; set; }

    [Display(Name = "Chủ sở hữu")]
    [Required(ErrorMessage = "Nhập mã hoặc tên chủ sở hữu")]
    [StringLength(300, ErrorMessage = GrantForms.TooLong)]
    public string? Owner { get; set; }

    [Display(Name = "Số đơn đăng ký")]
    [StringLength(CollectiveMark.ApplicationNumberMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? ApplicationNumber { get; set; }

    [Display(Name = "Nhóm hàng hoá, dịch vụ")]
    [StringLength(CollectiveMark.ClassesMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Classes { get; set; }

    [Display(Name = "Hàng hoá, dịch vụ")]
    [StringLength(CollectiveMark.GoodsMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Goods { get; set; }

    [Display(Name = "Số văn bằng")]
    [StringLength(CollectiveMark.CertificateMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? CertificateNumber { get; set; }

    [Display(Name = "Số thành viên khác được dùng")]
    [Range(0, CollectiveMark.MembersMost, ErrorMessage = "{0} từ {1} đến {2}")]
    public int? OtherMembers { get; set; }

    /// <summary>By the action of the main line, or the id of an act beside it.</summary>
    public Dictionary<string, DateOnly?> Days { get; set; } = new(StringComparer.Ordinal);

    [Display(Name = "Nguồn")]
    [StringLength(MarkColumns.SourceMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Source { get; set; }

    [Display(Name = "Lý do sửa")]
    [Required(ErrorMessage = "Nhập lý do sửa")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}
