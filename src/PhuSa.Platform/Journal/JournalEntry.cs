using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Platform.Journal;

/// <summary>One change of one record: who, when (UTC), what, from, to, why, paper. Written once, never changed.</summary>
public sealed class JournalEntry
{
    public const int TitleMaxLength = 300;

    public required Guid Id { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The name; sealed under the person's key where <see cref="PersonId"/> is set.</summary>
    public required string By { get; init; }

    public string? ByDetail { get; init; }

    /// <summary>The account that acted; null for the command line, jobs and imports.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>For which organisation the person acted.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The network address the act came from, sealed like <see cref="By"/>.</summary>
    public string? Address { get; init; }

    /// <summary>The kind of record, by its table: <c>marks_grants</c>.</summary>
    public required string Kind { get; init; }

    public required Guid RecordId { get; init; }

    public required string Title
    {
        get;
        init
        {
            field = value;
            TitleFolded = SearchText.Fold(value);
        }
    }

    /// <summary>The title in lower case without marks: what the journal's page searches.</summary>
    public string TitleFolded { get; private init; } = "";

    /// <summary>Create, Change, Delete, or the action of the flow.</summary>
    public required string Action { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Why { get; init; }

    public Guid? PaperId { get; init; }

    /// <summary>
    /// JSON: column → [before, after]; on creation only what came, on deletion only what went. A personal value is <c>{"$sealed":"…"}</c>,
    /// a secret “đã đổi”.
    /// </summary>
    public required string Changes { get; init; }
}

internal sealed class JournalEntryConfiguration : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("journal_entries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.By).HasMaxLength(SealedText.LengthFor(Actor.NameMaxLength));
        builder.Property(e => e.ByDetail).HasMaxLength(Actor.DetailMaxLength);
        builder.Property(e => e.Address).HasMaxLength(SealedText.LengthFor(ActingPerson.AddressMaxLength));
        builder.Property(e => e.Kind).HasMaxLength(100);
        builder.Property(e => e.Title).HasMaxLength(JournalEntry.TitleMaxLength);
        builder.Property(e => e.TitleFolded).HasMaxLength(JournalEntry.TitleMaxLength * 2);
        builder.Property(e => e.Action).HasMaxLength(Step.WordMaxLength);
        builder.Property(e => e.From).HasMaxLength(Step.WordMaxLength);
        builder.Property(e => e.To).HasMaxLength(Step.WordMaxLength);
        builder.Property(e => e.Why).HasMaxLength(Step.WhyMaxLength);
        builder.HasIndex(e => new { e.Kind, e.RecordId, e.At });
        builder.HasIndex(e => new { e.PersonId, e.At });
        builder.HasIndex(e => new { e.At, e.Id });
        builder.HasIndex(e => new { e.OrganisationId, e.At });
    }
}
