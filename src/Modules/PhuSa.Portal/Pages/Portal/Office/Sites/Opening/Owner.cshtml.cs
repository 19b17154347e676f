using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites.Opening;

/// <summary>Whose people edit a site.</summary>
internal sealed class OwnerModel(SiteDesk desk, IAgencies agencies, Texts text) : SiteEditing(desk, text), IOwnerForm
{
    [BindProperty]
    public OwnerInput Owner { get; set; } = new();

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    protected override IEnumerable<(string Label, string? Words)> Typed => Told(Owner);

    protected override IEnumerable<(string Label, string? Words)> Kept => Told(Stored());

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Agencies = await agencies.WithRightAsync(PortalRights.Sites, cancellationToken);
        if (Site.OwnerId is { } owner && Agencies.All(agency => agency.Id != owner) && await agencies.NameOfAsync(owner, cancellationToken) is { } name)
        {
            // Its people have all left; it stays until another is chosen.
            Agencies = [.. Agencies, new Agency(owner, name)];
        }

        return true;
    }

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Owner.OwnerId is { } owner && Agencies.All(agency => agency.Id != owner))
        {
            Wrong("Owner.AgencyId", "Chọn một cơ quan trong danh sách");
        }

        return Task.CompletedTask;
    }

    protected override void Fill() => Owner = Stored();

    protected override void Apply()
    {
        Site.BelongTo(Owner.OwnerId);
        Site.Place(Owner.Theme, Site.Hosts, Site.Address, Site.Position);
    }

    private OwnerInput Stored() => new() { AgencyId = Site.OwnerId ?? OwnerInput.Nobody, Theme = Site.Theme };

    private IEnumerable<(string Label, string? Words)> Told(OwnerInput input) =>
    [
        ("Cơ quan", input.OwnerId is { } owner ? Agencies.FirstOrDefault(agency => agency.Id == owner)?.Name : "chưa giao"),
        ("Ngành", input.Theme == SiteTheme.Alliance ? "Hợp tác xã" : "Khoa học và công nghệ"),
    ];
}
