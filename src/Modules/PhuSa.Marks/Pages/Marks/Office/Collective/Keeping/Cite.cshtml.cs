using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Office.Collective;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>The register came first and the paper after: a step that was recorded without a paper gets it.</summary>
internal sealed class CiteModel(CollectiveDesk desk, Texts text) : PaperOfMarkPage<PaperInput>(desk, text)
{
    [FromRoute(Name = "viec")]
    public Guid ActId { get; set; }

    public FilingAct Act { get; private set; } = null!;

    protected override void Put(Guid paperId) => Mark.Cite(ActId, paperId);

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        await base.IsFoundAsync(cancellationToken) && (Act = Mark.Acts.FirstOrDefault(act => act.Id == ActId && act.PaperId is null)!) is not null;
}
