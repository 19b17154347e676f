using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Jobs;

namespace PhuSa.Office.Pages.Office.Jobs;

internal sealed class ShowModel(IJobBook book, IJobs jobs) : PageModel
{
    public const int PageSize = 20;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public JobFact Job { get; private set; } = null!;

    public IReadOnlyList<JobRunFact> Runs { get; private set; } = [];

    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (Number is < 1 or > MostPages || !ModelState.IsValid || await book.FindAsync(code, cancellationToken) is not { } job)
        {
            return NotFound();
        }

        Job = job;
        (Runs, Count) = await book.RunsAsync(code, (Number - 1) * PageSize, PageSize, cancellationToken);
        return Number > 1 && Runs.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(code, cancellationToken) is null)
        {
            return NotFound();
        }

        await jobs.RunSoonAsync(code, cancellationToken);
        return Redirect($"{JobWords.Pages}/{code}");
    }
}
