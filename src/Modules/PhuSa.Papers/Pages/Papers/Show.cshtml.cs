using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers;

/// <summary>A step as a reader sees it: what the paper became, when and why; who did it is not public.</summary>
internal sealed record PaperStep(string Word, string When, string? Why);

internal sealed class ShowModel(AppDbContext db, PaperQueries queries) : PageModel
{
    public Paper Paper { get; private set; } = null!;

    public PaperFact Fact { get; private set; } = null!;

    public StatusFacts Status => PaperFlow.Table[Paper.Status];

    public IReadOnlyList<(string Label, string? Value)> Facts { get; private set; } = [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<PaperStep> Steps { get; private set; } = [];

    public static string KindOf(Paper paper) => PaperWords.Of(paper.Kind);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        var found = PaperQueries.Public(db).Where(p => p.Code == code);
        if (await found.SingleOrDefaultAsync(cancellationToken) is not { } paper)
        {
            return NotFound();
        }

        Paper = paper;
        Fact = (await queries.FactsAsync(found, cancellationToken))[0];
        Facts =
        [
            ("Số, ký hiệu", paper.Number),
            ("Cơ quan ban hành", Fact.IssuedBy),
            ("Ngày ký", paper.SignedOn.IsKnown ? paper.SignedOn.ToString() : null),
            ("Ngày có hiệu lực", paper.EffectiveFrom is { } day ? VietnamTime.Written(day) : null),
            ("Nguồn", paper.Source),
        ];
        Steps =
        [
            .. paper.Steps.OrderByDescending(step => step.At).ThenBy(step => step.From is null)
                .Select(step => new PaperStep(PaperFlow.Table[Enum.Parse<PaperStatus>(step.To)].PublicName, Texts.Moment(step.At), step.Why)),
        ];
        return Page();
    }
}
