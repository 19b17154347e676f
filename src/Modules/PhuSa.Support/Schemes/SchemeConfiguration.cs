using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Support.Schemes;

internal sealed class SchemeConfiguration : IEntityTypeConfiguration<SupportScheme>
{
    public void Configure(EntityTypeBuilder<SupportScheme> builder)
    {
        builder.ToTable("support_schemes");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.Code).HasMaxLength(SupportScheme.CodeMaxLength);
        builder.Property(s => s.Title).HasMaxLength(SupportScheme.TitleMaxLength);
        builder.Property(s => s.Source).HasMaxLength(SupportScheme.SourceMaxLength);
        builder.HasIndex(s => s.Code).IsUnique();
    }
}

internal sealed class SchemeVersionConfiguration : IEntityTypeConfiguration<SchemeVersion>
{
    public void Configure(EntityTypeBuilder<SchemeVersion> builder)
    {
        builder.ToTable("support_scheme_versions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.Property(v => v.Code).HasMaxLength(SupportScheme.CodeMaxLength);
        builder.Property(v => v.Subjects).HasMaxLength(SchemeVersion.TextMaxLength);
        builder.Property(v => v.Fields).HasMaxLength(SchemeVersion.TextMaxLength);
        builder.Property(v => v.Conditions).HasMaxLength(SchemeVersion.TextMaxLength);
        builder.Property(v => v.Criteria).HasMaxLength(SchemeVersion.TextMaxLength);
        builder.Property(v => v.Note).HasMaxLength(SchemeVersion.TextMaxLength);
        builder.Property(v => v.Source).HasMaxLength(SupportScheme.SourceMaxLength);
        builder.HasOne<SupportScheme>().WithMany().HasForeignKey(v => v.SchemeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => v.Code).IsUnique();
    }
}
