using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Memberships;

/// <summary>What is written of a class of members.</summary>
/// <param name="Meaning">What it entails by the Alliance's charter; null until an officer enters it.</param>
/// <param name="Kinds">The kinds of organisation that may be in it; empty where the charter does not say.</param>
/// <param name="MayVote">Null where the charter does not say, or nobody has entered it.</param>
internal sealed record MemberClassSheet(string Name, string? Meaning, IReadOnlyList<OrganisationKind> Kinds, bool? MayVote);

/// <summary>
/// A class of members of the Alliance, kept by its officers. Not the kinds of members inside a cooperative, which the cooperative law names with
/// some of the same words.
/// </summary>
internal sealed class MemberClass : IJournaled
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 120;
    public const int MeaningMaxLength = 2000;
    public const int KindsMaxLength = 300;

    private MemberClass()
    {
    }

    public MemberClass(Guid id, string code, MemberClassSheet sheet)
    {
        Id = id;
        Code = code;
        Change(sheet);
    }

    public Guid Id { get; private init; }

    /// <summary>What admissions name it by; it never changes.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string? Meaning { get; private set; }

    /// <summary>Kinds of organisation between commas.</summary>
    public string KindList { get; private set; } = "";

    public bool? MayVote { get; private set; }

    /// <summary>Nobody is admitted to it any more; who is in it stays.</summary>
    public bool IsRetired { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Name;

    public IReadOnlyList<OrganisationKind> Kinds => [.. KindList.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<OrganisationKind>)];

    public void Change(MemberClassSheet sheet)
    {
        Name = sheet.Name;
        Meaning = sheet.Meaning;
        KindList = string.Join(',', sheet.Kinds.Distinct().Order());
        MayVote = sheet.MayVote;
    }

    public void Retire(bool retired) => IsRetired = retired;

    /// <exception cref="RefusedException">It takes nobody any more, or no organisation of this kind.</exception>
    public void MustTake(OrganisationKind kind)
    {
        if (IsRetired)
        {
            throw new RefusedException("Loại “{0}” không còn dùng để kết nạp.", Name);
        }

        if (KindList.Length > 0 && !Kinds.Contains(kind))
        {
            throw new RefusedException("Loại “{0}” không dành cho loại hình tổ chức này.", Name);
        }
    }
}

internal sealed class MemberClassConfiguration : IEntityTypeConfiguration<MemberClass>
{
    public const string Table = "alliance_member_classes";

    /// <summary>
    /// Kinds and vote as alliances describe the first two; of “thành viên mới” a source has only the name, and the charter of the Alliance says what it
    /// means. All of it is data that officers change.
    /// </summary>
    internal static IReadOnlyList<(string Id, string Code, string Name, string Kinds, bool? MayVote)> Seeded { get; } =
    [
        ("0190a1b2-0000-7000-8000-000000000001", "Official", "thành viên chính thức", "Cooperative,CooperativeUnion,PeoplesCreditFund", true),
        ("0190a1b2-0000-7000-8000-000000000002", "Associate", "thành viên liên kết", "CooperativeGroup,Enterprise,HouseholdBusiness,ScienceOrganisation,Association", false),
        ("0190a1b2-0000-7000-8000-000000000003", "New", "thành viên mới", "", null),
    ];

    public void Configure(EntityTypeBuilder<MemberClass> builder)
    {
        builder.ToTable(Table);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(MemberClass.CodeMaxLength);
        builder.Property(c => c.Name).HasMaxLength(MemberClass.NameMaxLength);
        builder.Property(c => c.Meaning).HasMaxLength(MemberClass.MeaningMaxLength);
        builder.Property(c => c.KindList).HasMaxLength(MemberClass.KindsMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Kinds);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasData(Seeded.Select(c => new { Id = Guid.Parse(c.Id), c.Code, c.Name, Meaning = (string?)null, KindList = c.Kinds, c.MayVote, IsRetired = false, Version = 0 }));
    }
}
