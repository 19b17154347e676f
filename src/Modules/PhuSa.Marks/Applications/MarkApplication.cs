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

/// <summary>A day of a step, why, and the paper where there is one.</summary>
internal sealed record ApplicationNews(DateOnly On, string? Why, Guid? PaperId = null);

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
    public ApplicationAct? Result => _acts.FindLast(act => act.Passed is not null);

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
    public void Submit(string code, Guid? regulationId, ApplicationNews news, Actor by, DateTime now)
    {
        if (Missing is [var first, ..])
        {
            throw new RefusedException("Còn thiếu “{0}”. Ghi mục này rồi nộp.", first);
        }

        Take(ApplicationAction.Submit, news, by, now, stepId => new ApplicationAct(stepId, ApplicationAction.Submit, news.On));
        (Code, RegulationId, SubmittedOn) = (code, regulationId, news.On);
    }

    /// <param name="until">The last day to supplement; null where the regulation sets none.</param>
    /// <exception cref="RefusedException">A supplement was asked before, or the application is elsewhere.</exception>
    public void AskSupplement(ApplicationNews news, DateOnly? until, Actor by, DateTime now)
    {
        if (Asked is { } asked)
        {
            throw new RefusedException("Đã yêu cầu bổ sung một lần ngày {0:dd/MM/yyyy}. Chỉ được yêu cầu một lần: ghi hồ sơ đủ, hoặc không trao quyền kèm lý do.", asked.On);
        }

        if (until < news.On)
        {
            throw new RefusedException("Hạn bổ sung không được sớm hơn ngày yêu cầu.");
        }

        Take(ApplicationAction.AskSupplement, Reasoned(news), by, now, stepId => new ApplicationAct(stepId, ApplicationAction.AskSupplement, news.On) { Until = until });
    }

    /// <exception cref="RefusedException">Nothing was asked.</exception>
    public void Supplement(ApplicationNews news, Actor by, DateTime now) => Take(ApplicationAction.Supplement, news, by, now, stepId => new ApplicationAct(stepId, ApplicationAction.Supplement, news.On));

    /// <exception cref="RefusedException">It is not there to be checked.</exception>
    public void FindComplete(ApplicationNews news, Actor by, DateTime now) => Take(ApplicationAction.FindComplete, news, by, now, stepId => new ApplicationAct(stepId, ApplicationAction.FindComplete, news.On));

    /// <param name="team">Who went.</param>
    /// <exception cref="RefusedException">It is not complete, or nothing was found out.</exception>
    public void CheckField(ApplicationNews news, string? team, bool passed, Actor by, DateTime now) => Find(ApplicationAction.CheckField, news, team, passed, by, now);

    /// <param name="team">Who tested it.</param>
    /// <exception cref="RefusedException">The field was not checked, or nothing was found out.</exception>
    public void RecordSample(ApplicationNews news, string? team, bool passed, Actor by, DateTime now) => Find(ApplicationAction.RecordSample, news, team, passed, by, now);

    /// <exception cref="RefusedException">The field was not checked, or the last result speaks against it.</exception>
    public void Grant(Guid grantId, ApplicationNews news, Actor by, DateTime now)
    {
        if (Result is { Passed: false })
        {
            throw new RefusedException("Kết quả gần nhất là chưa đạt. Ghi lần kiểm tra đạt rồi trao quyền, hoặc không trao quyền kèm lý do.");
        }

        Take(ApplicationAction.Grant, news, by, now, stepId => new ApplicationAct(stepId, ApplicationAction.Grant, news.On), aheadToo: true);
        GrantId = grantId;
    }

    /// <exception cref="RefusedException">It was decided already, or no reason is given.</exception>
    public void Refuse(ApplicationNews news, Actor by, DateTime now) => Take(ApplicationAction.Refuse, Reasoned(news), by, now, stepId => new ApplicationAct(stepId, ApplicationAction.Refuse, news.On));

    /// <exception cref="RefusedException">It was decided already.</exception>
    public void Withdraw(ApplicationNews news, Actor by, DateTime now) => Take(ApplicationAction.Withdraw, news, by, now, stepId => new ApplicationAct(stepId, ApplicationAction.Withdraw, news.On));

    private static ApplicationNews Reasoned(ApplicationNews news) => string.IsNullOrWhiteSpace(news.Why) ? throw new RefusedException("Ghi lý do của việc này.") : news;

    private void Find(ApplicationAction action, ApplicationNews news, string? team, bool passed, Actor by, DateTime now) =>
        Take(action, Reasoned(news), by, now, stepId => new ApplicationAct(stepId, action, news.On) { Team = team, Passed = passed });

    /// <param name="aheadToo">The day may be still to come: a right may begin later than it is given.</param>
    private void Take(ApplicationAction action, ApplicationNews news, Actor by, DateTime now, Func<Guid, ApplicationAct> act, bool aheadToo = false)
    {
        if (!aheadToo && news.On > DateOnly.FromDateTime(VietnamTime.Local(now)))
        {
            throw new RefusedException("Ngày của việc này không thể sau hôm nay.");
        }

        if (_acts.Count > 0 && _acts.Max(known => known.On) is var last && news.On < last)
        {
            throw new RefusedException("Ngày của việc này không được sớm hơn việc đã ghi gần nhất ({0:dd/MM/yyyy}).", last);
        }

        Move(action, by, now, string.IsNullOrWhiteSpace(news.Why) ? null : news.Why.Trim(), news.PaperId);
        _acts.Add(act(Steps[^1].Id));
    }
}
