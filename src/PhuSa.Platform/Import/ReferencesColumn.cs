namespace PhuSa.Platform.Import;

/// <summary>A cell that names several records of another table.</summary>
public static class ReferencesColumn
{
    /// <summary>Keys separated by spaces, in the order that matters to the reader; each once.</summary>
    public static Column<IReadOnlyList<Guid>> References(string name, string meaning, string example, string table, bool required = false) => new()
    {
        Name = name,
        Meaning = meaning,
        Example = example,
        Required = required,
        Table = table,
        Accepts = $"một hay nhiều mã có trong bảng {table}, cách nhau bằng dấu cách, mỗi mã một lần",
        Reader = (string cell, ImportKeys keys, out IReadOnlyList<Guid> value, out string? problem) =>
        {
            problem = null;
            var found = cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => keys.Find(table, key)).ToList();
            value = [.. found.OfType<Guid>()];
            return value.Count == found.Count && value.Distinct().Count() == value.Count;
        },
    };
}
