using PhuSa.Events.Attendance;
using PhuSa.Events.Events;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Figures;

namespace PhuSa.Events.Figures;

/// <summary>How an event stands on the evidence page of a figure.</summary>
internal static class EventEvidence
{
    public const string Kind = "events";

    public static async Task<IReadOnlyDictionary<Guid, OrganisationFact>> OrganisersOf(this IOrganisations organisations, IEnumerable<EventFact> events, CancellationToken cancellationToken) =>
        await organisations.OfAsync(events.Select(e => e.OrganiserId).OfType<Guid>(), cancellationToken);

    /// <param name="counts">The numbers shown; each with “chưa có dữ liệu” where nobody typed it.</param>
    public static Evidence Of(EventFact fact, IReadOnlyDictionary<Guid, OrganisationFact> organisers, params AttendanceGroup[] counts)
    {
        var facts = new List<EvidenceFact>
        {
            new("Loại", EventFlow.Name(fact.Kind)),
            new("Thời gian tổ chức", fact.HeldAt.IsKnown ? fact.HeldAt.ToString() : null),
            new("Đơn vị tổ chức", fact.OrganiserId is { } id ? organisers.GetValueOrDefault(id)?.Name : null),
        };
        if (fact.Topic is not null)
        {
            facts.Insert(0, new("Chủ đề theo nguồn", fact.Topic));
        }

        facts.AddRange(counts.Select(group => new EvidenceFact(AttendanceGroups.Name(group), fact.Count(group)?.Written)));
        facts.Add(new("Nguồn", counts.Select(group => fact.Count(group)?.Source).FirstOrDefault(source => source is not null) ?? fact.Source));
        return new Evidence(Kind, fact.Id, fact.Heading, Group: null, fact.Url, facts);
    }
}
