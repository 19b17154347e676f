using PhuSa.Cooperatives.Ratings;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Reports;

/// <summary>The points of one criterion: what the cooperative gives itself, and what the body gives where it sees it otherwise.</summary>
internal sealed class ReportScore
{
    public const int NoteMaxLength = 500;

    private ReportScore()
    {
    }

    public ReportScore(Guid id, int criterion)
    {
        Id = id;
        Criterion = criterion;
    }

    public Guid Id { get; private init; }

    public int Criterion { get; private init; }

    public decimal? Own { get; private set; }

    public string? OwnNote { get; private set; }

    /// <summary>Null where the body agrees; it may have written something all the same.</summary>
    public decimal? Body { get; private set; }

    public string? BodyNote { get; private set; }

    /// <summary>What counts.</summary>
    public decimal? Points => Body ?? Own;

    public void Say(decimal? points, string? note) => (Own, OwnNote) = (points, note);

    public void Judge(decimal? points, string? note) => (Body, BodyNote) = (points == Own ? null : points, note);
}

/// <summary>Points of a criterion with what is said to them.</summary>
internal sealed record ScoreSaid(decimal? Points, string? Note);

/// <summary>Members at the end of the year, and its money in đồng, as the report tells them. Null is not told.</summary>
internal sealed record ReportFigures(int? OfficialMembers, int? CapitalLinkedMembers, int? LinkedMembers, long? Capital, long? Revenue)
{
    public int? Employees { get; init; }

    public long? Assets { get; init; }

    public long? Investment { get; init; }

    public static ReportFigures Nothing { get; } = new(null, null, null, null, null);

    /// <summary>It tells what the size class is computed from.</summary>
    public bool AreWhole => this is { OfficialMembers: not null, Capital: not null, Revenue: not null };
}

/// <summary>
/// A cooperative's report of a year: its own points by the criteria of the rule, the figures of the year, what the body says, and the rating.
/// Two parts with a due day each: the points, and the figures, which are known only when the year is over.
/// </summary>
internal sealed class YearReport : Aggregate<ReportStatus, ReportAction>, IJournaled
{
    public const string TableName = "cooperatives_reports";
    public const int SourceMaxLength = 500;

    private readonly List<ReportScore> _scores = [];

    private YearReport()
    {
    }

    public YearReport(Guid id, Guid cooperativeId, int year, RatingRule rule, Actor by, DateTime now)
    {
        Id = id;
        CooperativeId = cooperativeId;
        Year = year;
        Rule = rule.Code;
        Begin(ReportStatus.Draft, by, now);
    }

    public Guid CooperativeId { get; private set; }

    public int Year { get; private init; }

    /// <summary>The version of the rule that was in force for the year; a later one does not change it.</summary>
    public string Rule { get; private init; } = "";

    public IReadOnlyList<ReportScore> Scores => _scores;

    /// <summary>The paper from which an officer entered it; null where the cooperative did itself.</summary>
    public string? Source { get; private set; }

    /// <summary>The day on which the points first came in: a report that is returned and sent again is not late for that.</summary>
    public DateOnly? SentOn { get; private set; }

    public int? OfficialMembers { get; private set; }

    public int? CapitalLinkedMembers { get; private set; }

    public int? LinkedMembers { get; private set; }

    public long? Capital { get; private set; }

    public long? Revenue { get; private set; }

    public int? Employees { get; private set; }

    public long? Assets { get; private set; }

    public long? Investment { get; private set; }

    /// <summary>The day from which on the figures are told as a whole.</summary>
    public DateOnly? FiguresOn { get; private set; }

    public DateTime? FiguresAt { get; private set; }

    public string? FiguresBy { get; private set; }

    /// <summary>When an officer put the figures into the register; null while they wait.</summary>
    public DateTime? FiguresTakenAt { get; private set; }

    public string? FiguresTakenBy { get; private set; }

    /// <summary>Null until it is rated.</summary>
    public RatingClass? Class { get; private set; }

    public decimal? Points { get; private set; }

    public NotRatedReason? NotRatedFor { get; private set; }

    public string JournalTitle => $"Báo cáo năm {Year}";

    public bool IsOpen => Status is ReportStatus.Draft or ReportStatus.Returned;

    public ReportFigures Figures => new(OfficialMembers, CapitalLinkedMembers, LinkedMembers, Capital, Revenue) { Employees = Employees, Assets = Assets, Investment = Investment };

    public bool FiguresWait => FiguresAt is not null && FiguresTakenAt is null;

    /// <summary>The sum of what counts; null while a criterion has no points.</summary>
    public decimal? Total(RatingRule rule)
    {
        var points = rule.Criteria.Select(criterion => Find(criterion.Number)?.Points).ToList();
        return points.Contains(null) ? null : points.Sum();
    }

    public ReportScore? Find(int criterion) => _scores.Find(score => score.Criterion == criterion);

    protected override Flow<ReportStatus, ReportAction> Table => ReportFlow.Table;

