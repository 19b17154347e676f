using System.Globalization;
using CsvHelper;

namespace PhuSa.Tests.MainJob;

/// <summary>The rows of one table of the samples as their author typed them.</summary>
internal static class SampleRows
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(string table)
    {
        using var reader = new StreamReader(Path.Combine(App.Samples, $"{table}.csv"));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column)!, StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>The official name of each cooperative by its code.</summary>
    public static IReadOnlyDictionary<string, string> Cooperatives { get; } = Of("cooperatives").ToDictionary(row => row["code"], row => row["name"], StringComparer.Ordinal);

    public static long Number(this IReadOnlyDictionary<string, string> row, string column) => long.Parse(row[column], CultureInfo.InvariantCulture);
}
