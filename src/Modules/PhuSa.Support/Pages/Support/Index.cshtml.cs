using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Support.Applications;
using PhuSa.Support.Schemes;
using PhuSa.Vietnamese;

namespace PhuSa.Support.Pages.Support;

/// <summary>A scheme with its versions, the latest first.</summary>
internal sealed record SchemeLine(string Code, string Title, PaperFact? Decision, IReadOnlyList<VersionLine> Versions)
{
    public string Anchor => Slug.From(Code);
}

internal sealed record VersionLine(string Heading, bool Verified, IReadOnlyList<(string Label, string? Value)> Facts);

internal sealed record ApplicationLine(ApplicationFact Fact, string? Applicant);

internal sealed class IndexModel(AppDbContext db, IPapers papers, ICooperatives cooperatives) : PageModel
{
    public IReadOnlyList<SchemeLine> Schemes { get; private set; } = [];

    public IReadOnlyList<ApplicationLine> Applications { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var schemes = await db.Set<SupportScheme>().AsNoTracking().InVietnameseOrder(db, s => s.Title).ToListAsync(cancellationToken);
        var versions = await db.Set<SchemeVersion>().AsNoTracking().ToListAsync(cancellationToken);
        var decisions = await papers.OfAsync(schemes.Select(s => s.DecisionId).Concat(versions.Select(v => v.DecisionId)).OfType<Guid>(), cancellationToken);
        Schemes =
        [
            .. schemes.Select(s => new SchemeLine(
                s.Code,
                s.Title,
                Paper(s.DecisionId, decisions),
                [.. versions.Where(v => v.SchemeId == s.Id).OrderByDescending(v => v.EffectiveFrom).Select(v => Line(v, Paper(v.DecisionId, decisions)))])),
        ];

        var applications = await db.Set<SupportApplication>().Public().AsFacts().ToListAsync(cancellationToken);
        var applicants = await cooperatives.OfAsync(applications.Select(a => a.ApplicantId), cancellationToken);
        Applications = [.. applications.Select(a => new ApplicationLine(a, applicants.GetValueOrDefault(a.ApplicantId)?.Name))];
    }

    private static PaperFact? Paper(Guid? id, IReadOnlyDictionary<Guid, PaperFact> papers) => id is { } known ? papers.GetValueOrDefault(known) : null;

    private static VersionLine Line(SchemeVersion version, PaperFact? decision) => new(
        decision?.Citation ?? version.Code,
        version.Verified,
        [
            ("Ngày có hiệu lực", Written(version.EffectiveFrom)),
            ("Ngày hết hiệu lực", Written(version.EffectiveTo)),
            ("Đối tượng", version.Subjects),
            ("Lĩnh vực", version.Fields),
            ("Điều kiện", version.Conditions),
            ("Tiêu chí", version.Criteria),
            ("Tỷ lệ hỗ trợ", version.RatePercent is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate}%") : null),
            ("Mức tối đa cho một dự án", version.Ceiling is { } ceiling ? Dong.WithUnit(ceiling) : null),
            ("Số ngày làm việc để trả lời", version.AnswerWithin?.ToString(CultureInfo.InvariantCulture)),
            ("Cần biết thêm", version.Note),
            ("Nguồn", version.Source),
        ]);

    private static string? Written(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : null;
}
