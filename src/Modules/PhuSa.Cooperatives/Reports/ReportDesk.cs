using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Reports;

/// <summary>A cooperative's report of a year with what it is judged from.</summary>
/// <param name="Report">Null where nobody has begun it.</param>
/// <param name="Limits">The most points of a criterion, where an office has entered them.</param>
internal sealed record ReportFile(CooperativeFile File, int Year, RatingRule Rule, YearReport? Report, RatingGround Ground, IReadOnlyDictionary<int, decimal> Limits)
{
    public ReportStatus Status => Report?.Status ?? ReportStatus.Draft;

    public bool IsOpen => Report?.IsOpen ?? true;

    /// <summary>What a form was begun from; never empty, since an empty field arrives as none.</summary>
    public string Stamp => Report is null ? "0" : $"{Report.Id:N}.{Report.Version}";

    /// <summary>What stands in the register of this year; null where nothing does.</summary>
    public CooperativeYear? Kept => File.Years.FirstOrDefault(year => year.Year == Year);

    /// <summary>As told in the report, and as the register has it where the report tells nothing: entered once.</summary>
    public ReportFigures Figures
    {
        get
        {
            var told = Report is { FiguresAt: not null, FiguresTakenAt: null } ? Report.Figures : ReportFigures.Nothing;
            return new(
                told.OfficialMembers ?? Kept?.OfficialMembers, told.CapitalLinkedMembers ?? Kept?.CapitalLinkedMembers, told.LinkedMembers ?? Kept?.LinkedMembers, told.Capital ?? Kept?.Capital, told.Revenue ?? Kept?.Revenue)
            {
                Employees = told.Employees ?? Kept?.Employees,
                Assets = told.Assets ?? Kept?.Assets,
                Investment = told.Investment ?? Kept?.Investment,
            };
        }
    }

    /// <summary>The rating as it is, or as it would be.</summary>
    public RatingVerdict Verdict => Report is { Class: { } rated } report
        ? new RatingVerdict(rated, report.Points, report.NotRatedFor, rated == RatingClass.NotEnoughData ? RatingVerdict.Of(Rule, Ground, report.Points).Gaps : [])
        : RatingVerdict.Of(Rule, Ground, Report?.Total(Rule));

    public IReadOnlyList<RatingCriterion> WithoutPoints => [.. Rule.Criteria.Where(criterion => Report?.Find(criterion.Number)?.Own is null)];

    public string OfficeAddress => $"{File.Address}/{ReportDesk.Word}/{Year}";

    public string OwnAddress => $"{PersonalPlaces.MyCooperative}/{ReportDesk.Word}/{Year}";
}

/// <summary>Where reports of a year are opened, filled in and answered.</summary>
internal sealed class ReportDesk(RegistryDesk desk, AppDbContext db, IEnumerable<IRatingEvidence> evidence, INotices notices)
{
    /// <summary>The last part of the office's address.</summary>
    public const string Word = "bao-cao";

    public const string Address = $"{RegistryRights.Address}/{Word}";

    private const int BeginsInMonth = 11;

    public DateOnly Today => desk.Today;

    /// <summary>The year that reports are being written for: this one from November on.</summary>
    public int YearNow => YearOf(Today);

    public AppDbContext Db => db;

    /// <summary>The years that may be reported, the latest first.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(RatingRules.FirstYear, Math.Max(0, YearNow - RatingRules.FirstYear + 1)).Reverse().Where(year => RatingRules.Of(year) is not null)];

    public static int YearOf(DateOnly today) => today.Month >= BeginsInMonth ? today.Year : today.Year - 1;

    /// <returns>Null where there is no such cooperative, or no rule for it and the year.</returns>
    public async Task<ReportFile?> FindAsync(string code, int year, CancellationToken cancellationToken) =>
        IsYear(year) && await desk.FindAsync(code, cancellationToken) is { } file ? await OfAsync(file, year, cancellationToken) : null;

