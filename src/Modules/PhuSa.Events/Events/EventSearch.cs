using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;

namespace PhuSa.Events.Events;

/// <summary>Events by topic, title, venue and organiser.</summary>
internal sealed class EventSearch(AppDbContext db, IOrganisations organisations, IPlaces places) : ISearchSource
{
    public string Kind => "su-kien";

    public string Name => "Sự kiện";

    public IReadOnlyList<SearchFeed> Feeds => [SearchFeed.Own("events"), new(OrganisationRow.Table, OrganisedByAsync)];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<Event>().Select(e => e.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var events = await db.Set<Event>().Where(e => ids.Contains(e.Id)).AsFacts().ToListAsync(cancellationToken);
        var organisers = await organisations.OfAsync(events.Select(e => e.OrganiserId).OfType<Guid>(), cancellationToken);
        var units = await places.OfAsync(events.Select(e => e.PlaceId).OfType<Guid>(), cancellationToken);
        return
        [
            .. events.Select(e => new SearchDocument(e.Id, e.Url, e.Heading, SearchBody.Lines(
                EventFlow.Name(e.Kind),
                e.Title == e.Heading ? null : e.Title,
                e.Topic == e.Heading ? null : e.Topic,
                e.Venue,
                e.PlaceId is { } place ? units.GetValueOrDefault(place)?.FullName : null,
                e.OrganiserId is { } organiser ? organisers.GetValueOrDefault(organiser)?.Name : null))
            {
                Day = e.HeldAt.To,
                Office = new(HouseRights.ReadRecords),
            }),
        ];
    }

    private async Task<IReadOnlyCollection<Guid>> OrganisedByAsync(IReadOnlyCollection<Guid> organisationIds, CancellationToken cancellationToken) =>
        await db.Set<Event>().Where(e => e.OrganiserId != null && organisationIds.Contains(e.OrganiserId.Value)).Select(e => e.Id).ToListAsync(cancellationToken);
}
