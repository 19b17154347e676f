using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Office;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Organisations.Pages.Organisations.Office;

/// <summary>One organisation: its names over time, and what is public of it in the other registers.</summary>
internal sealed class ShowModel(OrganisationDesk desk, IOrganisations organisations, IEnumerable<IOrganisationParts> parts, IOrganisationMerges merges, ISignedIn signedIn) : PageModel
{
    public Organisation Kept { get; private set; } = null!;

    /// <summary>Null where no other office keeps a file of it.</summary>
    public string? FileAddress { get; private set; }

    /// <summary>Where a file of it is begun; null where it has one, or its kind has none.</summary>
    public string? BeginAddress => FileAddress is null && MayKeep ? desk.BeginAddress(Kept) : null;

    public IReadOnlyList<NameBefore> NamesBefore { get; private set; } = [];

    public IReadOnlyList<OrganisationPart> Parts { get; private set; } = [];

    /// <summary>Where another is merged into it; null where that is done at a file, or by nobody who looks now.</summary>
    public string? MergeAddress => FileAddress is null && BeginAddress is null && MayKeep ? merges.MergeAddress(Kept.Code) : null;

    /// <summary>Organisations that were merged into this one, or that it was taken apart from; the latest first.</summary>
    public IReadOnlyList<MergedOrganisation> Merges { get; private set; } = [];

    public bool MayKeep => signedIn.Person!.May(OrganisationRights.Keep);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(code, cancellationToken) is not { } found)
        {
            return await desk.KeptAddressAsync(code, cancellationToken) is { } address ? RedirectPermanent(address) : NotFound();
        }

        Kept = found;
        FileAddress = await desk.FileAddressAsync(found.Id, cancellationToken);
        NamesBefore = await organisations.NamesBeforeAsync(found.Id, cancellationToken);
        var read = new List<OrganisationPart>();
        foreach (var source in parts.OrderBy(part => part.Order))
        {
            if (await source.OfAsync(found.Id, cancellationToken) is { } part)
            {
                read.Add(part);
            }
        }

        Parts = read;
        Merges = await merges.OfAsync(found.Id, cancellationToken);
        return Page();
    }
}
