using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Figures;

/// <summary>A register in which nobody has entered anything yet tells nothing: its figures are unknown, not zero.</summary>
public static class EmptyRegister
{
    public const string NothingEntered = "Chưa có hồ sơ nào thuộc loại này được nhập.";

    /// <returns>The unknown reading while the table has no row at all; null as soon as it has one.</returns>
    public static async Task<FigureReading?> NothingEnteredAsync<TRecord>(this AppDbContext db, CancellationToken cancellationToken)
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<TRecord>().AnyAsync(cancellationToken) ? null : FigureReading.NotKnown(NothingEntered, []);
    }
}
