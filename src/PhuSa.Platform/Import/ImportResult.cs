namespace PhuSa.Platform.Import;

/// <summary>What an import did, or would do.</summary>
/// <param name="Tables">Per table: rows read.</param>
/// <param name="Created">Records that came into being.</param>
/// <param name="Changed">Records that changed.</param>
/// <param name="Errors">Everything that is wrong; with any of them nothing was written.</param>
public sealed record ImportResult(IReadOnlyList<(string Table, int Rows)> Tables, int Created, int Changed, IReadOnlyList<ImportError> Errors)
{
    public bool Failed => Errors.Count > 0;
}

/// <summary>How far an import is: shown on a terminal.</summary>
public sealed record ImportProgress(string Table, int Rows, bool Saving);
