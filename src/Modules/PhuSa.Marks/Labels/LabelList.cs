using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Labels;

/// <summary>A right with labels outstanding.</summary>
/// <param name="Codes">The check codes of its batches.</param>
internal sealed record LabelLine(GrantLine Right, LabelSums Sums, LabelSpans Held, long Unnumbered, IReadOnlyList<string> Codes)
{
    public IReadOnlyList<LabelSpan> Numbers => [.. Held.All];
}

/// <summary>The rights to all marks whose holders have labels.</summary>
internal sealed class LabelList(AppDbContext db, GrantList grants)
{
    public DateOnly Today => grants.Today;

    /// <returns>In Vietnamese order of the holders.</returns>
    public async Task<IReadOnlyList<LabelLine>> OutstandingAsync(CancellationToken cancellationToken)
    {
        var entries = (await db.Set<LabelEntry>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(entry => entry.GrantId);
        return
        [
            .. (await grants.AllAsync(cancellationToken)).Where(right => entries.Contains(right.Id))
                .Select(right => (right, ledger: new LabelLedger(entries[right.Id])))
                .Select(line => new LabelLine(line.right, line.ledger.Sums(), line.ledger.Numbered(), line.ledger.Unnumbered(), [.. line.ledger.Standing.Select(entry => entry.CheckCode).OfType<string>()]))
                .Where(line => line.Sums.Outstanding > 0),
        ];
    }

    /// <summary>The list's filter; its words may also be a number on a label, or the code of a batch.</summary>
    public IReadOnlyList<LabelLine> Among(GrantFilter filter, IReadOnlyList<LabelLine> lines)
    {
        var chosen = Ids(filter, lines);
        if (filter.Words is { } words)
        {
            var code = CheckCode.Read(words).Code;
            var label = LabelOf(words);
            var others = Ids(filter with { Words = null }, lines);
            chosen.UnionWith(lines.Where(line => others.Contains(line.Right.Id) && ((code is not null && line.Codes.Contains(code)) || (label is { } number && line.Held.Within(number).Any()))).Select(line => line.Right.Id));
        }

        return [.. lines.Where(line => chosen.Contains(line.Right.Id))];
    }

    private HashSet<Guid> Ids(GrantFilter filter, IReadOnlyList<LabelLine> lines) => [.. filter.Among(lines.Select(line => line.Right), Today).Select(right => right.Id)];

    /// <returns>One label by its series and number, as it is printed; null for other words.</returns>
    private static LabelSpan? LabelOf(string words)
    {
        var series = words.TrimEnd().TrimEnd([.. "0123456789"]);
        return long.TryParse(words.TrimEnd()[series.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new LabelSpan(series.Trim(), number, number) : null;
    }
}
