using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Pages.Marks.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Marks.Pages.Marks.Own;

/// <summary>The applicant's own people submit, send what was asked for, or withdraw.</summary>
internal sealed class StepModel(ApplicationDesk desk, Texts text) : StepPage(desk.Db, text)
{
    private static readonly Dictionary<string, ApplicationAction> Words = new(StringComparer.Ordinal)
    {
        ["nop"] = ApplicationAction.Submit,
        ["bo-sung"] = ApplicationAction.Supplement,
        ["rut"] = ApplicationAction.Withdraw,
    };

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "buoc")]
    public string Word { get; set; } = "";

    [BindProperty]
    public OwnStepInput Input { get; set; } = new();

    public ApplicationAction Move => Words[Word];

    public MarkApplication Application { get; private set; } = null!;

    public override string Address => ApplicationDesk.OwnOf(Id);

    public string Consequence => Move switch
    {
        ApplicationAction.Submit => "Xem lại lần cuối. Nộp rồi thì chỉ sửa được khi cơ quan quản lý nhãn hiệu yêu cầu bổ sung.",
        ApplicationAction.Supplement => "Chỉ được bổ sung một lần. Gửi rồi thì cơ quan quản lý nhãn hiệu xem tiếp.",
        _ => "Đơn rút rồi không nộp lại được; muốn xin tiếp thì làm đơn mới.",
    };

    protected override int VersionNow => Application.Version;

    protected override bool IsNext => MarkApplicationFlow.Table.Next(Application.Status, Move) is not null && (Move != ApplicationAction.Submit || Application.Missing.Count == 0);

    protected override string Standing => MarkApplicationFlow.Table[Application.Status].ApplicantName;

    protected override IReadOnlyList<Step> Taken => Application.Steps;

    public static string NameOf(ApplicationAction action) => action == ApplicationAction.Supplement ? "Gửi bổ sung" : MarkApplicationFlow.Of(action);

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Move == ApplicationAction.Withdraw && GrantForms.Block(Input.Why) is null)
        {
            Wrong("Input.Why", "Nhập lý do");
        }

        return Task.CompletedTask;
    }

    protected override async Task TakeAsync(CancellationToken cancellationToken)
    {
        var news = new MoveNews(desk.Grants.Today, GrantForms.Block(Input.Why));
        switch (Move)
        {
            case ApplicationAction.Submit:
                await desk.SubmitAsync(Application, news, cancellationToken);
                break;
            case ApplicationAction.Supplement:
                Application.Supplement(news, desk.Grants.By, desk.Grants.Now);
                await desk.TellOfficeAsync(Application, "Đơn {0} xin dùng nhãn hiệu cho “{1}” vừa được bổ sung.", cancellationToken);
                break;
            default:
                Application.Withdraw(news, desk.Grants.By, desk.Grants.Now);
                break;
        }
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Application = (Words.ContainsKey(Word) ? await desk.FindOwnAsync(Id, cancellationToken) : null)!;
        return Application is not null;
    }
}

internal sealed class OwnStepInput
{
    [Display(Name = "Lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}
