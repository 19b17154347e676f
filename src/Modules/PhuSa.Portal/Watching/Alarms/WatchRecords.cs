using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Portal.Watching.Alarms;

/// <summary>One look at one site, and what the next one has to know.</summary>
internal sealed class WatchRun
{
    public const int SiteMaxLength = 300;
    public const int ProblemMaxLength = 1000;

    public Guid Id { get; init; }

    public string Site { get; init; } = "";

    public DateTime StartedAt { get; init; }

    public DateTime FinishedAt { get; init; }

    public int Pages { get; init; }

    public int Files { get; init; }

    public int Findings { get; init; }

    /// <summary>How many things could not be looked at.</summary>
    public int Problems { get; init; }

    /// <summary>The first of them.</summary>
    public string? Problem { get; init; }

    public long HeadNumber { get; init; }

    public string? HeadLink { get; init; }

    public int Turn { get; init; }
}

/// <summary>Something that is not as it was published, from when it was first seen until it is right again.</summary>
internal sealed class WatchAlarm
{
    public const int AddressMaxLength = 2000;
    public const int DetailMaxLength = 500;
    public const int ExcerptMaxLength = 1000;

    public Guid Id { get; init; }

    public FindingKind Kind { get; init; }

    public string Address { get; init; } = "";

    public string Detail { get; init; } = "";

    public string? Expected { get; set; }

    public string? Found { get; set; }

    public DateTime FirstAt { get; init; }

    public DateTime LastAt { get; set; }

    /// <summary>When it was found right again.</summary>
    public DateTime? ClosedAt { get; set; }

    public DateTime? DismissedAt { get; private set; }

    public string? DismissedBy { get; private set; }

    public string? DismissedWhy { get; private set; }

    /// <summary>The fingerprint of what was dismissed: another finding at the same place is an alarm again, even one that came while somebody dismissed.</summary>
    public string? DismissedFinding { get; private set; }

    /// <summary>An administrator knows of just this and said why it is no matter.</summary>
    public bool IsDismissed => DismissedFinding is not null && DismissedFinding == Fingerprint;

    /// <summary>Of what is found now.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Expected}\0{Found}")));

    public void Dismiss(string why, Actor by, DateTime now)
    {
        if (ClosedAt is not null || IsDismissed)
        {
            throw new RefusedException("Báo động này đã đóng hoặc đã được bỏ qua.");
        }

        (DismissedAt, DismissedBy, DismissedWhy, DismissedFinding) = (now, by.Name, why, Fingerprint);
    }

    /// <summary>It is found otherwise than it was dismissed.</summary>
    public void Return() => (DismissedAt, DismissedBy, DismissedWhy, DismissedFinding) = (null, null, null, null);
}

/// <summary>One row: how many of the articles in the database, the oldest first, have had their turn, and how far the list of publications went when it was last whole.</summary>
internal sealed class JobTurn
{
    public int Id { get; init; } = 1;

    public int Turn { get; set; }

    public long HeadNumber { get; set; }

    public string? HeadLink { get; set; }
}

internal sealed class JobTurnConfiguration : IEntityTypeConfiguration<JobTurn>
{
    public void Configure(EntityTypeBuilder<JobTurn> builder)
    {
        builder.ToTable("portal_watch_turn");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.HeadLink).HasMaxLength(PublicationSeal.DigestLength);
    }
}

internal sealed class WatchRunConfiguration : IEntityTypeConfiguration<WatchRun>
{
    public void Configure(EntityTypeBuilder<WatchRun> builder)
    {
        builder.ToTable("portal_watch_runs");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Site).HasMaxLength(WatchRun.SiteMaxLength);
        builder.Property(r => r.Problem).HasMaxLength(WatchRun.ProblemMaxLength);
        builder.Property(r => r.HeadLink).HasMaxLength(PublicationSeal.DigestLength);
        builder.HasIndex(r => new { r.Site, r.StartedAt });
        builder.HasIndex(r => r.StartedAt);
    }
}

internal sealed class WatchAlarmConfiguration : IEntityTypeConfiguration<WatchAlarm>
{
    public void Configure(EntityTypeBuilder<WatchAlarm> builder)
    {
        builder.ToTable("portal_watch_alarms");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Address).HasMaxLength(WatchAlarm.AddressMaxLength);
        builder.Property(a => a.Detail).HasMaxLength(WatchAlarm.DetailMaxLength);
        builder.Property(a => a.Expected).HasMaxLength(WatchAlarm.ExcerptMaxLength);
        builder.Property(a => a.Found).HasMaxLength(WatchAlarm.ExcerptMaxLength);
        builder.Property(a => a.DismissedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(a => a.DismissedWhy).HasMaxLength(Step.WhyMaxLength);
        builder.Property(a => a.DismissedFinding).HasMaxLength(PublicationSeal.DigestLength);
        builder.HasIndex(a => new { a.ClosedAt, a.FirstAt });
    }
}
