using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Office.Support;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Files;

namespace PhuSa.Marks.Pages.Marks.Office.Support;

/// <summary>One contract: its sums, its papers, what comes next, and what happened.</summary>
internal sealed class ContractModel(SupportDesk desk, IFiles files) : PageModel
{
    public MarkSupportContract Case { get; private set; } = null!;

    public SupportedFiling Mark { get; private set; } = null!;

    public PaperFact? Paper { get; private set; }

    public IReadOnlyList<ContractAction> Next { get; private set; } = [];

    public IReadOnlyList<StoredFile> Scans { get; private set; } = [];

    public SupportStory Steps { get; private set; } = null!;

    public bool MayKeep => desk.MayKeep;

    public static string WordOf(ContractAction action) => action switch
    {
        ContractAction.Pay => "chi",
        ContractAction.Accept => "nghiem-thu",
        _ => "thanh-ly",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.ContractAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Case, Mark) = (found, await desk.MarkAsync(found.MarkId, cancellationToken));
        Paper = found.PaperId is { } paper ? (await desk.Papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) : null;
        Next = [.. Enum.GetValues<ContractAction>().Where(action => ContractFlow.Table.Next(found.Status, action) is not null)];
        Scans = await files.OfAsync(SupportFiles.Of(id), cancellationToken);
        Steps = await SupportStory.OfAsync(SupportRights.OfContract(id), desk, found.Steps, found.Acts, cancellationToken);
        return Page();
    }
}
