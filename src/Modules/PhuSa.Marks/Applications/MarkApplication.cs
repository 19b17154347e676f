using PhuSa.Marks.Moves;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Applications;

/// <summary>What an applicant says of the product. Null where nothing is said yet.</summary>
/// <param name="Output">What is produced in a year, in the unit.</param>
/// <param name="Process">How it is made, in the applicant's words.</param>
/// <param name="Safety">Which proof of food safety or quality there is.</param>
internal sealed record ApplicationContent(string Product, string? ProductGroup, string? Workshop, string? Place, long? Output, string? OutputUnit, string? Process, string? Safety)
{
    public static ApplicationContent Nothing { get; } = new("", null, null, null, null, null, null, null);
}

/// <summary>An organisation asks for the right to use a certification mark for one product.</summary>
internal sealed class MarkApplication : Aggregate<MarkApplicationStatus, ApplicationAction>, IJournaled
{
    public const int ProductMaxLength = Grants.MarkGrant.ProductMaxLength;
    public const int DetailMaxLength = Grants.MarkGrant.DetailMaxLength;
    public const int TextMaxLength = 2000;
    public const int UnitMaxLength = 40;
    public const int CodeMaxLength = 20;

    private readonly List<ApplicationAct> _acts = [];

    private MarkApplication()
    {
    }

    /// <param name="why">Who asked for it and how, where an officer enters it for somebody.</param>
    public MarkApplication(Guid id, Guid markId, Guid applicantId, ApplicationContent content, Actor by, DateTime now, string? why = null)
    {
        Id = id;
        MarkId = markId;
        ApplicantId = applicantId;
        Write(content);
        Begin(MarkApplicationStatus.Drafted, by, now, why);
    }

    /// <summary>Given at the submission: <c>NH-2026-011</c>. Null while it is a draft.</summary>
    public string? Code { get; private set; }

    public Guid MarkId { get; private init; }

    /// <summary>An organisation: not every applicant is a cooperative.</summary>
    public Guid ApplicantId { get; private init; }

    /// <summary>Letter for letter as the applicant names it.</summary>
    public string Product { get; private set; } = "";

    /// <summary>The product without accents and capitals.</summary>
    public string ProductKey { get; private set; } = "";

    public string? ProductGroup { get; private set; }

    public string? Workshop { get; private set; }

    public string? Place { get; private set; }

    public long? Output { get; private set; }

    public string? OutputUnit { get; private set; }

    public string? Process { get; private set; }

    public string? Safety { get; private set; }

    /// <summary>The day from which the clock counts; null while it is a draft.</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>The version of the mark's regulation by which it is judged; null where none was on record.</summary>
    public Guid? RegulationId { get; private set; }

    /// <summary>The right that it led to.</summary>
    public Guid? GrantId { get; private set; }

    public ApplicationContent Content => new(Product, ProductGroup, Workshop, Place, Output, OutputUnit, Process, Safety);

    public IReadOnlyList<ApplicationAct> Acts => _acts;

    public string JournalTitle => Code is null ? Product : $"{Code} · {Product}";

    /// <summary>The applicant's own people write in it: before it is submitted, and while they supplement.</summary>
    public bool IsTheirs => Status is MarkApplicationStatus.Drafted or MarkApplicationStatus.Supplementing;

    public bool IsOpen => !MarkApplicationFlow.Table[Status].Final;

    public ApplicationAct? Asked => _acts.Find(act => act.Action == ApplicationAction.AskSupplement);

    public ApplicationAct? Supplemented => _acts.Find(act => act.Action == ApplicationAction.Supplement);

    /// <summary>The last result of a field check or a sample.</summary>
    public ApplicationAct? Result => _acts.Where(act => act.Passed is not null).OrderBy(act => act.On).ThenBy(act => act.Id).LastOrDefault();

    protected override Flow<MarkApplicationStatus, ApplicationAction> Table => MarkApplicationFlow.Table;

