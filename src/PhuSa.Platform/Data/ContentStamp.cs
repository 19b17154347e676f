using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Platform.Data;

/// <summary>One row that moves with every change of a record. Whoever keeps pages made from records looks at it and drops them when it moved.</summary>
public sealed class ContentStamp
{
    public const int TheOne = 1;

    public int Id { get; private init; } = TheOne;

    public long Value { get; private set; }

    internal void Move() => Value++;
}

internal sealed class ContentStampConfiguration : IEntityTypeConfiguration<ContentStamp>
{
    public void Configure(EntityTypeBuilder<ContentStamp> builder)
    {
        builder.ToTable("content_stamp");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
