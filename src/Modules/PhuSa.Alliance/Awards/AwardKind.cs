using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Journal;

namespace PhuSa.Alliance.Awards;

/// <summary>A form of award of one level by the name that its rules give it; officers keep the list.</summary>
internal sealed class AwardKind : IJournaled
{
    public const int NameMaxLength = 200;

    private AwardKind()
    {
    }

    public AwardKind(Guid id, string name, AwardLevel level, AwardForm form)
    {
        Id = id;
        Change(name, level, form);
    }

    public Guid Id { get; private init; }

    public string Name { get; private set; } = "";

    public AwardLevel Level { get; private set; }

    public AwardForm Form { get; private set; }

    /// <summary>Nobody is nominated for it any more.</summary>
    public bool IsRetired { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Name;

    public void Change(string name, AwardLevel level, AwardForm form) => (Name, Level, Form) = (name, level, form);

    public void Retire(bool retired) => IsRetired = retired;
}

internal sealed class AwardKindConfiguration : IEntityTypeConfiguration<AwardKind>
{
    /// <summary>Those that alliances of the provinces are known to give and to ask for; an officer adds others.</summary>
    internal static IReadOnlyList<(string Id, string Name, AwardLevel Level, AwardForm Form)> Seeded { get; } =
    [
        ("0190a1b3-0000-7000-8000-000000000001", "Kỷ niệm chương “Vì sự nghiệp phát triển hợp tác xã”", AwardLevel.NationalAlliance, AwardForm.CommemorativeMedal),
        ("0190a1b3-0000-7000-8000-000000000002", "Bằng khen của Ban Chấp hành Liên minh Hợp tác xã Việt Nam", AwardLevel.NationalAlliance, AwardForm.MeritCertificate),
        ("0190a1b3-0000-7000-8000-000000000003", "Giấy khen của Liên minh Hợp tác xã tỉnh", AwardLevel.ProvincialAlliance, AwardForm.Commendation),
        ("0190a1b3-0000-7000-8000-000000000004", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", AwardLevel.Province, AwardForm.MeritCertificate),
        ("0190a1b3-0000-7000-8000-000000000005", "Cờ thi đua của Ủy ban nhân dân tỉnh", AwardLevel.Province, AwardForm.EmulationFlag),
    ];

    public void Configure(EntityTypeBuilder<AwardKind> builder)
    {
        builder.ToTable("alliance_award_kinds");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(AwardKind.NameMaxLength);
        builder.Property(k => k.Version).IsConcurrencyToken();
        builder.HasIndex(k => k.Name).IsUnique();
        builder.HasData(Seeded.Select(k => new { Id = Guid.Parse(k.Id), k.Name, k.Level, k.Form, IsRetired = false, Version = 0 }));
    }
}
