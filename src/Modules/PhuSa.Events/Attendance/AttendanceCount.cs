using PhuSa.Events.Events;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Events.Attendance;

/// <summary>Whom a typed number counts.</summary>
internal enum AttendanceGroup
{
    /// <summary>All people who came.</summary>
    Delegates,

    /// <summary>Those of them who came for a business or a cooperative.</summary>
    BusinessesAndCooperatives,

    /// <summary>Organisations that were invited.</summary>
    InvitedOrganisations,

    /// <summary>Those of the invited organisations that were there.</summary>
    PresentOrganisations,
}

/// <summary>A number of people or organisations at an event, typed from a source that may give a round number only.</summary>
internal sealed class AttendanceCount : IJournaled, ISaidToReaders
{
    private AttendanceCount()
    {
    }

    public AttendanceCount(Guid id, Guid eventId, AttendanceGroup group, int number, bool approximate, string? source)
    {
        Id = id;
        EventId = eventId;
        Group = group;
        Correct(number, approximate, source);
    }

    public Guid Id { get; private init; }

    public Guid EventId { get; private init; }

    public Event? Event { get; private init; }

    public AttendanceGroup Group { get; private init; }

    public int Number { get; private set; }

    public bool Approximate { get; private set; }

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => AttendanceGroups.Name(Group);

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Number), Number), (nameof(Source), Source));

    public void Correct(int number, bool approximate, string? source)
    {
        Number = number;
        Approximate = approximate;
        Source = source;
    }
}

/// <summary>The words for the groups, and which is a part of which.</summary>
internal static class AttendanceGroups
{
    /// <summary>A part is never larger than its whole.</summary>
    public static IReadOnlyList<(AttendanceGroup Part, AttendanceGroup Whole)> Parts { get; } =
    [
        (AttendanceGroup.BusinessesAndCooperatives, AttendanceGroup.Delegates),
        (AttendanceGroup.PresentOrganisations, AttendanceGroup.InvitedOrganisations),
    ];

    /// <summary>Vietnamese; the key of the English words.</summary>
    public static string Name(AttendanceGroup group) => group switch
    {
        AttendanceGroup.Delegates => "Số đại biểu",
        AttendanceGroup.BusinessesAndCooperatives => "Đại biểu là doanh nghiệp và hợp tác xã",
        AttendanceGroup.InvitedOrganisations => "Số đơn vị được mời",
        AttendanceGroup.PresentOrganisations => "Số đơn vị được mời đã có mặt",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, message: null),
    };
}
