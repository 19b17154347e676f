using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Moves;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Inspections;

/// <summary>One step of a visit: with its day, what was found, and its paper where there is one.</summary>
internal sealed class StepModel(InspectionDesk desk, Texts text) : StepPage(desk.Db, text), IPicksPaper
{
    private PaperFact? _paper;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "buoc")]
    public string Word { get; set; } = "";

    [BindProperty]
    public VisitStepInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public VisitAction Move => InspectionVisitFlow.Words[Word];

    public InspectionVisit Visit { get; private set; } = null!;

    public IReadOnlyList<(VisitRight Looked, MarkGrant Grant)> Rights { get; private set; } = [];

    public override string Address => InspectionDesk.Of(Id);

    public string DayHint => Move switch
    {
        VisitAction.GiveNotice => "Ngày đã báo cho đơn vị, theo văn bản",
        VisitAction.CarryOut => "Ngày đoàn đi kiểm tra",
        _ => "Ngày của việc này",
    };

    public string WhyLabel => Move switch
    {
        VisitAction.FindRemedied or VisitAction.FindNotRemedied => "Thấy gì khi kiểm tra lại",
        VisitAction.CallOff => "Lý do",
        VisitAction.Close => "Kết luận",
        _ => "Ghi chú",
    };

    public string? Consequence => Move switch
    {
        VisitAction.GiveNotice => "Đơn vị thấy ngày kiểm tra và điều cần chuẩn bị ở trang “Nhãn hiệu của tôi”, và được báo ngay.",
        VisitAction.CarryOut => "Đơn vị thấy kết quả của từng quyền và được báo ngay. Kết quả không tự đổi quyền nào: tạm dừng, thu hồi thì ghi ở hồ sơ quyền.",
        VisitAction.CallOff => "Việc này không lùi lại được; muốn kiểm tra thì lên lịch lượt mới.",
        VisitAction.Close => "Lượt kiểm tra đóng lại, không ghi thêm được nữa.",
        _ => null,
    };

    protected override int VersionNow => Visit.Version;

    protected override bool IsNext => Visit.May(Move);

    protected override string Standing => InspectionVisitFlow.Table[Visit.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Visit.Steps;

    private bool NeedsReason => Move is VisitAction.FindRemedied or VisitAction.FindNotRemedied or VisitAction.CallOff;

    public string? ErrorOf(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    protected override void Begin()
    {
        Input.On = desk.Grants.Today;
        if (Move == VisitAction.GiveNotice)
        {
            (Input.Until, Input.Prepare) = (Visit.PlannedFor, Visit.Prepare);
        }

        Input.Rights = [.. Rights.Select(right => new RightFoundInput { Id = right.Grant.Id })];
    }

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        var picked = (await desk.Grants.PaperAsync(Input.Number, Input.Paper, cancellationToken)).Told(Input, ModelState, Text);
        (_paper, PaperChoices) = (picked.Paper, picked.Choices);
        CheckDay(Input.On, Visit.Acts.Count == 0 ? null : Visit.Acts.Max(act => act.On), desk.Grants.Today);

        if (NeedsReason && GrantForms.Block(Input.Why) is null)
        {
            Wrong("Input.Why", "Nhập “{0}”", Text[WhyLabel]);
        }

        if (Move == VisitAction.GiveNotice && Input.Until is null)
        {
            Wrong("Input.Until", "Nhập ngày hẹn kiểm tra");
        }
        else if (Move == VisitAction.GiveNotice && Input.Until < Input.On)
        {
            Wrong("Input.Until", "Ngày kiểm tra không được sớm hơn ngày báo cho đơn vị.");
        }

        if (Move == VisitAction.CarryOut)
        {
            CheckOutcome();
        }
    }

    protected override async Task TakeAsync(CancellationToken cancellationToken)
    {
        var news = new MoveNews(Input.On!.Value, GrantForms.Block(Input.Why), _paper?.Id);
        var (by, now) = (desk.Grants.By, desk.Grants.Now);
        switch (Move)
        {
            case VisitAction.GiveNotice:
                Visit.GiveNotice(news, Input.Until!.Value, GrantForms.Block(Input.Prepare), by, now);
                await desk.TellHolderAsync(Visit, "Lượt kiểm tra {0}: cơ quan quản lý nhãn hiệu đến kiểm tra ngày {1}. Mở ra để xem cần chuẩn bị gì.", Visit.PlannedFor, cancellationToken);
                break;
            case VisitAction.CarryOut:
                Visit.CarryOut(news, new VisitOutcome(VietnameseText.OnOneLine(Input.Team)!, GrantForms.Block(Input.LookedAt)!, [.. Input.Rights.Select(right => new RightFound(right.Id, right.Result!.Value, GrantForms.Block(right.Finding)))], Input.Until), by, now);
                await TellResultAsync(cancellationToken);
                break;
            case VisitAction.FindRemedied:
                Visit.FindRemedied(news, by, now);
                break;
            case VisitAction.FindNotRemedied:
                Visit.FindNotRemedied(news, by, now);
                break;
            case VisitAction.Close:
                Visit.Close(news, by, now);
                break;
            default:
                var told = Visit.IsTold;
                Visit.CallOff(news, by, now);
                await (told ? desk.TellHolderAsync(Visit, "Lượt kiểm tra {0} hẹn ngày {1} không thực hiện nữa.", Visit.PlannedFor, cancellationToken) : Task.CompletedTask);
                break;
        }
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (!InspectionVisitFlow.Words.ContainsKey(Word) || await desk.FindKeptAsync(Id, cancellationToken) is not { } visit)
        {
            return false;
        }

        (Visit, Rights) = (visit, await desk.RightsAsync(visit, cancellationToken));

        // What was typed of a right stays with it, wherever its row stands.
        Input.Rights = [.. Rights.Select(right => Input.Rights.Find(typed => typed.Id == right.Grant.Id) ?? new RightFoundInput { Id = right.Grant.Id })];
        return true;
    }

    private Task TellResultAsync(CancellationToken cancellationToken) => Visit.RemedyBy is { } last
        ? desk.TellHolderAsync(Visit, "Lượt kiểm tra {0}: có điều phải khắc phục trước hết ngày {1}. Mở ra để xem.", last, cancellationToken)
        : desk.TellHolderAsync(Visit, "Lượt kiểm tra {0} ngày {1}: đã có kết quả. Mở ra để xem.", Visit.CarriedOutOn!.Value, cancellationToken);

    private void CheckOutcome()
    {
        if (VietnameseText.OnOneLine(Input.Team) is null)
        {
            Wrong("Input.Team", "Ghi tên ít nhất một người đã đi kiểm tra.");
        }

        if (GrantForms.Block(Input.LookedAt) is null)
        {
            Wrong("Input.LookedAt", "Ghi những gì đã kiểm tra.");
        }

        foreach (var (index, right) in Input.Rights.Index())
        {
            if (right.Result is not { } result || !Enum.IsDefined(result))
            {
                Wrong($"Input.Rights[{index}].Result", "Chọn kết quả của quyền này");
            }
            else if (result != VisitResult.Passed && GrantForms.Block(right.Finding) is null)
            {
                Wrong($"Input.Rights[{index}].Finding", "Quyền chưa đạt thì ghi rõ điều đã thấy.");
            }
        }

        var remedies = Input.Rights.Exists(right => right.Result == VisitResult.Remedy);
        if (remedies && Input.Until is null)
        {
            Wrong("Input.Until", "Nhập hạn khắc phục");
        }
        else if (remedies && Input.Until < Input.On)
        {
            Wrong("Input.Until", "Hạn khắc phục không được sớm hơn ngày kiểm tra.");
        }
        else if (!remedies && Input.Until is not null)
        {
            Wrong("Input.Until", "Không có quyền nào phải khắc phục: để trống hạn, hoặc chọn lại kết quả.");
        }
    }
}
