using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Grants;

/// <summary>Rights given in one go of which the source tells only how many: the holders are not known by name.</summary>
internal sealed class GrantBatch : IJournaled, ISaidToReaders
{
    public const int TitleMaxLength = 200;
    public const int UnitMaxLength = 40;

    private GrantBatch()
    {
    }

    public GrantBatch(Guid id, string code)
    {
        Id = id;
        Code = code;
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public Guid MarkId { get; private set; }

    public string Title { get; private set; } = "";

    public int HoldersCount { get; private set; }

    /// <summary>The word of the source: “đơn vị” need not be cooperatives.</summary>
    public string HoldersUnit { get; private set; } = "";

    public RecordTime GivenOn { get; private set; } = RecordTime.Unknown;

    public string? Programme { get; private set; }

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => $"{Code} · {Title}";

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Title), Title), (nameof(HoldersCount), HoldersCount), (nameof(HoldersUnit), HoldersUnit));

    public void Describe(Guid markId, string title, int holdersCount, string holdersUnit, RecordTime givenOn, string? programme, string? source)
    {
        MarkId = markId;
        Title = title;
        HoldersCount = holdersCount;
        HoldersUnit = holdersUnit;
        GivenOn = givenOn;
        Programme = programme;
        Source = source;
    }
}
