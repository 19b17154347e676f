using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Office.Support;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Support.Keeping;

/// <summary>The register came first and the paper after: a step that was recorded without a paper gets it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class SupportCitePage(SupportDesk desk, Texts text) : PageModel, IPicksPaper
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "viec")]
    public Guid ActId { get; set; }

    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public SupportAct Act { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>What the step did; a key of the English table.</summary>
    public string Word { get; private set; } = "";

    public abstract string Address { get; }

    protected SupportDesk Desk => desk;

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

        // The paper is a part's; the record carries the version that keeps two from writing at once.
        Put(picked.Paper!.Id);
        await desk.Db.SaveOrTellAsync(cancellationToken);
        return Redirect(Address);
    }

    protected abstract void Put(Guid paperId);

    protected abstract Task<bool> IsFoundAsync(CancellationToken cancellationToken);

    protected async Task<bool> IsOfAsync(Guid markId, IReadOnlyList<SupportAct> acts, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        if (acts.FirstOrDefault(act => act.Id == ActId && act.PaperId is null) is not { } act)
        {
            return false;
        }

        (Act, Name) = (act, (await desk.MarkAsync(markId, cancellationToken)).Name);
        Word = SupportStory.WordOf(steps.Single(step => step.Id == act.Id).Action);
        return true;
    }
}

internal sealed class RequestCiteModel(SupportDesk desk, Texts text) : SupportCitePage(desk, text)
{
    private MarkSupportRequest? _request;

    public override string Address => SupportRights.OfRequest(Id);

    protected override void Put(Guid paperId)
    {
        _request!.Cite(ActId, paperId);
        Desk.Db.Entry(_request).Property(r => r.Version).IsModified = true;
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        (_request = await Desk.RequestAsync(Id, cancellationToken)) is { } request && await IsOfAsync(request.MarkId, request.Acts, request.Steps, cancellationToken);
}

internal sealed class ContractCiteModel(SupportDesk desk, Texts text) : SupportCitePage(desk, text)
{
    private MarkSupportContract? _contract;

    public override string Address => SupportRights.OfContract(Id);

    protected override void Put(Guid paperId)
    {
        _contract!.Cite(ActId, paperId);
        Desk.Db.Entry(_contract).Property(c => c.Version).IsModified = true;
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        (_contract = await Desk.ContractAsync(Id, cancellationToken)) is { } contract && await IsOfAsync(contract.MarkId, contract.Acts, contract.Steps, cancellationToken);
}