    /// <returns>The address of the same report in the file that the one with this code was merged into; null where it was not.</returns>
    public async Task<string?> ElsewhereAsync(string code, int year, CancellationToken cancellationToken) =>
        IsYear(year) && await desk.ElsewhereAsync(code, cancellationToken) is { } address ? $"{address}/{Word}/{year}" : null;

    /// <summary>The report of the organisation that a person acts for. No other is ever read for them.</summary>
    public async Task<ReportFile?> OwnAsync(SignedIn person, int year, CancellationToken cancellationToken) =>
        await desk.CodeOfAsync(person.OrganisationId, cancellationToken) is { } code ? await FindAsync(code, year, cancellationToken) : null;

    /// <summary>The own reports of the latest two years.</summary>
    public async Task<IReadOnlyList<ReportFile>> OwnLatestAsync(SignedIn person, CancellationToken cancellationToken) =>
        await desk.CodeOfAsync(person.OrganisationId, cancellationToken) is { } code && await desk.FindAsync(code, cancellationToken) is { } file
            ? await OfAsync(file, [.. Years.Where(year => year >= YearNow - 1)], cancellationToken)
            : [];

    /// <summary>The reports of a file that a reader is shown: those that are begun, and those of the latest two years.</summary>
    public async Task<IReadOnlyList<ReportFile>> ShownAsync(CooperativeFile file, CancellationToken cancellationToken)
    {
        var begun = await db.Set<YearReport>().Where(r => r.CooperativeId == file.Cooperative.Id).Select(r => r.Year).ToListAsync(cancellationToken);
        return await OfAsync(file, [.. Years.Where(year => begun.Contains(year) || year >= YearNow - 1)], cancellationToken);
    }

    /// <summary>What other modules' records say for the criteria that ask for it.</summary>
    public async Task<IReadOnlyDictionary<RatingTopic, RatingEvidence>> EvidenceAsync(ReportFile file, CancellationToken cancellationToken)
    {
        var told = new Dictionary<RatingTopic, RatingEvidence>();
        foreach (var source in evidence)
        {
            var one = await source.OfAsync(file.File.Cooperative.Id, file.Year, cancellationToken);
            told[source.Topic] = told.TryGetValue(source.Topic, out var other) ? new RatingEvidence([.. other.Rows, .. one.Rows], other.MayBeMore || one.MayBeMore) : one;
        }

        return told;
    }

    /// <summary>Saves the cooperative's own points of some criteria.</summary>
    public async Task<YearReport> SayAsync(ReportFile file, IReadOnlyDictionary<int, ScoreSaid> said, CancellationToken cancellationToken)
    {
        var report = Begun(file);
        report.Say(file.Rule, said, desk.Now);
        Touch(report);
        await db.SaveChangesAsync(cancellationToken);
        return report;
    }

