namespace PhuSa.Platform.Journal;

/// <summary>A record whose every change is written down in the same transaction.</summary>
public interface IJournaled
{
    Guid Id { get; }

    /// <summary>What the record is called in the journal: a name a person knows it by.</summary>
    string JournalTitle { get; }
}
