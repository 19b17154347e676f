using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Reports;

/// <summary>Reports that wait: for an officer's answer or rating, and a cooperative's own that is still to be sent.</summary>
internal sealed class ReportWork(AppDbContext db, ReportDesk desk, ReportOwed owed, IOrganisations organisations, Texts text) : IWorkSource
{
    private const int Most = 200;

    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return
        [
            .. person.May(RegistryRights.Keep) ? await WaitingAsync(cancellationToken) : [],
            .. person.May(RegistryRights.Own) ? await OwnAsync(person, cancellationToken) : [],
        ];
    }

    private async Task<IReadOnlyList<WorkItem>> WaitingAsync(CancellationToken cancellationToken)
    {
        // One whose file went into another that has its own report of the year stays with its file, and waits for nobody.
        var waiting = await db.Set<YearReport>().AsNoTracking()
            .Where(r => organisations.Rows.Any(o => o.Id == r.CooperativeId))
            .Where(r => r.Status == ReportStatus.Sent || r.Status == ReportStatus.Accepted || (r.FiguresAt != null && r.FiguresTakenAt == null))
            .OrderBy(r => r.Year).ThenBy(r => r.Id).Take(Most)
            .Select(r => new { r.CooperativeId, r.Year, r.Rule, r.Status, r.FiguresAt, r.FiguresTakenAt, Since = r.Steps.Max(s => s.At) })
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return [];
        }

        var names = await organisations.OfAsync(waiting.Select(r => r.CooperativeId), cancellationToken);
        var items = new List<WorkItem>();
        foreach (var report in waiting)
        {
            var name = names[report.CooperativeId];
            var address = $"{RegistryRights.Address}/{name.Code}/{ReportDesk.Word}/{report.Year}";
            if (report.Status is ReportStatus.Sent or ReportStatus.Accepted)
            {
                var sent = report.Status == ReportStatus.Sent;
                var due = RatingRules.Find(report.Rule)?.Due.Province.Of(report.Year);
                items.Add(new WorkItem(name.Name, text[sent ? "Báo cáo năm {0} chờ nhận và chấm điểm" : "Báo cáo năm {0} chờ xếp loại", report.Year], sent ? "Xem báo cáo" : "Xếp loại", address, report.Since, due));
            }

            if (report is { FiguresAt: { } told, FiguresTakenAt: null })
            {
                items.Add(new WorkItem(name.Name, text["Số liệu năm {0} chờ đưa vào hồ sơ", report.Year], "Nhận số liệu", $"{address}/{ReportParts.TakeFigures}", told, Due: null));
            }
        }

        return items;
    }

    private async Task<IReadOnlyList<WorkItem>> OwnAsync(SignedIn person, CancellationToken cancellationToken)
    {
        var items = new List<WorkItem>();
        foreach (var file in await desk.OwnLatestAsync(person, cancellationToken))
        {
            items.AddRange(owed.Of(file).Where(part => part.Presses).Select(part => new WorkItem(file.File.Organisation.Name, text[part.Sentence, file.Year], part.Verb, part.Address, VietnamTime.Begin(part.Since), part.Due, Own: true)));
        }

        return items;
    }
}
