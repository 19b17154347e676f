using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Organisations.Organisations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable(OrganisationRow.Table);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Code).HasMaxLength(Organisation.CodeMaxLength);
        builder.Property(o => o.Slug).HasMaxLength(Organisation.CodeMaxLength);
        builder.Property(o => o.Name).HasMaxLength(Organisation.NameMaxLength);
        builder.Property(o => o.ShortName).HasMaxLength(Organisation.ShortNameMaxLength);
        builder.Property(o => o.Version).IsConcurrencyToken();

        // Hardly any is: an index of all would be asked for those that are not, which is nearly all organisations.
        builder.HasIndex(o => o.MergedIntoId).HasFilter("merged_into_id IS NOT NULL");
        builder.HasIndex(o => o.Code).IsUnique();
        builder.HasIndex(o => o.Slug).IsUnique();
        builder.HasIndex(o => new { o.Kind, o.NameOrder });
        builder.OwnsMany(o => o.FormerNames, names =>
        {
            names.ToTable("organisations_former_names");
            names.HasKey(n => n.Id);
            names.Property(n => n.Id).ValueGeneratedNever();
            names.Property(n => n.Name).HasMaxLength(Organisation.NameMaxLength);
            names.Property(n => n.Source).HasMaxLength(FormerName.SourceMaxLength);
        });
    }
}
