namespace PhuSa.Platform.Journal;

/// <summary>A record whose every change is written down in the same transaction.</summary>
public interface IJournaled
{
    Guid Id { get; }

    /// <summary>What the record is called in the journal: a name a person knows it by.</summary>
    string JournalTitle { get; }

    /// <summary>
    /// A name that may say something of a person, such as that of a file: the journal keeps it sealed under the key of whom the record belongs to, and
    /// shows <see cref="JournalTitle"/> in its place once the key is destroyed. Null where the title says nothing of anybody.
    /// </summary>
    string? PersonalTitle => null;
}
