using System.Globalization;
using PhuSa.Platform.Journal;

namespace PhuSa.Office.Journal;

/// <summary>A place in the journal from which a page goes on; entries that come meanwhile move nothing.</summary>
internal sealed record JournalPlace(DateTime At, Guid Id)
{
    public static JournalPlace Of(JournalEntry entry) => new(entry.At, entry.Id);

    /// <returns>Null where it is none.</returns>
    public static JournalPlace? Read(string? written) =>
        written?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
        && moment <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var known)
            ? new(new DateTime(moment, DateTimeKind.Utc), known)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Id:N}");
}
