using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.Cooperatives.Reports;

/// <summary>
/// <c>cooperative-reports.csv</c>: reports of past years as papers tell them. The rating is in no column: it follows from the points and the file, as on the
/// pages. Members and money of a year come in with the register's own tables.
/// </summary>
internal sealed class YearReportsTable(IOrganisations organisations, TimeProvider clock) : ImportTable<YearReport>
{
    private const string Cooperatives = "cooperatives";

    private static readonly Dictionary<string, ReportStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["sent"] = ReportStatus.Sent,
        ["accepted"] = ReportStatus.Accepted,
        ["rated"] = ReportStatus.Rated,
    };

    private static readonly IReadOnlyList<RatingCriterion> Criteria = RatingRules.All[^1].Criteria;

    private static readonly Column<Guid?> Whose = ImportColumns.Reference("cooperative", "Hợp tác xã", "htx-mau", Cooperatives, required: true);
    private static readonly Column<int?> Year = ImportColumns.Number("year", "Năm báo cáo, từ 2020", "2023", max: 9998, required: true);
    private static readonly Column<ReportStatus?> Status = ImportColumns.Choice("status", "Đã đến bước nào: đã gửi (sent), cơ quan đã nhận và chấm (accepted), đã xếp loại (rated); loại do hệ thống tính", "rated", Statuses, required: true);
    private static readonly Column<DateOnly?> SentOn = ImportColumns.Date("sent_on", "Ngày cơ quan nhận được điểm tự chấm", "2023-12-14", required: true);
    private static readonly Column<string> Source = ImportColumns.Text("source", "Theo giấy tờ, nguồn nào", "Báo cáo số 05/BC-HTX", YearReport.SourceMaxLength, required: true);
    private static readonly IReadOnlyList<Column<decimal?>> Own = [.. Criteria.Select(criterion => PointsOf("own", criterion, "Điểm tự chấm", "6,5"))];
    private static readonly IReadOnlyList<Column<decimal?>> Body = [.. Criteria.Select(criterion => PointsOf("body", criterion, "Điểm cơ quan chấm khi khác điểm tự chấm", ""))];
    private static readonly Column<string> BodyWhy = ImportColumns.Text("body_why", "Lý do cơ quan chấm khác; bắt buộc khi có điểm khác", "", ReportScore.NoteMaxLength);

    private readonly HashSet<Guid> _otherKinds = [];
    private Dictionary<Guid, Cooperative> _cooperatives = [];
    private ILookup<string, CriterionLimit> _limits = Array.Empty<CriterionLimit>().ToLookup(limit => limit.Rule, StringComparer.Ordinal);
    private ImportKeys _keys = new();

    public override string Name => "cooperative-reports";

    public override string Meaning => "Báo cáo năm của hợp tác xã, của các năm đã qua";

    public override IReadOnlyList<Column> Columns { get; } = [Whose, Year, Status, SentOn, Source, .. Own, .. Body, BodyWhy];

    public override IReadOnlyList<Column> Key { get; } = [Whose, Year];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        _keys = scope.Keys;
        _otherKinds.UnionWith(await organisations.Rows.Where(o => o.Kind != OrganisationKind.Cooperative).Select(o => o.Id).ToListAsync(cancellationToken));
        _limits = (await scope.Db.Set<CriterionLimit>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(limit => limit.Rule, StringComparer.Ordinal);

        // The rating follows from their founding and status.
        _cooperatives = await scope.Db.Set<Cooperative>().AsSplitQuery().ToDictionaryAsync(c => c.Id, cancellationToken);
        await base.LoadAsync(scope, cancellationToken);
    }

    protected override IQueryable<YearReport> Records(AppDbContext db) => db.Set<YearReport>().AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<YearReport>().Select(r => new NaturalKey(KeyBy(r.CooperativeId, r.Year), r.Id));

    protected override string KeyOf(YearReport record) => KeyBy(record.CooperativeId, record.Year);

    protected override Guid IdOf(YearReport record) => record.Id;

    /// <summary>By the cooperative and not by its code: one whose file was merged has two.</summary>
    protected override string KeyFrom(ImportRow row) =>
        _keys.Find(Cooperatives, row.Cell(Whose)) is { } id && int.TryParse(row.Cell(Year), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? KeyBy(id, year) : base.KeyFrom(row);

    protected override YearReport Create(ImportRow row, ImportScope scope)
    {
        var told = Read(row);
        var report = new YearReport(scope.NewId(), told.CooperativeId, told.Year, told.Rule, row.By, row.Now);
        if (!row.HasErrors)
        {
            Bring(report, told, row, scope);
        }

        return report;
    }

    protected override void Update(YearReport record, ImportRow row, ImportScope scope)
    {
        var told = Read(row);
        if (row.HasErrors)
        {
            return;
        }

        if (!record.IsOpen && !told.IsIn(record))
        {
            row.Refuse("báo cáo năm này đã được gửi với điểm, ngày hoặc nguồn khác; trả lại hoặc mở lại trên trang rồi mới sửa được.");
            return;
        }

        Bring(record, told, row, scope);
    }

    /// <summary>By the moves of the flow, as far as the row tells; one that has got there stays untouched.</summary>
    private void Bring(YearReport report, ToldReport told, ImportRow row, ImportScope scope)
    {
        var ground = RatingGround.Of(told.Rule, told.Year, CooperativeOf(told.CooperativeId, scope));
        if (report.IsOpen)
        {
            report.Say(told.Rule, told.Own, row.Now);
            report.Send(told.Rule, ground, told.SentOn, told.Source, row.By, row.Now);
        }

        if (told.Status != ReportStatus.Sent && report.Status == ReportStatus.Sent)
        {
            report.TakeIn(told.Rule, told.Body, row.By, row.Now);
        }

        if (told.Status == ReportStatus.Rated && report.Status == ReportStatus.Accepted)
        {
            report.Rate(told.Rule, ground, row.By, row.Now);
        }
    }

    /// <summary>One of the same folder is not stored yet.</summary>
    private Cooperative CooperativeOf(Guid id, ImportScope scope)
    {
        if (!_cooperatives.TryGetValue(id, out var known))
        {
            _cooperatives[id] = known = scope.Db.Set<Cooperative>().Local.FindEntry(id)!.Entity;
        }

        return known;
    }

    private ToldReport Read(ImportRow row)
    {
        var (cooperative, year, status, on, source) = (row.Must(Whose), row.Read(Year) ?? 0, row.Must(Status), row.Read(SentOn) ?? default, row.Must(Source));
        if (_otherKinds.Contains(cooperative))
        {
            row.Refuse(Whose, "chỉ hợp tác xã có báo cáo này; liên hiệp, tổ hợp tác, quỹ tín dụng thì không.");
        }

        var today = VietnamTime.Today(clock);
        var rule = year <= ReportDesk.YearOf(today) ? RatingRules.Of(year) : null;
        if (rule is null)
        {
            row.Refuse(Year, $"năm báo cáo từ {RatingRules.FirstYear} đến {ReportDesk.YearOf(today)}.");
        }

        if (on > today || on.Year < year)
        {
            row.Refuse(SentOn, "ngày nhận không thể trước năm báo cáo hay sau hôm nay.");
        }

        rule ??= RatingRules.All[^1];
        var own = Criteria.Zip(Own).ToDictionary(pair => pair.First.Number, pair => new ScoreSaid(PointsIn(row, rule, pair.First, pair.Second), Note: null));
        var why = row.Read(BodyWhy);
        var body = Criteria.Zip(Body).ToDictionary(pair => pair.First.Number, pair => PointsIn(row, rule, pair.First, pair.Second) is { } points && points != own[pair.First.Number].Points
            ? new ScoreSaid(points, why)
            : new ScoreSaid(own[pair.First.Number].Points, Note: null));
        if (why is null && body.Any(score => score.Value.Points != own[score.Key].Points))
        {
            row.Refuse(BodyWhy, "bắt buộc khi cơ quan chấm khác điểm tự chấm.");
        }

        return new ToldReport(cooperative, year, rule, status, on, source, own, body);
    }

    private decimal? PointsIn(ImportRow row, RatingRule rule, RatingCriterion criterion, Column<decimal?> column)
    {
        if (row.Read(column) is not { } points)
        {
            return null;
        }

        if (decimal.Round(points, 1) != points)
        {
            row.Refuse(column, "điểm lẻ tối đa một chữ số.");
        }
        else if (_limits[rule.Code].FirstOrDefault(limit => limit.Criterion == criterion.Number) is { } limit && points > limit.Most)
        {
            row.Refuse(column, $"tiêu chí {criterion.Number} được nhiều nhất {RatingWords.Written(limit.Most)} điểm.");
        }

        return points;
    }

    private static Column<decimal?> PointsOf(string who, RatingCriterion criterion, string meaning, string example) =>
        ImportColumns.Points($"{who}_{criterion.Number}", $"{meaning}, tiêu chí {criterion.Number}: {criterion.Name}", example, (int)RatingRule.MostPoints);

    private static string KeyBy(Guid cooperative, int year) => string.Create(CultureInfo.InvariantCulture, $"{cooperative:N}|{year}");

    /// <summary>What a row tells.</summary>
    private sealed record ToldReport(
        Guid CooperativeId, int Year, RatingRule Rule, ReportStatus Status, DateOnly SentOn, string Source, IReadOnlyDictionary<int, ScoreSaid> Own, IReadOnlyDictionary<int, ScoreSaid> Body)
    {
        /// <summary>The report says the same already, as far as it has got; what stands beside the points is the pages'.</summary>
        public bool IsIn(YearReport report) => report.Source == Source && report.SentOn <= SentOn
            && Own.All(score => report.Find(score.Key)?.Own == score.Value.Points)
            && (Status == ReportStatus.Sent || report.Status == ReportStatus.Sent || Body.All(score => report.Find(score.Key)?.Points == score.Value.Points));
    }
}
