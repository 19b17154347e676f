using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Applications;

/// <summary>An application leads to the right: both are written in one go, or neither is.</summary>
internal sealed class GrantModel(ApplicationDesk desk, GrantGiving giving, Texts text) : StepPage(desk.Db, text), IPicksPaper, ITermsForm
{
    private OrganisationRow _holder = null!;
    private PaperFact? _paper;
    private MarkGrant? _renewed;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Of the right, made with the form.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public TermsInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public MarkApplication Application { get; private set; } = null!;

    public MarkRegulation? Regulation { get; private set; }

    public override string Address => ApplicationDesk.Of(Id);

    protected override int VersionNow => Application.Version;

    protected override bool IsNext => MarkApplicationFlow.Table.Next(Application.Status, ApplicationAction.Grant) is not null && Application.Result is { Passed: true };

    protected override string Standing => MarkApplicationFlow.Table[Application.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Application.Steps;

    private CertificationMark Mark { get; set; } = null!;

    private NewRight Right => new(NewId, Mark, _holder, new GrantTerms(VietnameseText.OnOneLine(Input.Product)!, RecordTime.Day(Input.GivenOn!.Value), Input.ExpiresOn, _paper?.Id, Programme: null, Source: null), Input.Details(), $"Theo đơn {Application.Code}");

    protected override void Begin()
    {
        NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Grants.Now));
        var first = desk.Grants.Today;
        var begins = _renewed?.ExpiresOn >= first ? _renewed!.ExpiresOn!.Value.AddDays(1) : first;
        Input = new TermsInput
        {
            Product = Application.Product,
            ProductGroup = Application.ProductGroup ?? _renewed?.ProductGroup,
            Workshop = Application.Workshop ?? _renewed?.Workshop,
            Batch = _renewed?.Batch,
            GivenOn = first,
            ExpiresOn = Regulation?.LastDayFrom(begins),
        };
    }

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            Wrong("", "Mở lại trang rồi nhập lại");
        }

        if (Input.GivenOn is null)
        {
            Wrong("Input.GivenOn", "Nhập ngày trao quyền");
        }
        else if (Application.Acts.Max(act => act.On) is var last && Input.GivenOn < last)
        {
            Wrong("Input.GivenOn", "Ngày của việc này không được sớm hơn việc đã ghi gần nhất ({0:dd/MM/yyyy}).", last);
        }

        Input.CheckTerms(RecordTime.Unknown, ModelState, Text);
        var picked = (await desk.Grants.PaperAsync(Input.Number, Input.Paper, cancellationToken)).Told(Input, ModelState, Text);
        (_paper, PaperChoices) = (picked.Paper, picked.Choices);
        if (ModelState.IsValid && await giving.ObstacleAsync(Right, cancellationToken) is { } not)
        {
            Wrong(not.Field, not.Sentence, not.Args);
        }
    }

    protected override async Task TakeAsync(CancellationToken cancellationToken)
    {
        Application.Grant(await giving.AddAsync(Right, cancellationToken), new MoveNews(Input.GivenOn!.Value, Why: null, _paper?.Id), desk.Grants.By, desk.Grants.Now);
        await desk.TellApplicantAsync(Application, "Đơn {0}: đơn vị được trao quyền dùng nhãn hiệu cho “{1}”.", cancellationToken);
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindKeptAsync(Id, cancellationToken) is not { } application)
        {
            return false;
        }

        (Application, Mark) = (application, await desk.Grants.MarkAsync(application.MarkId, cancellationToken));
        Regulation = await desk.RegulationAsync(application, cancellationToken);
        _holder = await desk.ApplicantAsync(application, cancellationToken);
        _renewed = await giving.RenewedByAsync(application.MarkId, application.ApplicantId, application.Product, cancellationToken);
        return true;
    }
}
