using Microsoft.EntityFrameworkCore;
using PhuSa.Events.Attendance;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Events.Events;

/// <summary>One number typed for an event.</summary>
internal sealed record CountFact(AttendanceGroup Group, int Number, bool Approximate, string? Source)
{
    /// <summary>“khoảng 50” where the source gives a round number only.</summary>
    public string Written => Approximate ? $"khoảng {Number}" : $"{Number}";
}

/// <summary>What pages and figures read of an event.</summary>
internal sealed record EventFact(
    Guid Id,
    string Slug,
    EventKind Kind,
    EventStatus Status,
    string Title,
    string? Topic,
    string? DisplayTopic,
    Guid? OrganiserId,
    string? Venue,
    Guid? PlaceId,
    RecordTime HeldAt,
    string? Programme,
    string? Source,
    IReadOnlyList<CountFact> Counts)
{
    /// <summary>What a reader knows it by: its topic, correctly spelt, or its title.</summary>
    public string Heading => DisplayTopic ?? Topic ?? Title;

    public string Url => $"/su-kien/{Slug}";

    public CountFact? Count(AttendanceGroup group) => Counts.SingleOrDefault(count => count.Group == group);
}

internal static class EventQueries
{
    public static IQueryable<Event> Happened(this IQueryable<Event> events, params EventKind[] kinds) =>
        events.Where(e => EventFlow.Table.Counting.Contains(e.Status) && kinds.Contains(e.Kind));

    public static IQueryable<EventFact> AsFacts(this IQueryable<Event> events) => events
        .AsNoTracking()
        .OrderByDescending(e => e.HeldAt.To != null)
        .ThenByDescending(e => e.HeldAt.To)
        .ThenBy(e => e.Code)
        .Select(e => new EventFact(
            e.Id, e.Slug, e.Kind, e.Status, e.Title, e.Topic, e.DisplayTopic, e.OrganiserId, e.Venue, e.PlaceId, e.HeldAt, e.Programme, e.Source,
            e.Attendance.OrderBy(a => a.Id).Select(a => new CountFact(a.Group, a.Number, a.Approximate, a.Source)).ToList()));
}