    /// <param name="on">The day on which it came in; today where the cooperative sends it itself.</param>
    public async Task SendAsync(ReportFile file, DateOnly? on, string? source, CancellationToken cancellationToken)
    {
        Begun(file).Send(file.Rule, file.Ground, on ?? Today, source, desk.By, desk.Now);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task TellFiguresAsync(ReportFile file, ReportFigures figures, CancellationToken cancellationToken)
    {
        Begun(file).Tell(figures, Today, desk.By, desk.Now);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task ReturnAsync(ReportFile file, string reason, CancellationToken cancellationToken)
    {
        There(file).Return(reason, desk.By, desk.Now);
        await TellOwnAsync(file, new Notice("Báo cáo năm {0} được trả lại để sửa: {1}", [Year(file), reason], file.OwnAddress), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task TakeInAsync(ReportFile file, IReadOnlyDictionary<int, ScoreSaid> said, CancellationToken cancellationToken)
    {
        There(file).TakeIn(file.Rule, said, desk.By, desk.Now);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task RateAsync(ReportFile file, CancellationToken cancellationToken)
    {
        var verdict = There(file).Rate(file.Rule, file.Ground, desk.By, desk.Now);
        await TellOwnAsync(file, new Notice("Báo cáo năm {0} đã được xếp loại: {1}.", [Year(file), RatingWords.Of(verdict.Class)], file.OwnAddress), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task ReopenAsync(ReportFile file, string reason, CancellationToken cancellationToken)
    {
        There(file).Reopen(reason, desk.By, desk.Now);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Puts the figures of the report into the register; what it does not tell stays as it stands there.</summary>
    public async Task TakeFiguresAsync(ReportFile file, CancellationToken cancellationToken)
    {
        var figures = file.Figures;
        There(file).TakeFigures(desk.By, desk.Now);
        var year = file.Kept;
        if (year is null)
        {
            year = new CooperativeYear(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), file.File.Cooperative.Id, file.Year);
            db.Add(year);
        }

        year.Describe(new YearContent(figures.OfficialMembers, figures.CapitalLinkedMembers, figures.LinkedMembers, figures.Capital, figures.Revenue, $"Báo cáo năm của hợp tác xã, {file.Report!.FiguresBy}")
        {
            Employees = figures.Employees,
            Assets = figures.Assets,
            Investment = figures.Investment,
        });
        file.File.Cooperative.Classify([.. file.File.Years.Where(known => known.Year != file.Year), year], desk.Today, file.File.Scale);
        desk.Touch(file.File.Cooperative);
        await db.SaveChangesAsync(cancellationToken);
    }

    public void Forget() => desk.Forget();

    private static string Year(ReportFile file) => file.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static YearReport There(ReportFile file) => file.Report ?? throw new RefusedException("Chưa có báo cáo của năm này.");

    private bool IsYear(int year) => RatingRules.Of(year) is not null && year <= YearNow;

    private async Task<ReportFile?> OfAsync(CooperativeFile file, int year, CancellationToken cancellationToken) => (await OfAsync(file, [year], cancellationToken)).SingleOrDefault();

    /// <returns>One for each year, in their order; none where it is no cooperative in the narrow sense.</returns>
    private async Task<IReadOnlyList<ReportFile>> OfAsync(CooperativeFile file, int[] years, CancellationToken cancellationToken)
    {
        if (file.Organisation.Kind != OrganisationKind.Cooperative)
        {
            return [];
        }

        var id = file.Cooperative.Id;
        var reports = await db.Set<YearReport>().AsSplitQuery().Where(r => r.CooperativeId == id && EF.Parameter(years).Contains(r.Year)).ToDictionaryAsync(r => r.Year, cancellationToken);
        var limits = (await db.Set<CriterionLimit>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(l => l.Rule, StringComparer.Ordinal);
        return [.. years.Select(year =>
        {
            var report = reports.GetValueOrDefault(year);
            var rule = report is null ? RatingRules.Of(year)! : RatingRules.Find(report.Rule)!;
            return new ReportFile(file, year, rule, report, RatingGround.Of(rule, year, file.Cooperative), limits[rule.Code].ToDictionary(l => l.Criterion, l => l.Most));
        })];
    }

    private YearReport Begun(ReportFile file)
    {
        if (file.Report is { } report)
        {
            return report;
        }

        var made = new YearReport(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), file.File.Cooperative.Id, file.Year, file.Rule, desk.By, desk.Now);
        db.Add(made);
        return made;
    }

    /// <summary>Points are rows of their own: whoever saves some of them has saved the report.</summary>
    private void Touch(YearReport report)
    {
        var entry = db.Entry(report);
        if (entry.State == EntityState.Unchanged)
        {
            entry.Property(r => r.Version).IsModified = true;
        }
    }

    private Task TellOwnAsync(ReportFile file, Notice notice, CancellationToken cancellationToken) => notices.TellHoldersAsync(RegistryRights.Own, file.File.Cooperative.Id, notice, cancellationToken);
}
