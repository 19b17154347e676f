using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Platform.Search;

/// <summary>That a journaled record changed, written in the transaction that changes it. Every instance follows these rows and indexes anew what they name.</summary>
internal sealed class SearchChange
{
    /// <summary>Instead of a table: everything is to be indexed again.</summary>
    public const string Everything = "*";

    public const int TableMaxLength = 80;

    /// <summary>Followers older than this make their index anew.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Given by the database. On PostgreSQL a smaller one may become visible after a greater one.</summary>
    public long Id { get; private init; }

    public DateTime At { get; init; }

    /// <summary>The table of the changed record.</summary>
    public string Table { get; init; } = "";

    public Guid RecordId { get; init; }
}

internal sealed class SearchChangeConfiguration : IEntityTypeConfiguration<SearchChange>
{
    public void Configure(EntityTypeBuilder<SearchChange> builder)
    {
        builder.ToTable("search_changes");
        builder.Property(c => c.Id).ValueGeneratedOnAdd();
        builder.Property(c => c.Table).HasMaxLength(SearchChange.TableMaxLength).HasColumnName("changed_table");
        builder.HasIndex(c => c.At);
    }
}
