using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping;

/// <summary>The register came first and the paper after: a move that was recorded without a paper gets it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CiteModel(GrantDesk desk, Texts text) : PageModel, IPicksPaper
{
    private MarkGrant _grant = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "viec")]
    public Guid ActId { get; set; }

    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public GrantAct Act { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public string Address => MarkRights.Of(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsFoundAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        var picked = (await desk.PaperAsync(Input.Number, Input.Paper, cancellationToken)).Told(Input, ModelState, text);
        PaperChoices = picked.Choices;
        if (picked.Paper is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Input.Number", text["Nhập số, ký hiệu văn bản"]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        _grant.Cite(ActId, picked.Paper!.Id);

        // The paper is a part's; the right carries the version that keeps two from writing at once.
        desk.Db.Entry(_grant).Property(g => g.Version).IsModified = true;
        await desk.Db.SaveOrTellAsync(cancellationToken);
        return Redirect(Address);
    }

    private async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Id, cancellationToken) is not { } grant
            || grant.Acts.FirstOrDefault(act => act.Id == ActId && act.PaperId is null) is not { } act
            || !desk.Person.MayKeep((await desk.MarkAsync(grant.MarkId, cancellationToken)).OwnerId))
        {
            return false;
        }

        (_grant, Act) = (grant, act);
        Name = $"{(await desk.Organisations.OfAsync([grant.HolderId], cancellationToken))[grant.HolderId].Name} · {grant.Product}";
        return true;
    }
}
