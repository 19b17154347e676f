using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>A list of a site edited whole. Rows are moved by buttons that send the form, so it needs neither script nor a mouse.</summary>
internal abstract class SiteRowsEditing<TRow>(SiteDesk desk, Texts text) : SiteEditing(desk, text)
    where TRow : class, new()
{
    public const string More = "them";
    public const string Up = "len-";
    public const string Down = "xuong-";
    public const int Most = 60;

    [BindProperty]
    public List<TRow> Rows { get; set; } = [];

    protected override IEnumerable<(string Label, string? Words)> Typed => Told(Rows);

    protected override IEnumerable<(string Label, string? Words)> Kept => Told(Stored());

    /// <summary>The list as it is stored, in the order in which the form shows it.</summary>
    protected abstract List<TRow> Stored();

    /// <summary>Each row that says something by its name, in words, and the order of them all, for comparing two versions.</summary>
    protected abstract IEnumerable<(string Label, string? Words)> Told(IReadOnlyList<TRow> rows);

    protected override void Fill() => Rows = Stored();

    /// <summary>What one row says; what it does not say is left out.</summary>
    protected static string Row(params string?[] words) => string.Join("; ", words.OfType<string>());

    /// <summary>The names of the rows from the top.</summary>
    protected static (string Label, string? Words) Order(IEnumerable<string> names) => ("Thứ tự", string.Join("; ", names));

    /// <summary>Whether a row may stand where the other one stands.</summary>
    protected virtual bool AreSisters(TRow row, TRow other) => true;

    /// <summary>Brings rows that belong together side by side.</summary>
    protected virtual void Gather()
    {
    }

    protected override bool IsArranged()
    {
        if (Do == More)
        {
            if (Rows.Count < Most)
            {
                Rows.Add(new TRow());
            }
        }
        else if (IsMove(Up, out var row))
        {
            Swap(row, Rows.FindLastIndex(row, row + 1, other => !ReferenceEquals(other, Rows[row]) && AreSisters(Rows[row], other)));
        }
        else if (IsMove(Down, out row))
        {
            Swap(row, Rows.FindIndex(row, other => !ReferenceEquals(other, Rows[row]) && AreSisters(Rows[row], other)));
        }
        else
        {
            return false;
        }

        Gather();

        // The rows stand elsewhere now; what was posted under their old numbers must not be shown.
        ModelState.Clear();
        return true;
    }

    private bool IsMove(string move, out int row)
    {
        row = -1;
        return Do is not null && Do.StartsWith(move, StringComparison.Ordinal)
            && int.TryParse(Do.AsSpan(move.Length), NumberStyles.None, CultureInfo.InvariantCulture, out row) && row < Rows.Count;
    }

    private void Swap(int row, int other)
    {
        if (other >= 0)
        {
            (Rows[row], Rows[other]) = (Rows[other], Rows[row]);
        }
    }
}