    /// <summary>What the form wants before it may be submitted, by the names of the fields; empty where nothing is missing.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. new[]
        {
            (Place is null, "Nơi sản xuất"),
            (Output is null || OutputUnit is null, "Sản lượng một năm"),
            (Process is null, "Cách sản xuất"),
        }.Where(part => part.Item1).Select(part => part.Item2),
    ];

    /// <exception cref="RefusedException">It was decided or withdrawn already.</exception>
    public void Write(ApplicationContent content)
    {
        if (!IsOpen)
        {
            throw new RefusedException("Đơn đã có kết quả nên không sửa được nữa.");
        }

        Product = content.Product;
        ProductKey = SearchText.Fold(content.Product);
        (ProductGroup, Workshop, Place) = (content.ProductGroup, content.Workshop, content.Place);
        (Output, OutputUnit, Process, Safety) = (content.Output, content.OutputUnit, content.Process, content.Safety);
    }

    /// <exception cref="RefusedException">It was submitted already, something is missing, or the day cannot be.</exception>
    public void Submit(string code, Guid? regulationId, MoveNews news, Actor by, DateTime now)
    {
        if (Missing is [var first, ..])
        {
            throw new RefusedException("Còn thiếu “{0}”. Ghi mục này rồi nộp.", first);
        }

        Take(ApplicationAction.Submit, news, by, now, stepId => new ApplicationAct(stepId, ApplicationAction.Submit, news.On, news.PaperId));
        (Code, RegulationId, SubmittedOn) = (code, regulationId, news.On);
    }

    /// <param name="until">The last day to supplement; null where the regulation sets none.</param>
    /// <exception cref="RefusedException">A supplement was asked before, or the application is elsewhere.</exception>
    public void AskSupplement(MoveNews news, DateOnly? until, Actor by, DateTime now)
    {
        if (Asked is { } asked)
        {
            throw new RefusedException("Đã yêu cầu bổ sung một lần ngày {0:dd/MM/yyyy}. Chỉ được yêu cầu một lần: ghi hồ sơ đủ, hoặc không trao quyền kèm lý do.", asked.On);
        }

        if (until < news.On)
        {
            throw new RefusedException("Hạn bổ sung không được sớm hơn ngày yêu cầu.");
        }

        Take(ApplicationAction.AskSupplement, news.Reasoned(), by, now, stepId => new ApplicationAct(stepId, ApplicationAction.AskSupplement, news.On, news.PaperId) { Until = until });
    }

    /// <exception cref="RefusedException">Nothing was asked.</exception>
    public void Supplement(MoveNews news, Actor by, DateTime now) => Take(ApplicationAction.Supplement, news, by, now, stepId => new ApplicationAct(stepId, ApplicationAction.Supplement, news.On, news.PaperId));

    /// <exception cref="RefusedException">It is not there to be checked.</exception>
    public void FindComplete(MoveNews news, Actor by, DateTime now) => Take(ApplicationAction.FindComplete, news, by, now, stepId => new ApplicationAct(stepId, ApplicationAction.FindComplete, news.On, news.PaperId));

    /// <param name="team">Who went.</param>
    /// <exception cref="RefusedException">It is not complete, or nothing was found out.</exception>
    public void CheckField(MoveNews news, string? team, bool passed, Actor by, DateTime now) => Find(ApplicationAction.CheckField, news, team, passed, by, now);

    /// <param name="team">Who tested it.</param>
    /// <exception cref="RefusedException">The field was not checked, or nothing was found out.</exception>
    public void RecordSample(MoveNews news, string? team, bool passed, Actor by, DateTime now) => Find(ApplicationAction.RecordSample, news, team, passed, by, now);

    /// <exception cref="RefusedException">The field was not checked, or the last result speaks against it.</exception>
    public void Grant(Guid grantId, MoveNews news, Actor by, DateTime now)
    {
        if (Result is { Passed: false })
        {
            throw new RefusedException("Kết quả gần nhất là chưa đạt. Ghi lần kiểm tra đạt rồi trao quyền, hoặc không trao quyền kèm lý do.");
        }

        Take(ApplicationAction.Grant, news, by, now, stepId => new ApplicationAct(stepId, ApplicationAction.Grant, news.On, news.PaperId), aheadToo: true);
        GrantId = grantId;
    }

    /// <exception cref="RefusedException">It was decided already, or no reason is given.</exception>
    public void Refuse(MoveNews news, Actor by, DateTime now) => Take(ApplicationAction.Refuse, news.Reasoned(), by, now, stepId => new ApplicationAct(stepId, ApplicationAction.Refuse, news.On, news.PaperId));

    /// <exception cref="RefusedException">It was decided already.</exception>
    public void Withdraw(MoveNews news, Actor by, DateTime now) => Take(ApplicationAction.Withdraw, news, by, now, stepId => new ApplicationAct(stepId, ApplicationAction.Withdraw, news.On, news.PaperId));

    /// <summary>The paper of a step that was recorded before the paper came.</summary>
    /// <exception cref="RefusedException">There is no such step, or it has its paper.</exception>
    public void Cite(Guid actId, Guid paperId) => (_acts.Find(act => act.Id == actId && PaperOf(act) is null) ?? throw MoveNews.HasItsPaper()).Cite(paperId);

    /// <summary>Of steps from before acts had papers the step itself names it.</summary>
    public Guid? PaperOf(ApplicationAct act) => act.PaperId ?? Steps.Single(step => step.Id == act.Id).PaperId;

    private void Find(ApplicationAction action, MoveNews news, string? team, bool passed, Actor by, DateTime now) =>
        Take(action, news.Reasoned(), by, now, stepId => new ApplicationAct(stepId, action, news.On, news.PaperId) { Team = team, Passed = passed });

    /// <param name="aheadToo">The day may be still to come: a right may begin later than it is given.</param>
    private void Take(ApplicationAction action, MoveNews news, Actor by, DateTime now, Func<Guid, ApplicationAct> act, bool aheadToo = false)
    {
        DateOnly? last = _acts.Count == 0 ? null : _acts.Max(known => known.On);
        if (aheadToo)
        {
            news.MustFollow(last);
        }
        else
        {
            news.MustFit(last, now);
        }

        Move(action, by, now, news.Said, news.PaperId);
        _acts.Add(act(Steps[^1].Id));
    }
}
