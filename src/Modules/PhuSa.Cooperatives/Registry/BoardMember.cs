using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Registry;

internal enum BoardRole
{
    Chair,
    Director,
    DeputyDirector,
    Member,
    Supervisor,
    Accountant,
}

/// <summary>Who sat on the board, from when to when; an end that is not known is null.</summary>
internal sealed record BoardContent(string Name, BoardRole Role, string? Phone, DateOnly? From, DateOnly? To);

/// <summary>A person on a cooperative's board for one term.</summary>
internal sealed class BoardMember : IJournaled, ISaidToReaders
{
    public const int NameMaxLength = 200;
    public const int PhoneMaxLength = 20;

    private BoardMember()
    {
    }

    public BoardMember(Guid id, Guid cooperativeId)
    {
        Id = id;
        CooperativeId = cooperativeId;
    }

    public Guid Id { get; private init; }

    public Guid CooperativeId { get; private init; }

    public string Name { get; private set; } = "";

    public BoardRole Role { get; private set; }

    public string? Phone { get; private set; }

    public DateOnly? From { get; private set; }

    /// <summary>Last day; null while they serve or where it is not known.</summary>
    public DateOnly? To { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => "Người trong bộ máy hợp tác xã";

    public IEnumerable<(string Of, string Words)> Said() => Role is BoardRole.Chair or BoardRole.Director ? [(nameof(PublicItem.Director), Name)] : [];

    public string? PersonalTitle => Name;

    public void Describe(BoardContent content) => (Name, Role, Phone, From, To) = (content.Name, content.Role, content.Phone, content.From, content.To);

    public bool Serves(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);
}
