using System.Reflection;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Host;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.House;

/// <summary>Documents that are made from the code stay equal to it. UPDATE_DOCS=1 writes them anew.</summary>
public sealed class GeneratedDocsTests(App app)
{
    private const string Begin = "<!-- Bảng: bắt đầu -->\n";
    private const string End = "<!-- Bảng: hết -->\n";

    public static TheoryData<string> Flows => [.. Tables.Keys];

    private static Dictionary<string, IFlowTable> Tables { get; } = HouseModules.All
        .SelectMany(module => module.Assembly.GetTypes())
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(f => typeof(IFlowTable).IsAssignableFrom(f.FieldType)).Select(f => f.GetValue(null))
            .Concat(type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(p => typeof(IFlowTable).IsAssignableFrom(p.PropertyType)).Select(p => p.GetValue(null))))
        .OfType<IFlowTable>()
        .Distinct()
        .ToDictionary(flow => flow.GetType().GetGenericArguments()[0].Name.Replace("Status", "", StringComparison.Ordinal), StringComparer.Ordinal);

    [Theory, MemberData(nameof(Flows))]
    public void The_diagram_of_a_flow_is_its_table(string name) =>
        AssertSame(App.Repository($"docs/flows/{name}.md"), Diagram(name, Tables[name]));

    [Fact]
    public void No_diagram_is_left_of_a_flow_that_is_gone() =>
        Assert.Equal(Tables.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(App.Repository("docs/flows"), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_import_guide_lists_every_table_and_column()
    {
        var tables = await app.InScopeAsync(services => Task.FromResult(ImportPlan.InOrder([.. services.GetServices<IImportTable>()])));
        var path = App.Repository("docs/import.md");
        var text = await File.ReadAllTextAsync(path);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        Assert.True(begin >= 0 && end > begin, "docs/import.md has lost its marks.");

        AssertSame(path, text[..(begin + Begin.Length)] + string.Concat(tables.Select(Guide)) + text[end..]);
    }

    private static string Diagram(string name, IFlowTable flow)
    {
        var text = new StringBuilder($"# {name}\n\n```mermaid\nstateDiagram-v2\n");
        foreach (var (from, action, to) in flow.Rows)
        {
            text.Append("    ").Append(from).Append(" --> ").Append(to).Append(" : ").Append(action).Append('\n');
        }

        text.Append("```\n\n| status | public name | counts | final | waits on |\n| --- | --- | --- | --- | --- |\n");
        foreach (var (status, facts) in flow.Statuses)
        {
            text.Append($"| {status} | {facts.PublicName} | {(facts.Counts ? "yes" : "no")} | {(facts.Final ? "yes" : "no")} | {facts.WaitsOn ?? "–"} |\n");
        }

        return text.ToString();
    }

    private static string Guide(IImportTable table)
    {
        var text = new StringBuilder($"\n### `{table.Name}.csv`\n\n{table.Meaning}. Khoá: {string.Join(" + ", table.Key.Select(c => $"`{c.Name}`"))}.\n\n| cột | ý nghĩa | nhận | bắt buộc |\n| --- | --- | --- | --- |\n");
        foreach (var column in table.Columns)
        {
            text.Append($"| `{column.Name}` | {column.Meaning} | {column.Accepts} | {(column.Required ? "có" : "")} |\n");
        }

        return text.Append($"\n```csv\n{string.Join(',', table.Columns.Select(c => c.Name))}\n{string.Join(',', table.Columns.Select(c => Cell(c.Example)))}\n```\n").ToString();
    }

    private static string Cell(string example) => example.AsSpan().ContainsAny(",\"\n") ? $"\"{example.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : example;

    internal static void AssertSame(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{path} is missing: run the tests once with UPDATE_DOCS=1.");
        Assert.Equal(text, File.ReadAllText(path));
    }
}
