using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Platform.Data;

/// <summary>One row that moves with every change of a record. Whoever keeps pages made from records looks at it and drops them when it moved.</summary>
public sealed class ContentStamp
{
    public const int TheOne = 1;

    public int Id { get; private init; } = TheOne;

    public long Value { get; private set; }

    /// <summary>Goes with the save that follows: for what readers see and no record tells of. A journaled record moves it by itself.</summary>
    public static async Task MoveAsync(DbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var stamp = await db.FindAsync<ContentStamp>([TheOne], cancellationToken) ?? db.Add(new ContentStamp()).Entity;
        stamp.Value++;

        // An import saves without looking for changes again.
        db.Entry(stamp).DetectChanges();
    }

    /// <summary>
    /// In an open transaction: from here on whoever else saves a record waits until it ends, since every such save writes this row. What is read
    /// afterwards is what they left.
    /// </summary>
    public static Task HoldAsync(DbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<ContentStamp>().ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, s => s.Value), cancellationToken);
    }
}

internal sealed class ContentStampConfiguration : IEntityTypeConfiguration<ContentStamp>
{
    public void Configure(EntityTypeBuilder<ContentStamp> builder)
    {
        builder.ToTable("content_stamp");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
