using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Directory;
using PhuSa.Cooperatives.OpenData;
using PhuSa.Cooperatives.Registry;

namespace PhuSa.Cooperatives.Pages.Cooperatives;

/// <summary>What may be taken away, how fresh it is, under which licence, and what each field means.</summary>
internal sealed class OpenDataModel(CooperativeQueries cooperatives, OpenRegister register) : PageModel
{
    public int Total { get; private set; }

    public OpenLicence? Licence => register.Licence;

    public async Task OnGetAsync(CancellationToken cancellationToken) => (Total, _) = await cooperatives.IdsAsync(DirectoryFilter.None, OpenKinds.Usual.Kinds, skip: 0, take: 0, cancellationToken);
}
