using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Proposals;

/// <summary>Answers a proposal value by value. Where the file has moved since it was proposed, both values stand there.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AnswerModel(ProposalDesk desk, RegistryDesk registry, Texts text) : PageModel
{
    public const string Accept = "nhan";
    public const string Refuse = "khong";

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public FileProposal Proposal { get; private set; } = null!;

    public CooperativeFile Kept { get; private set; } = null!;

    /// <summary>The unit that goes with the old place; null where none does.</summary>
    public PlaceFact? UnitLost { get; private set; }

    public string ShownStamp { get; private set; } = "";

    public string? Now(ProposalItem item) => desk.WordsOf(Kept, item.Target, Proposal.Year);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await IsFoundAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Input.Stamp != ShownStamp)
        {
            return Stale();
        }

        var answers = Read();
        if (ModelState.IsValid && answers.Count == 0)
        {
            ModelState.AddModelError(string.Empty, text["Chọn nhận hoặc không nhận cho ít nhất một mục"]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        try
        {
            await desk.AnswerAsync(Proposal, Kept, answers, cancellationToken);
            return Redirect(Kept.Address);
        }
        catch (Exception failure) when (failure is RefusedException or DbUpdateException)
        {
            // What the rules refuse must not stand on the page as if it were so.
            registry.Forget();
            if (!await IsFoundAsync(id, cancellationToken))
            {
                return Stale();
            }

            if (failure is not DbUpdateException)
            {
                throw;
            }

            if (await desk.HolderAsync(Proposal, Kept, answers, cancellationToken) is not { } holder)
            {
                return Stale();
            }

            ModelState.AddModelError(string.Empty, text["Số này đang ghi ở hồ sơ {0}.", holder]);
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }
    }

    private PageResult Stale()
    {
        ModelState.AddModelError(string.Empty, text["Đề nghị hoặc hồ sơ vừa được người khác sửa. Hãy xem lại các giá trị rồi trả lời."]);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private List<ItemAnswer> Read()
    {
        var answers = new List<ItemAnswer>();
        foreach (var item in Proposal.Items.Where(item => item.Verdict == ItemVerdict.Waiting))
        {
            var reason = Input.Reasons.GetValueOrDefault(item.Id)?.Trim() is { Length: > 0 } said ? said : null;
            var verdict = Input.Verdicts.GetValueOrDefault(item.Id);
            if (reason?.Length > ProposalItem.ReasonMaxLength)
            {
                ModelState.AddModelError($"Input.Reasons[{item.Id}]", text["Lý do dài tối đa {0} ký tự", ProposalItem.ReasonMaxLength]);
            }
            else if (verdict == Refuse && reason is null)
            {
                ModelState.AddModelError($"Input.Reasons[{item.Id}]", text["Không nhận một mục thì phải ghi lý do."]);
            }
            else if (verdict is Accept or Refuse)
            {
                answers.Add(new ItemAnswer(item.Id, verdict == Accept, reason));
            }
        }

        return answers;
    }

    private async Task<bool> IsFoundAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } proposal || await registry.CodeOfAsync(proposal.CooperativeId, cancellationToken) is not { } code || await registry.FindAsync(code, cancellationToken) is not { } file)
        {
            return false;
        }

        (Proposal, Kept) = (proposal, file);
        ShownStamp = desk.StampOf(proposal, file);
        UnitLost = await desk.UnitLostAsync(proposal, file, cancellationToken);
        foreach (var item in proposal.Items)
        {
            Input.Reasons.TryAdd(item.Id, null);
        }

        return true;
    }
}

internal sealed class AnswerInput
{
    public string? Stamp { get; set; }

    public Dictionary<Guid, string?> Verdicts { get; set; } = [];

    public Dictionary<Guid, string?> Reasons { get; set; } = [];
}
