using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;

namespace PhuSa.Technology.Processes;

/// <summary>Technology processes by name, place, and who finished or took them over.</summary>
internal sealed class ProcessSearch(AppDbContext db, IOrganisations organisations, IPlaces places) : ISearchSource
{
    public string Kind => "cong-nghe";

    public string Name => "Công nghệ";

    public IReadOnlyList<SearchFeed> Feeds => [SearchFeed.Own("technology_processes"), new(OrganisationRow.Table, NamingAsync)];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<TechnologyProcess>().Select(p => p.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var processes = await db.Set<TechnologyProcess>().Where(p => ids.Contains(p.Id)).AsFacts().ToListAsync(cancellationToken);
        var named = await organisations.OfAsync(processes.SelectMany(p => new[] { p.OwnerId, p.AdopterId }).OfType<Guid>(), cancellationToken);
        var units = await places.OfAsync(processes.Select(p => p.PlaceId).OfType<Guid>(), cancellationToken);
        return
        [
            .. processes.Select(p => new SearchDocument(p.Id, p.Url, p.Title, SearchBody.Lines(
                p.Status.PublicName,
                p.OwnerId is { } owner ? named.GetValueOrDefault(owner)?.Name : null,
                p.AdopterId is { } adopter ? named.GetValueOrDefault(adopter)?.Name : null,
                p.PlaceText,
                p.PlaceId is { } place ? units.GetValueOrDefault(place)?.FullName : null,
                p.Reason))
            {
                Day = p.FinishedAt.To,
                Office = new(HouseRights.ReadRecords),
            }),
        ];
    }

    private async Task<IReadOnlyCollection<Guid>> NamingAsync(IReadOnlyCollection<Guid> organisationIds, CancellationToken cancellationToken) =>
        await db.Set<TechnologyProcess>()
            .Where(p => (p.OwnerId != null && organisationIds.Contains(p.OwnerId.Value)) || (p.AdopterId != null && organisationIds.Contains(p.AdopterId.Value)))
            .Select(p => p.Id)
            .ToListAsync(cancellationToken);
}
