using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;

namespace PhuSa.Cooperatives.Registry;

internal sealed class CooperativeConfiguration : IEntityTypeConfiguration<Cooperative>
{
    public void Configure(EntityTypeBuilder<Cooperative> builder)
    {
        builder.ToTable("cooperatives");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(Cooperative.CodeMaxLength);
        builder.Property(c => c.DisplayName).HasMaxLength(Cooperative.DisplayNameMaxLength);
        builder.Property(c => c.RegistrationNumber).HasMaxLength(Cooperative.RegistrationNumberMaxLength);
        builder.Property(c => c.PlaceText).HasMaxLength(Cooperative.PlaceTextMaxLength);
        builder.Property(c => c.Source).HasMaxLength(Cooperative.SourceMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasTime(c => c.Founded, "founded");
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.PlaceId);
    }
}
