using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Platform.Import;

/// <summary>
/// What a row said when it was last taken in. A row that says the same again brings nothing new: what the office has changed since, and the steps it has
/// taken, stand. Its words are not kept, only enough to tell whether they are others now.
/// </summary>
internal sealed class ImportedRow
{
    public const int TableMaxLength = 80;

    public string Table { get; init; } = "";

    /// <summary>The natural key as the row writes it, digested: keys are long and are only compared.</summary>
    public Guid Key { get; init; }

    /// <summary>A <see cref="SaidCells"/>.</summary>
    public byte[] Cells { get; init; } = [];

    public static Guid KeyOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16), bigEndian: true);
}

internal sealed class ImportedRowConfiguration : IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.ToTable("import_rows");
        builder.HasKey(row => new { row.Table, row.Key });
        builder.Property(row => row.Table).HasMaxLength(ImportedRow.TableMaxLength).HasColumnName("of_table");
        builder.Property(row => row.Key).HasColumnName("of_key").ValueGeneratedNever();
    }
}

/// <summary>Digests of a row's cells, each behind a digest of its column's name: columns may come, and stand in any order.</summary>
internal static class SaidCells
{
    private const int NameLength = 4;
    private const int CellLength = 8;
    private const int Length = NameLength + CellLength;

    /// <summary>Of the columns that the file has, in the table's own order.</summary>
    public static byte[] Of(IEnumerable<Column> columns, ImportRow row)
    {
        var said = new List<byte>();
        foreach (var column in columns.Where(row.Has))
        {
            said.AddRange(Digest(column.Name).AsSpan(0, NameLength));
            said.AddRange(Digest(row.Cell(column)).AsSpan(0, CellLength));
        }

        return [.. said];
    }

    /// <summary>Whether the cell of this column says in <paramref name="now"/> what it said in <paramref name="before"/>; no where it did not stand there.</summary>
    public static bool IsSame(ReadOnlySpan<byte> before, ReadOnlySpan<byte> now, Column column)
    {
        var name = Digest(column.Name).AsSpan(0, NameLength);
        return CellOf(before, name) is { Length: > 0 } then && then.SequenceEqual(CellOf(now, name));
    }

    private static ReadOnlySpan<byte> CellOf(ReadOnlySpan<byte> said, ReadOnlySpan<byte> name)
    {
        for (var at = 0; at + Length <= said.Length; at += Length)
        {
            if (said.Slice(at, NameLength).SequenceEqual(name))
            {
                return said.Slice(at + NameLength, CellLength);
            }
        }

        return [];
    }

    private static byte[] Digest(string words) => SHA256.HashData(Encoding.UTF8.GetBytes(words));
}
