using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Journal.Chain;

/// <summary>
/// Digests written down where nobody who can write to the database can reach them: paper, another machine. Lines of <c>day DAY FIRST LAST DIGEST</c>
/// and one <c>end NUMBER DIGEST</c>; a line that begins with # says nothing.
/// </summary>
public sealed record KeptDigests(IReadOnlyList<(DateOnly Day, byte[] Digest)> Days, (long Number, byte[] Digest)? End)
{
    /// <returns>The list as it is now.</returns>
    public static async Task<IReadOnlyList<string>> ListAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var lines = new List<string>();
        await foreach (var day in db.Set<JournalDay>().AsNoTracking().OrderBy(day => day.Day).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"day {day.Day:yyyy-MM-dd} {day.First} {day.Last} {Convert.ToHexStringLower(day.Digest)}"));
        }

        if (await db.Set<JournalLink>().AsNoTracking().OrderByDescending(link => link.Number).FirstOrDefaultAsync(cancellationToken) is { } end)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"end {end.Number} {Convert.ToHexStringLower(end.Digest)}"));
        }

        return lines;
    }

    /// <exception cref="RefusedException">A line is not one of such a list.</exception>
    public static KeptDigests Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var days = new List<(DateOnly, byte[])>();
        (long, byte[])? end = null;
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                case [] or [['#', ..], ..]:
                    break;
                case ["day", var day, _, _, var digest] when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) && Bytes(digest) is { } bytes:
                    days.Add((known, bytes));
                    break;
                case ["end", var last, var digest] when long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && Bytes(digest) is { } bytes:
                    end = (known, bytes);
                    break;
                default:
                    throw new RefusedException("Dòng {0} của bản lưu dấu niêm không đúng dạng. Hãy dùng tệp do “phusa journal digest” in ra.", number);
            }
        }

        return new(days, end);
    }

    private static byte[]? Bytes(string hex) =>
        hex.Length == JournalLink.DigestLength * 2 && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;
}
