using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Labels;

internal sealed class LabelEntryConfiguration : IEntityTypeConfiguration<LabelEntry>
{
    public const string Table = "marks_label_entries";

    public void Configure(EntityTypeBuilder<LabelEntry> builder)
    {
        builder.ToTable(Table);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Series).HasMaxLength(LabelEntry.SeriesMaxLength);

        // Folding may lengthen a word (a ligature becomes two letters).
        builder.Property(e => e.SeriesKey).HasMaxLength(LabelEntry.SeriesMaxLength * 2);
        builder.Property(e => e.Note).HasMaxLength(LabelEntry.NoteMaxLength);
        builder.Property(e => e.CheckCode).HasMaxLength(CheckCode.Length);
        builder.Property(e => e.By).HasMaxLength(Actor.NameMaxLength);
        builder.Property(e => e.ByDetail).HasMaxLength(Actor.DetailMaxLength);
        builder.HasOne<MarkGrant>().WithMany().HasForeignKey(e => e.GrantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CertificationMark>().WithMany().HasForeignKey(e => e.MarkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OutputDeclaration>().WithMany().HasForeignKey(e => e.DeclarationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LabelEntry>().WithMany().HasForeignKey(e => e.ReversesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.ReversesId).IsUnique();
        builder.HasIndex(e => e.CheckCode).IsUnique();
        builder.HasIndex(e => new { e.MarkId, e.SeriesKey, e.FirstNumber });
    }
}

internal sealed class OutputDeclarationConfiguration : IEntityTypeConfiguration<OutputDeclaration>
{
    public void Configure(EntityTypeBuilder<OutputDeclaration> builder)
    {
        builder.ToTable("marks_output_declarations");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Quantity).HasPrecision(18, OutputDeclaration.Decimals);
        builder.Property(d => d.LabelsPerUnit).HasPrecision(18, OutputDeclaration.Decimals);
        builder.Property(d => d.Unit).HasMaxLength(OutputDeclaration.UnitMaxLength);
        builder.Property(d => d.Source).HasMaxLength(OutputDeclaration.SourceMaxLength);
        builder.Property(d => d.By).HasMaxLength(Actor.NameMaxLength);
        builder.Property(d => d.WithdrawnWhy).HasMaxLength(Step.WhyMaxLength);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasOne<MarkGrant>().WithMany().HasForeignKey(d => d.GrantId).OnDelete(DeleteBehavior.Restrict);
    }
}
