using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Directory;

namespace PhuSa.Cooperatives.Pages.Cooperatives;

/// <summary>The directory as a list.</summary>
internal sealed class IndexModel(CooperativeDirectory directory) : DirectoryPage(directory)
{
    public const string Address = "/hop-tac-xa";
    private readonly CooperativeDirectory _directory = directory;

    public override string Root => Address;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsRead())
        {
            return NotFound();
        }

        (Total, Lines) = await _directory.PageAsync(Filter, (Number - 1) * PageSize, PageSize, cancellationToken);
        if (Number > 1 && Lines.Count == 0)
        {
            return NotFound();
        }

        await CountAsync(onMap: false, cancellationToken);
        return Page();
    }
}
