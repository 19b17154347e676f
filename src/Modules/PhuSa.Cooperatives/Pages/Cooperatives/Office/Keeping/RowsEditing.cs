using PhuSa.Cooperatives.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Rows of a part, edited whole.</summary>
internal sealed class RowsInput<TRow>
{
    public List<TRow> Rows { get; set; } = [];
}

/// <summary>A part that is a list, edited whole: a button adds a row, a row that is emptied goes when the list is saved. Needs no script.</summary>
internal abstract class RowsEditing<TRow>(RegistryDesk desk, Texts text) : FileEditing<RowsInput<TRow>>(desk, text), IRowsEditing
    where TRow : class, new()
{
    public bool MayAdd => Input.Rows.Count < RowsEditing.Most;

    /// <summary>The rows that say something, with their place in the form.</summary>
    protected IEnumerable<(int At, TRow Row)> Said => Input.Rows.Select((row, at) => (at, row)).Where(pair => !IsEmpty(pair.row));

    protected abstract bool IsEmpty(TRow row);

    protected override Task<bool> IsArrangedAsync(CancellationToken cancellationToken)
    {
        if (Do != RowsEditing.More)
        {
            return Task.FromResult(false);
        }

        if (MayAdd)
        {
            Input.Rows.Add(new TRow());
        }

        KeepAsTyped();
        return Task.FromResult(true);
    }
}

/// <summary>What the shared views of a list need.</summary>
internal interface IRowsEditing : IFileEditing
{
    bool MayAdd { get; }
}

/// <summary>Words and limits of every list.</summary>
internal static class RowsEditing
{
    public const string Save = "luu";
    public const string More = "them";
    public const int Most = 60;
}
