using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.OpenData;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives;

internal sealed class ShowModel(CooperativeQueries cooperatives, PublicProfile profile, OpenRegister register, IOrganisations organisations, IPlaces places, IEnumerable<IOrganisationParts> parts, ISites sites) : PageModel
{
    public PublicCooperative Cooperative { get; private set; } = null!;

    public IReadOnlyList<string> FormerNames { get; private set; } = [];

    /// <summary>In the source's words where it has some; null where it is not known.</summary>
    public string? Place { get; private set; }

    /// <summary>The unit's present successor where there is exactly one.</summary>
    public string? PlaceNow { get; private set; }

    /// <summary>The successors of a unit that was split; empty otherwise.</summary>
    public IReadOnlyList<string> PlaceChoices { get; private set; } = [];

    public IReadOnlyList<(string Label, PublicField Field)> Fields { get; private set; } = [];

    /// <summary>What the cooperative agreed to have shown beside them.</summary>
    public IReadOnlyList<ProfileLine> Lines { get; private set; } = [];

    public IReadOnlyList<OrganisationPart> Parts { get; private set; } = [];

    /// <summary>What programs may know of it.</summary>
    public OpenCooperative? Open { get; private set; }

    /// <summary>Street and place, where it agreed to have them shown.</summary>
    public string? Street { get; private set; }

    public bool IsOnMap => Open is { Latitude: not null, Longitude: not null };

    /// <summary>Absolute address of the site.</summary>
    public string Root { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await cooperatives.FindAsync(slug, cancellationToken) is not { } cooperative)
        {
            return await organisations.KeptAsync(slug, cancellationToken) is { } kept ? RedirectPermanent($"/hop-tac-xa/{kept.Slug}") : NotFound();
        }

        Cooperative = cooperative;
        Root = (await sites.OfAsync(HttpContext, cancellationToken)).Address;
        Open = await register.FindAsync(cooperative.Slug, Root, cancellationToken);
        Street = await profile.AddressAsync(cooperative.Id, cancellationToken);
        FormerNames = await organisations.FormerNamesAsync(cooperative.Id, cancellationToken);
        Fields = [("Số đăng ký", cooperative.RegistrationNumber), ("Thành lập", cooperative.Founded)];
        Lines = await profile.OfAsync(cooperative.Id, cancellationToken);
        await ReadPlaceAsync(cooperative, cancellationToken);
        Parts = await ReadPartsAsync(cooperative.Id, cancellationToken);
        return Page();
    }

    private async Task ReadPlaceAsync(PublicCooperative cooperative, CancellationToken cancellationToken)
    {
        Place = cooperative.PlaceText;
        if (cooperative.PlaceId is not { } id)
        {
            return;
        }

        Place ??= (await places.OfAsync([id], cancellationToken)).GetValueOrDefault(id)?.FullName;
        var succession = (await places.SuccessionsAsync([id], cancellationToken))[id];
        PlaceNow = succession.Only?.FullName;
        PlaceChoices = succession.WasSplit ? [.. succession.Successors.Select(place => place.FullName)] : [];
    }

    private async Task<IReadOnlyList<OrganisationPart>> ReadPartsAsync(Guid id, CancellationToken cancellationToken)
    {
        var read = new List<OrganisationPart>();
        foreach (var source in parts.OrderBy(part => part.Order))
        {
            if (await source.OfAsync(id, cancellationToken) is { } part)
            {
                read.Add(part);
            }
        }

        return read;
    }
}
