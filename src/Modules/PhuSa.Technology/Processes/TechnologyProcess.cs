using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Technology.Processes;

/// <summary>What a file or a form says of a technology process.</summary>
/// <param name="PlaceText">Where it is to be worked with, letter for letter.</param>
/// <param name="PlaceId">The administrative unit in the version that the source means; null where it names none.</param>
/// <param name="FinishedAt">When the process was finished.</param>
/// <param name="Programme">Code of the joint programme it belongs to; null for none.</param>
internal sealed record ProcessDetails(
    string Title,
    Guid? OwnerId,
    string? PlaceText,
    Guid? PlaceId,
    RecordTime FinishedAt,
    string? Programme,
    string? Source);

/// <summary>What the adoption state says beside its word.</summary>
/// <param name="Time">The time the state speaks of: the year without an adopter, the day of taking over.</param>
/// <param name="AdopterId">Who works with it; only for an adopted process.</param>
/// <param name="Reason">Why nobody was chosen; null where the source does not tell.</param>
internal sealed record AdoptionDetails(RecordTime Time, Guid? AdopterId, string? Reason);

/// <summary>A finished technology process that waits for a cooperative or a business to work with it.</summary>
internal sealed class TechnologyProcess : Aggregate<AdoptionState, AdoptionAction>, IJournaled, ISaidToReaders
{
    public const int CodeMaxLength = 80;
    public const int TitleMaxLength = 500;
    public const int PlaceMaxLength = 300;
    public const int ReasonMaxLength = 1000;
    public const int SourceMaxLength = 500;

    private TechnologyProcess()
    {
    }

    public TechnologyProcess(Guid id, string code, ProcessDetails details, AdoptionState state, AdoptionDetails adoption, Actor by, DateTime now)
    {
        Id = id;
        Code = code;
        Slug = PhuSa.Vietnamese.Slug.From(code);
        Describe(details);
        Set(state, adoption);
        Begin(state, by, now, adoption.Reason);
    }

    public string Code { get; private init; } = "";

    /// <summary>The last part of its address, for life.</summary>
    public string Slug { get; private init; } = "";

    public string Title { get; private set; } = "";

    public Guid? OwnerId { get; private set; }

    public string? PlaceText { get; private set; }

    public Guid? PlaceId { get; private set; }

    public RecordTime FinishedAt { get; private set; } = RecordTime.Unknown;

    public string? Programme { get; private set; }

    public string? Source { get; private set; }

    public RecordTime AdoptionTime { get; private set; } = RecordTime.Unknown;

    public Guid? AdopterId { get; private set; }

    public string? Reason { get; private set; }

    public string JournalTitle => Title;

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Title), Title), (nameof(OwnerId), OwnerId), (nameof(AdopterId), AdopterId), (nameof(PlaceText), PlaceText), (nameof(Reason), Reason), (nameof(Source), Source));

    protected override Flow<AdoptionState, AdoptionAction> Table => AdoptionFlow.Table;

    public void Describe(ProcessDetails details)
    {
        Title = details.Title;
        OwnerId = details.OwnerId;
        PlaceText = details.PlaceText;
        PlaceId = details.PlaceId;
        FinishedAt = details.FinishedAt;
        Programme = details.Programme;
        Source = details.Source;
    }

    /// <summary>Nobody was chosen in this time; the reason may not be known.</summary>
    public void CloseWithoutAdopter(RecordTime time, string? reason, Actor by, DateTime now)
    {
        Move(AdoptionAction.CloseWithoutAdopter, by, now, reason);
        Set(AdoptionState.WithoutAdopter, new AdoptionDetails(time, AdopterId: null, reason));
    }

    /// <summary>Carries the offer on, or opens it to one more; what was said of the earlier time stays in the steps and the journal.</summary>
    public void OfferAgain(Actor by, DateTime now, string? why = null)
    {
        Move(AdoptionAction.OfferAgain, by, now, why);
        Set(AdoptionState.Offered, new AdoptionDetails(RecordTime.Unknown, AdopterId: null, Reason: null));
    }

    public void Adopt(Guid adopterId, RecordTime time, Actor by, DateTime now)
    {
        Move(AdoptionAction.Adopt, by, now);
        Set(AdoptionState.Adopted, new AdoptionDetails(time, adopterId, Reason: null));
    }

    /// <summary>Brings the process to the state a table tells; says the same → changes nothing.</summary>
    /// <exception cref="RefusedException">The flow does not lead there, or the details do not fit the state.</exception>
    public void Tell(AdoptionState state, AdoptionDetails adoption, Actor by, DateTime now)
    {
        Arrive(state, by, now, adoption.Reason);
        Set(state, adoption);
    }

    private void Set(AdoptionState state, AdoptionDetails adoption)
    {
        if (state == AdoptionState.Adopted && adoption.AdopterId is null)
        {
            throw new RefusedException("Ghi đơn vị tiếp nhận quy trình.");
        }

        if (state != AdoptionState.Adopted && adoption.AdopterId is not null)
        {
            throw new RefusedException("Chỉ ghi đơn vị tiếp nhận khi quy trình đã có đơn vị tiếp nhận.");
        }

        if (state != AdoptionState.WithoutAdopter && adoption.Reason is not null)
        {
            throw new RefusedException("Chỉ ghi lý do khi quy trình chưa có đơn vị tiếp nhận.");
        }

        AdoptionTime = adoption.Time;
        AdopterId = adoption.AdopterId;
        Reason = adoption.Reason;
    }
}
