using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Support.Applications;
using PhuSa.Support.Schemes;
using PhuSa.Support.Verdicts;

namespace PhuSa.Support.Pages.Support;

/// <summary>A line of the page; a null value is shown as missing.</summary>
internal sealed record ApplicationFactLine(string Label, string? Value, string? Url = null);

/// <summary>What a published text told of an application. The amount asked for is not public.</summary>
internal sealed class ShowModel(AppDbContext db, IPapers papers, ICooperatives cooperatives) : PageModel
{
    public ApplicationFact Application { get; private set; } = null!;

    /// <summary>What every verdict rests on where it is the same for all; null where they differ, and each says its own.</summary>
    public string? CommonBasis => Enum.GetValues<VerdictGroup>().Select(Application.On).OfType<VerdictFact>().Select(verdict => verdict.Citation).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    public IReadOnlyList<ApplicationFactLine> Facts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Set<SupportApplication>().Public().Where(a => a.Slug == slug).AsFacts().SingleOrDefaultAsync(cancellationToken) is not { } application)
        {
            return NotFound();
        }

        Application = application;
        var scheme = await db.Set<SupportScheme>().AsNoTracking().SingleAsync(s => s.Id == application.SchemeId, cancellationToken);
        var version = await db.Set<SchemeVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == application.SchemeVersionId, cancellationToken);
        var applicant = (await cooperatives.OfAsync([application.ApplicantId], cancellationToken)).GetValueOrDefault(application.ApplicantId);
        var found = await papers.OfAsync(new[] { application.ReplyId, version?.DecisionId }.OfType<Guid>(), cancellationToken);
        var reply = Paper(application.ReplyId, found);
        var rules = Paper(version?.DecisionId, found);
        Facts =
        [
            new("Đơn vị đề nghị", applicant?.Name, applicant?.Url),
            new("Chính sách", scheme.Title, "/ho-tro"),
            new("Bản quy định dùng để xét", rules?.Citation ?? version?.Code, rules?.Url),
            new("Ngày nhận hồ sơ", Written(application.ReceivedAt)),
            new("Văn bản phúc đáp", reply?.Citation, reply?.Url),
            new("Ngày phúc đáp", Written(application.RepliedAt)),
            new("Nguồn", application.Source),
        ];
        return Page();
    }

    private static PaperFact? Paper(Guid? id, IReadOnlyDictionary<Guid, PaperFact> papers) => id is { } known ? papers.GetValueOrDefault(known) : null;

    private static string? Written(RecordTime time) => time.IsKnown ? time.ToString() : null;
}
