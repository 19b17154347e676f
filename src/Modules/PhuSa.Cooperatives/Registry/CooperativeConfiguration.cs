using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Data;

namespace PhuSa.Cooperatives.Registry;

internal sealed class CooperativeConfiguration : IEntityTypeConfiguration<Cooperative>
{
    private const int RuleMaxLength = 40;

    public void Configure(EntityTypeBuilder<Cooperative> builder)
    {
        builder.ToTable("cooperatives");
        builder.IsMoving<Cooperative, CooperativeStatus, CooperativeAction>("cooperatives_steps");
        builder.Property(c => c.Code).HasMaxLength(Cooperative.CodeMaxLength);
        builder.Property(c => c.DisplayName).HasMaxLength(Cooperative.DisplayNameMaxLength);
        builder.Property(c => c.RegistrationNumber).HasMaxLength(Cooperative.RegistrationNumberMaxLength);
        builder.Property(c => c.NumberHeld).HasMaxLength(Cooperative.RegistrationNumberMaxLength);
        builder.Property(c => c.RegistrationBody).HasMaxLength(Cooperative.BodyMaxLength);
        builder.Property(c => c.Field).HasMaxLength(Cooperative.FieldMaxLength);
        builder.Property(c => c.PlaceText).HasMaxLength(Cooperative.PlaceTextMaxLength);
        builder.Property(c => c.Source).HasMaxLength(Cooperative.SourceMaxLength);
        builder.Property(c => c.ConsentSource).HasMaxLength(Cooperative.SourceMaxLength);
        builder.Property(c => c.SizeRule).HasMaxLength(RuleMaxLength);

        // What was recorded before these were kept is not known; the default is for those rows only.
        builder.Property(c => c.Status).HasDefaultValue(CooperativeStatus.Unknown).ValueGeneratedNever();
        builder.Property(c => c.Size).HasDefaultValue(SizeClass.NotEnoughData).ValueGeneratedNever();
        builder.HasList(c => c.FormerNumbers);
        builder.HasList(c => c.Products);
        builder.HasList(c => c.PublicItems);
        builder.HasTime(c => c.Founded, "founded");
        builder.HasIndex(c => c.Code).IsUnique();

        // Hardly any is: an index of all would be asked for those that are not, which is nearly the whole register.
        builder.HasIndex(c => c.MergedIntoId).HasFilter("merged_into_id IS NOT NULL");
        builder.HasIndex(c => c.PlaceId);
        builder.HasIndex(c => c.RegistrationNumber);
        builder.HasIndex(c => c.NumberHeld).IsUnique();
        builder.OwnsMany(c => c.Moves, moves =>
        {
            moves.ToTable("cooperatives_status_moves");
            moves.HasKey(m => m.Id).HasName("pk_cooperatives_status_moves");
            moves.Property(m => m.Id).ValueGeneratedNever();
            moves.Property(m => m.Source).HasMaxLength(StatusMove.SourceMaxLength);
            moves.PrimitiveCollection(m => m.IntoIds);
        });
    }
}

internal sealed class CooperativeYearConfiguration : IEntityTypeConfiguration<CooperativeYear>
{
    public void Configure(EntityTypeBuilder<CooperativeYear> builder)
    {
        builder.ToTable("cooperatives_years");
        builder.Property(y => y.Id).ValueGeneratedNever();
        builder.Property(y => y.Source).HasMaxLength(CooperativeYear.SourceMaxLength);
        builder.Property(y => y.Version).IsConcurrencyToken();
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(y => y.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(y => new { y.CooperativeId, y.Year }).IsUnique();
    }
}

internal sealed class CooperativeContactConfiguration : IEntityTypeConfiguration<CooperativeContact>
{
    public void Configure(EntityTypeBuilder<CooperativeContact> builder)
    {
        builder.ToTable("cooperatives_contacts");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Person).HasMaxLength(CooperativeContact.PersonMaxLength).IsPersonal();
        builder.Property(c => c.Phone).HasMaxLength(CooperativeContact.PhoneMaxLength).IsPersonal();
        builder.Property(c => c.Email).HasMaxLength(CooperativeContact.EmailMaxLength).IsPersonal();
        builder.Property(c => c.Street).HasMaxLength(CooperativeContact.StreetMaxLength).IsPersonal();
        builder.Property(c => c.Website).HasMaxLength(CooperativeContact.WebsiteMaxLength);
        builder.Property(c => c.Latitude).HasPrecision(9, 6);
        builder.Property(c => c.Longitude).HasPrecision(9, 6);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Cooperative>().WithOne().HasForeignKey<CooperativeContact>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Phone);
    }
}

internal sealed class BoardMemberConfiguration : IEntityTypeConfiguration<BoardMember>
{
    public void Configure(EntityTypeBuilder<BoardMember> builder)
    {
        builder.ToTable("cooperatives_board");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Name).HasMaxLength(BoardMember.NameMaxLength).IsPersonal();
        builder.Property(m => m.Phone).HasMaxLength(BoardMember.PhoneMaxLength).IsPersonal();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(m => m.CooperativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.Phone);
    }
}

internal sealed class HeldCertificateConfiguration : IEntityTypeConfiguration<HeldCertificate>
{
    public void Configure(EntityTypeBuilder<HeldCertificate> builder)
    {
        builder.ToTable("cooperatives_certificates");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(HeldCertificate.NameMaxLength);
        builder.Property(c => c.Number).HasMaxLength(HeldCertificate.NumberMaxLength);
        builder.Property(c => c.IssuedBy).HasMaxLength(HeldCertificate.BodyMaxLength);
        builder.Property(c => c.Covers).HasMaxLength(HeldCertificate.BodyMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Cooperative>().WithMany().HasForeignKey(c => c.CooperativeId).OnDelete(DeleteBehavior.Restrict);
    }
}
