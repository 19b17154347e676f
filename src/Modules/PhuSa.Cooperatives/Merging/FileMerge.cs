using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Merging;

/// <summary>What is written down of a merge, enough to take it back.</summary>
/// <param name="Before">The file that stays, before.</param>
/// <param name="After">The same with the values that were chosen.</param>
/// <param name="Brought">Records of all modules that came over.</param>
/// <param name="Own">Records that named the file that stays already: whatever names it later and is in neither list came after the merge.</param>
/// <param name="Left">Records that were left with the file that goes, since the one that stays has one of the kind: the figures of the same year.</param>
internal sealed record MergeNotes(FileValues Before, FileValues After, IReadOnlyList<MergedReference> Brought, IReadOnlyList<MergedReference> Own, IReadOnlyList<MergedReference> Left);

/// <summary>One of the two.</summary>
/// <param name="Id">The organisation's, which its file has too.</param>
internal sealed record MergeSide(Guid Id, string Code, string Name);

/// <summary>
/// That two files, or two organisations without a file, were found to be one, entered twice; it can be undone. Not the legal merger of two cooperatives,
/// which is a status.
/// </summary>
internal sealed class FileMerge : IJournaled
{
    public const int WhyMaxLength = 2000;
    public const int PaperMaxLength = 500;

    private FileMerge()
    {
    }

    public FileMerge(Guid id, MergeSide gone, MergeSide kept, MergeNotes notes, string why, string? paper, Actor by, DateTime now)
    {
        Id = id;
        (GoneId, GoneCode, GoneName) = (gone.Id, gone.Code, gone.Name);
        (KeptId, KeptCode) = (kept.Id, kept.Code);
        (Why, Paper) = (why, paper);
        (By, ByDetail, At) = (by.Name, by.Detail, now);
        Before = notes.Before.Written();
        After = notes.After.Written();
        Brought = JsonSerializer.Serialize(notes.Brought);
        Own = Unnamed(notes.Own);
        Left = Unnamed(notes.Left);
    }

    public Guid Id { get; private init; }

    public Guid GoneId { get; private init; }

    public string GoneCode { get; private init; } = "";

    public string GoneName { get; private init; } = "";

    public Guid KeptId { get; private init; }

    public string KeptCode { get; private init; } = "";

    public string Why { get; private init; } = "";

    public string? Paper { get; private init; }

    public string By { get; private init; } = "";

    public string? ByDetail { get; private init; }

    public DateTime At { get; private init; }

    public string Before { get; private init; } = "";

    public string After { get; private init; } = "";

    public string Brought { get; private init; } = "";

    public string Own { get; private init; } = "";

    public string Left { get; private init; } = "[]";

    public DateTime? UndoneAt { get; private set; }

    public string? UndoneBy { get; private set; }

    public string? UndoneWhy { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => $"{GoneCode} → {KeptCode}";

    public bool IsUndone => UndoneAt is not null;

    public MergeNotes Notes => new(FileValues.Read(Before), FileValues.Read(After), JsonSerializer.Deserialize<List<MergedReference>>(Brought)!, JsonSerializer.Deserialize<List<MergedReference>>(Own)!, JsonSerializer.Deserialize<List<MergedReference>>(Left)!);

    public void Undo(string why, Actor by, DateTime now)
    {
        if (IsUndone)
        {
            throw new RefusedException("Lần gộp này đã được tách rồi.");
        }

        (UndoneAt, UndoneBy, UndoneWhy) = (now, by.Name, why);
    }

    private static string Unnamed(IEnumerable<MergedReference> references) => JsonSerializer.Serialize(references.Select(reference => reference with { Name = "" }));
}

internal sealed class FileMergeConfiguration : IEntityTypeConfiguration<FileMerge>
{
    public void Configure(EntityTypeBuilder<FileMerge> builder)
    {
        builder.ToTable("cooperatives_merges");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.GoneCode).HasMaxLength(Cooperative.CodeMaxLength);
        builder.Property(m => m.GoneName).HasMaxLength(Cooperative.NameMaxLength);
        builder.Property(m => m.KeptCode).HasMaxLength(Cooperative.CodeMaxLength);
        builder.Property(m => m.Why).HasMaxLength(FileMerge.WhyMaxLength);
        builder.Property(m => m.Paper).HasMaxLength(FileMerge.PaperMaxLength);
        builder.Property(m => m.By).HasMaxLength(Actor.NameMaxLength);
        builder.Property(m => m.ByDetail).HasMaxLength(Actor.DetailMaxLength);
        builder.Property(m => m.UndoneBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(m => m.UndoneWhy).HasMaxLength(FileMerge.WhyMaxLength);

        // Names of people in charge and their telephones are among these values.
        builder.Property(m => m.Before).IsPersonal();
        builder.Property(m => m.After).IsPersonal();
        builder.Property(m => m.Left).HasColumnName("left_behind").HasDefaultValue("[]");
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.GoneId).IsUnique().HasFilter("undone_at IS NULL");
        builder.HasIndex(m => m.KeptId);
    }
}
