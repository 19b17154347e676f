using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Applications;

/// <summary>The office takes one step with an application: with its day, what was found, and its paper where there is one.</summary>
internal sealed class StepModel(ApplicationDesk desk, Texts text) : StepPage(desk.Db, text), IPicksPaper
{
    private PaperFact? _paper;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "buoc")]
    public string Word { get; set; } = "";

    [BindProperty]
    public ApplicationStepInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public ApplicationAction Move => ApplicationSteps.Words[Word];

    public MarkApplication Application { get; private set; } = null!;

    public override string Address => ApplicationDesk.Of(Id);

    public bool IsResult => Move is ApplicationAction.CheckField or ApplicationAction.RecordSample;

    public string? PassedError => ModelState["Input.Passed"]?.Errors.FirstOrDefault()?.ErrorMessage;

    public string DayHint => Move switch
    {
        ApplicationAction.Submit => "Ngày cơ quan nhận đơn; hạn tính từ ngày này",
        ApplicationAction.AskSupplement => "Đồng hồ của cơ quan dừng từ ngày này",
        ApplicationAction.Supplement => "Ngày nhận bổ sung; đồng hồ chạy tiếp",
        ApplicationAction.CheckField => "Ngày đi kiểm tra",
        ApplicationAction.RecordSample => "Ngày có kết quả",
        _ => "Ngày của việc này",
    };

    public string WhyLabel => Move switch
    {
        ApplicationAction.AskSupplement => "Cần bổ sung gì",
        ApplicationAction.CheckField => "Thấy gì khi kiểm tra",
        ApplicationAction.RecordSample => "Kết quả mẫu",
        ApplicationAction.Refuse or ApplicationAction.Withdraw => "Lý do",
        _ => "Ghi chú",
    };

    public string? Consequence => Move switch
    {
        ApplicationAction.AskSupplement => "Chỉ được yêu cầu bổ sung một lần: nêu đủ mọi điều còn thiếu. Đơn vị nhận thông báo ngay.",
        ApplicationAction.Refuse => "Đơn vị nhận thông báo kèm lý do. Việc này không lùi lại được; đơn vị nộp được đơn mới.",
        ApplicationAction.Withdraw => "Ghi theo đề nghị của đơn vị. Việc này không lùi lại được; đơn vị nộp được đơn mới.",
        _ => null,
    };

    protected override int VersionNow => Application.Version;

    protected override bool IsNext => MarkApplicationFlow.Table.Next(Application.Status, Move) is not null && (Move != ApplicationAction.AskSupplement || Application.Asked is null)
        && (Move != ApplicationAction.Submit || Application.Missing.Count == 0);

    protected override string Standing => MarkApplicationFlow.Table[Application.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Application.Steps;

    /// <summary>Working days that the applicant has to supplement; null where the regulation sets none.</summary>
    private int? Days { get; set; }

    private bool NeedsReason => IsResult || Move is ApplicationAction.AskSupplement or ApplicationAction.Refuse or ApplicationAction.Withdraw;

    protected override void Begin()
    {
        Input.On = desk.Grants.Today;
        Input.Until = Move == ApplicationAction.AskSupplement && Days is { } days ? WorkingDays.Add(desk.Grants.Today, days) : null;
    }

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        var picked = (await desk.Grants.PaperAsync(Input.Number, Input.Paper, cancellationToken)).Told(Input, ModelState, Text);
        (_paper, PaperChoices) = (picked.Paper, picked.Choices);
        CheckDay(Input.On, Application.Acts.Count == 0 ? null : Application.Acts.Max(act => act.On), desk.Grants.Today);

        if (Move == ApplicationAction.AskSupplement && Input.Until < Input.On)
        {
            Wrong("Input.Until", "Hạn bổ sung không được sớm hơn ngày yêu cầu.");
        }

        if (NeedsReason && GrantForms.Block(Input.Why) is null)
        {
            Wrong("Input.Why", "Nhập “{0}”", Text[WhyLabel]);
        }

        if (IsResult && Input.Passed is null && PassedError is null)
        {
            Wrong("Input.Passed", "Chọn đạt hay chưa đạt");
        }
    }

    protected override async Task TakeAsync(CancellationToken cancellationToken)
    {
        var news = new MoveNews(Input.On!.Value, GrantForms.Block(Input.Why), _paper?.Id);
        var (by, now, team) = (desk.Grants.By, desk.Grants.Now, VietnameseText.OnOneLine(Input.Team));
        switch (Move)
        {
            case ApplicationAction.Submit:
                await desk.SubmitAsync(Application, news, cancellationToken);
                break;
            case ApplicationAction.AskSupplement:
                Application.AskSupplement(news, Input.Until, by, now);
                await desk.TellApplicantAsync(Application, "Đơn {0} cho “{1}” cần bổ sung. Mở đơn để xem cần gì và hạn gửi.", cancellationToken);
                break;
            case ApplicationAction.Supplement:
                Application.Supplement(news, by, now);
                break;
            case ApplicationAction.FindComplete:
                Application.FindComplete(news, by, now);
                break;
            case ApplicationAction.CheckField:
                Application.CheckField(news, team, Input.Passed!.Value, by, now);
                break;
            case ApplicationAction.RecordSample:
                Application.RecordSample(news, team, Input.Passed!.Value, by, now);
                break;
            case ApplicationAction.Refuse:
                Application.Refuse(news, by, now);
                await desk.TellApplicantAsync(Application, "Đơn {0} cho “{1}” không được trao quyền. Mở đơn để xem lý do.", cancellationToken);
                break;
            default:
                Application.Withdraw(news, by, now);
                break;
        }
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Application = (ApplicationSteps.Words.ContainsKey(Word) ? await desk.FindKeptAsync(Id, cancellationToken) : null)!;
        Days = Application is null ? null : (await desk.RegulationAsync(Application, cancellationToken))?.SupplementDays;
        return Application is not null;
    }
}

internal sealed class ApplicationStepInput : PaperInput
{
    [Display(Name = "Ngày")]
    [Required(ErrorMessage = "Nhập ngày của việc này")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? On { get; set; }

    [Display(Name = "Hạn bổ sung")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? Until { get; set; }

    [Display(Name = "Đoàn kiểm tra")]
    [StringLength(MarkApplication.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Team { get; set; }

    [Display(Name = "Kết quả")]
    public bool? Passed { get; set; }

    [Display(Name = "Ghi chú")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}
