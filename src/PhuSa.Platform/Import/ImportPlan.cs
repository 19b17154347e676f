namespace PhuSa.Platform.Import;

/// <summary>Which file of a folder is which table, in the order in which they are taken in.</summary>
internal sealed class ImportPlan
{
    private ImportPlan(IReadOnlyList<(IImportTable Table, string Path)> steps, IReadOnlyList<IImportTable> referred)
    {
        Steps = steps;
        Referred = referred;
    }

    public IReadOnlyList<(IImportTable Table, string Path)> Steps { get; }

    /// <summary>Tables without a file here that rows may refer to.</summary>
    public IReadOnlyList<IImportTable> Referred { get; }

    /// <summary>Whether rows of any table here name this one's records.</summary>
    public bool IsReferred(IImportTable table) => Steps.Any(step => step.Table.Columns.Any(column => column.Table == table.Name));

    public static ImportPlan Of(string folder, IReadOnlyList<IImportTable> tables, List<ImportError> errors)
    {
        var files = Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is var ending && (ending.Equals(".csv", StringComparison.OrdinalIgnoreCase) || ending.Equals(".xlsx", StringComparison.OrdinalIgnoreCase)))
            .Where(file => !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var inside in Directory.EnumerateDirectories(folder).Where(inside => Path.GetExtension(inside) is ".csv" or ".xlsx"))
        {
            errors.Add(new ImportError(Path.GetFileName(inside), 0, null, null, "đây là một thư mục, không phải tệp; hãy đặt các tệp ngay trong thư mục cần nhập."));
        }

        var known = tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var (name, shown) = (Path.GetFileNameWithoutExtension(file), Path.GetFileName(file));
            if (!known.ContainsKey(name))
            {
                errors.Add(new ImportError(shown, 0, null, null, $"không có bảng nào tên như vậy; các bảng được nhận: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}."));
            }
            else if (!paths.TryAdd(name, file))
            {
                errors.Add(new ImportError(shown, 0, null, null, "bảng này có cả tệp .csv lẫn .xlsx; hãy giữ lại một tệp."));
            }
        }

        if (files.Count == 0)
        {
            errors.Add(new ImportError(folder, 0, null, null, "thư mục không có tệp .csv hay .xlsx nào."));
        }

        var ordered = InOrder(tables);
        return new ImportPlan(
            [.. ordered.Where(table => paths.ContainsKey(table.Name)).Select(table => (table, paths[table.Name]))],
            [.. ordered.Where(table => !paths.ContainsKey(table.Name) && ordered.Any(other => paths.ContainsKey(other.Name) && other.Columns.Any(c => c.Table == table.Name)))]);
    }

    /// <summary>A table comes after the tables it refers to.</summary>
    internal static List<IImportTable> InOrder(IReadOnlyList<IImportTable> tables)
    {
        var byName = tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        var ordered = new List<IImportTable>();
        var visiting = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            Visit(table);
        }

        return ordered;

        void Visit(IImportTable table)
        {
            if (ordered.Contains(table))
            {
                return;
            }

            if (!visiting.Add(table.Name))
            {
                throw new InvalidOperationException($"Import tables refer to each other in a circle at {table.Name}.");
            }

            foreach (var name in table.Columns.Select(column => column.Table).OfType<string>().Where(name => name != table.Name).Distinct(StringComparer.Ordinal))
            {
                Visit(byName.TryGetValue(name, out var referred) ? referred : throw new InvalidOperationException($"{table.Name} refers to the unknown table {name}."));
                foreach (var filling in tables.Where(other => other != table && other.Fills.Contains(name, StringComparer.Ordinal)))
                {
                    Visit(filling);
                }
            }

            ordered.Add(table);
        }
    }
}
