using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;

namespace PhuSa.Alliance.Pages.Alliance.Office.Classes;

/// <summary>The classes of members, with how many are in each today.</summary>
internal sealed class IndexModel(AllianceDesk desk, MemberBook book, ClassNames classes) : PageModel
{
    public ClassBook Classes { get; private set; } = null!;

    public IReadOnlyDictionary<string, int> Members { get; private set; } = new Dictionary<string, int>();

    public bool MayKeep => desk.MayKeep;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Classes = await classes.AllAsync(cancellationToken);
        Members = (await book.AllAsync(cancellationToken)).Select(file => MemberFilter.LineOf(file, desk.Today)).Where(line => line.Standing.IsMember && line.ClassCode is not null)
            .CountBy(line => line.ClassCode!).ToDictionary(StringComparer.Ordinal);
    }
}
