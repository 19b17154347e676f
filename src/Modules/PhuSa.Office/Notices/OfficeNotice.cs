using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;

namespace PhuSa.Office.Notices;

/// <summary>What one person was told. Instants are UTC.</summary>
internal sealed class OfficeNotice
{
    public const int TextMaxLength = 400;
    public const int UrlMaxLength = 400;
    public const int KeyMaxLength = 200;

    private OfficeNotice()
    {
    }

    public OfficeNotice(Guid id, Guid personId, Notice notice, DateTime now)
    {
        Id = id;
        PersonId = personId;
        Text = notice.Text;
        Args = [.. notice.Args];
        Url = notice.Url;
        Urgency = notice.Urgency;
        Key = notice.Key;
        ToldAt = now;
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    public string Text { get; private init; } = "";

    public IReadOnlyList<string> Args { get; private init; } = [];

    public string? Url { get; private init; }

    public Urgency Urgency { get; private init; }

    public string? Key { get; private init; }

    public DateTime ToldAt { get; private init; }

    public DateTime? ReadAt { get; private set; }

    /// <summary>When it went into a message, or was found to need none.</summary>
    public DateTime? PostedAt { get; private set; }

    public void Read(DateTime now) => ReadAt ??= now;

    public void Posted(DateTime now) => PostedAt ??= now;
}

/// <summary>What a person wants to be told by mail. No row: everything.</summary>
internal sealed class NoticePreference
{
    private NoticePreference()
    {
    }

    public NoticePreference(Guid personId) => PersonId = personId;

    public Guid PersonId { get; private init; }

    public bool WantsDigest { get; private set; } = true;

    /// <summary>The Vietnamese day of the last digest: at most one a day.</summary>
    public DateOnly? LastDigestOn { get; private set; }

    public void Want(bool digest) => WantsDigest = digest;

    public void Digested(DateOnly day) => LastDigestOn = day;
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<OfficeNotice>, IEntityTypeConfiguration<NoticePreference>
{
    public void Configure(EntityTypeBuilder<OfficeNotice> builder)
    {
        builder.ToTable("office_notices");
        builder.BelongsToPerson(n => n.PersonId);
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Text).HasMaxLength(OfficeNotice.TextMaxLength).IsPersonal();
        builder.Property(n => n.Args).IsPersonal();
        builder.Property(n => n.Url).HasMaxLength(OfficeNotice.UrlMaxLength).IsPersonal();
        builder.Property(n => n.Key).HasMaxLength(OfficeNotice.KeyMaxLength);
        builder.HasIndex(n => new { n.PersonId, n.ReadAt, n.ToldAt });
        builder.HasIndex(n => new { n.PersonId, n.Key });
        builder.HasIndex(n => new { n.PostedAt, n.Urgency });
    }

    public void Configure(EntityTypeBuilder<NoticePreference> builder)
    {
        builder.ToTable("office_notice_preferences");
        builder.BelongsToPerson(p => p.PersonId);
        builder.HasKey(p => p.PersonId);
        builder.Property(p => p.PersonId).ValueGeneratedNever();
        builder.Property(p => p.WantsDigest).IsPersonal();
        builder.Property(p => p.LastDigestOn).IsPersonal();
    }
}