    /// <exception cref="RefusedException">It is not with the cooperative, or the points are more than the rule gives.</exception>
    public void Say(RatingRule rule, IReadOnlyDictionary<int, ScoreSaid> said, DateTime now)
    {
        if (!IsOpen)
        {
            throw new RefusedException("Báo cáo đã gửi nên không sửa điểm tự chấm được nữa; cán bộ trả lại thì mới sửa được.");
        }

        foreach (var (criterion, score) in said)
        {
            Put(criterion, now).Say(score.Points, score.Note);
        }

        if (_scores.Sum(score => score.Own ?? 0) > RatingRule.MostPoints)
        {
            throw new RefusedException("Tổng điểm vượt quá {0}.", RatingWords.Written(RatingRule.MostPoints));
        }
    }

    /// <param name="on">The day on which it came in.</param>
    /// <param name="source">The paper it was entered from, where an officer sends it for the cooperative.</param>
    /// <exception cref="RefusedException">A criterion of one that is rated has no points.</exception>
    public void Send(RatingRule rule, RatingGround ground, DateOnly on, string? source, Actor by, DateTime now)
    {
        if (ground.Reason is null && rule.Criteria.Any(criterion => Find(criterion.Number)?.Own is null))
        {
            throw new RefusedException("Còn tiêu chí chưa có điểm; chấm đủ rồi mới gửi được.");
        }

        Move(ReportAction.SendReport, by, now, source);
        (SentOn, Source) = (SentOn ?? on, source);
    }

    public void Return(string reason, Actor by, DateTime now) => Move(ReportAction.Return, by, now, reason);

    /// <summary>Takes it in with the body's points; one that is taken in already and not rated gets them corrected.</summary>
    /// <param name="said">The body's points by criterion, those with which it agrees too.</param>
    /// <exception cref="RefusedException">It waits for nobody's answer, or the points are more than the rule gives.</exception>
    public void TakeIn(RatingRule rule, IReadOnlyDictionary<int, ScoreSaid> said, Actor by, DateTime now)
    {
        Move(Status == ReportStatus.Accepted ? ReportAction.ScoreAgain : ReportAction.TakeIn, by, now);
        foreach (var (criterion, score) in said)
        {
            Put(criterion, now).Judge(score.Points, score.Note);
        }

        if (_scores.Sum(score => score.Points ?? 0) > RatingRule.MostPoints)
        {
            throw new RefusedException("Tổng điểm vượt quá {0}.", RatingWords.Written(RatingRule.MostPoints));
        }
    }

    /// <exception cref="RefusedException">It is not taken in yet.</exception>
    public RatingVerdict Rate(RatingRule rule, RatingGround ground, Actor by, DateTime now)
    {
        Move(ReportAction.Rate, by, now);
        var verdict = RatingVerdict.Of(rule, ground, Total(rule));
        (Class, Points, NotRatedFor) = (verdict.Class, verdict.Points, verdict.Reason);
        return verdict;
    }

    /// <summary>The rating was wrong: it is one that is taken in again.</summary>
    public void Reopen(string reason, Actor by, DateTime now)
    {
        Move(ReportAction.Reopen, by, now, reason);
        (Class, Points, NotRatedFor) = (null, null, null);
    }

    /// <summary>Tells the figures of the year; they stand in the register once an officer takes them in.</summary>
    /// <exception cref="RefusedException">The year is not over: what it will have been nobody knows.</exception>
    public void Tell(ReportFigures figures, DateOnly on, Actor by, DateTime now)
    {
        if (on <= RatingRules.LastDay(Year))
        {
            throw new RefusedException("Năm {0} chưa hết; số liệu cả năm báo được từ ngày {1}.", Year, VietnamTime.Written(RatingRules.LastDay(Year).AddDays(1)));
        }

        (OfficialMembers, CapitalLinkedMembers, LinkedMembers, Capital, Revenue) = (figures.OfficialMembers, figures.CapitalLinkedMembers, figures.LinkedMembers, figures.Capital, figures.Revenue);
        (Employees, Assets, Investment) = (figures.Employees, figures.Assets, figures.Investment);
        (FiguresAt, FiguresBy, FiguresTakenAt, FiguresTakenBy) = (now, by.Name, null, null);
        FiguresOn = figures.AreWhole ? FiguresOn ?? on : null;
    }

    /// <exception cref="RefusedException">There are none that wait.</exception>
    public void TakeFigures(Actor by, DateTime now)
    {
        if (!FiguresWait)
        {
            throw new RefusedException("Không có số liệu nào đang chờ nhận.");
        }

        (FiguresTakenAt, FiguresTakenBy) = (now, by.Name);
    }

    private ReportScore Put(int criterion, DateTime now)
    {
        if (Find(criterion) is { } known)
        {
            return known;
        }

        var score = new ReportScore(Guid.CreateVersion7(new DateTimeOffset(now)), criterion);
        _scores.Add(score);
        return score;
    }
}
