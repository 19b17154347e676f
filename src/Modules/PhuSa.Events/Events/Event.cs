using PhuSa.Events.Attendance;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Events.Events;

/// <summary>What a file or a form says of an event. Texts are kept letter for letter.</summary>
/// <param name="Topic">As its source writes it, also where that is misspelt.</param>
/// <param name="DisplayTopic">The topic as it should read; null where the source has it right.</param>
/// <param name="HeldAt">When it took or takes place, as exactly as known.</param>
/// <param name="Programme">Code of the joint programme it belongs to; null for none.</param>
internal sealed record EventDetails(
    EventKind Kind,
    string Title,
    string? Topic,
    string? DisplayTopic,
    Guid? OrganiserId,
    string? Venue,
    Guid? PlaceId,
    RecordTime HeldAt,
    string? Programme,
    string? Source);

/// <summary>A session, workshop, training or conference: planned, then held or cancelled.</summary>
internal sealed class Event : Aggregate<EventStatus, EventAction>, IJournaled, ISaidToReaders
{
    public const int CodeMaxLength = 80;
    public const int TitleMaxLength = 500;
    public const int VenueMaxLength = 300;
    public const int SourceMaxLength = 500;

    private readonly List<AttendanceCount> _attendance = [];

    private Event()
    {
    }

    public Event(Guid id, string code, EventStatus status, EventDetails details, Actor by, DateTime now)
    {
        Id = id;
        Code = code;
        Slug = PhuSa.Vietnamese.Slug.From(code);
        Describe(details);
        Begin(status, by, now);
    }

    public string Code { get; private init; } = "";

    /// <summary>The last part of its address, for life.</summary>
    public string Slug { get; private init; } = "";

    public EventKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string? Topic { get; private set; }

    public string? DisplayTopic { get; private set; }

    public Guid? OrganiserId { get; private set; }

    public string? Venue { get; private set; }

    public Guid? PlaceId { get; private set; }

    public RecordTime HeldAt { get; private set; } = RecordTime.Unknown;

    public string? Programme { get; private set; }

    public string? Source { get; private set; }

    /// <summary>Numbers of people or organisations that somebody typed, with their source.</summary>
    public IReadOnlyList<AttendanceCount> Attendance => _attendance;

    public string JournalTitle => Topic is null ? Title : $"{Title}: {Topic}";

    /// <summary>Its state is no word of these: it may always be cancelled.</summary>
    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Title), Title), (nameof(Topic), Topic), (nameof(DisplayTopic), DisplayTopic), (nameof(OrganiserId), OrganiserId), (nameof(Venue), Venue), (nameof(HeldAt), HeldAt), (nameof(Source), Source));

    protected override Flow<EventStatus, EventAction> Table => EventFlow.Table;

    /// <exception cref="RefusedException">A corrected topic stands without the topic it corrects.</exception>
    public void Describe(EventDetails details)
    {
        if (details is { DisplayTopic: not null, Topic: null })
        {
            throw new RefusedException("Có chủ đề đã sửa chính tả thì phải có chủ đề đúng như nguồn ghi.");
        }

        Kind = details.Kind;
        Title = details.Title;
        Topic = details.Topic;
        DisplayTopic = details.DisplayTopic;
        OrganiserId = details.OrganiserId;
        Venue = details.Venue;
        PlaceId = details.PlaceId;
        HeldAt = details.HeldAt;
        Programme = details.Programme;
        Source = details.Source;
    }

    public void Hold(Actor by, DateTime now, string? why = null) => Move(EventAction.Hold, by, now, why);

    /// <exception cref="RefusedException">No reason, or the event has taken place.</exception>
    public void Cancel(Actor by, DateTime now, string why)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            throw new RefusedException("Ghi lý do huỷ sự kiện.");
        }

        Move(EventAction.Cancel, by, now, why);
    }
}
