using System.Reflection;
using PhuSa.Host;
using PhuSa.Platform;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.House;

/// <summary>The compiler keeps the walls between modules; these keep the doors small and the house tidy.</summary>
public sealed class BoundaryTests
{
    private const int LongestFile = 400;

    public static TheoryData<string> Modules => [.. HouseModules.All.Select(module => module.Assembly.GetName().Name!)];

    [Theory, MemberData(nameof(Modules))]
    public void A_module_shows_only_its_contracts(string module)
    {
        var shown = Assembly.Load(module).GetExportedTypes();

        Assert.NotEmpty(shown);
        Assert.All(shown, type => Assert.True(
            type.Namespace!.EndsWith(".Contracts", StringComparison.Ordinal) || typeof(IModule).IsAssignableFrom(type),
            $"{type.FullName} is public; make it internal or move it to Contracts."));
    }

    [Fact]
    public void Programmes_and_Portal_name_no_other_module()
    {
        string[] own = ["PhuSa.Programmes", "PhuSa.Portal"];
        foreach (var module in own)
        {
            var named = Assembly.Load(module).GetReferencedAssemblies().Select(a => a.Name!).Where(name => name.StartsWith("PhuSa.", StringComparison.Ordinal));

            Assert.Empty(named.Except(["PhuSa.Platform", "PhuSa.Documents", "PhuSa.Vietnamese"]));
        }
    }

    [Fact]
    public void Platform_knows_no_module() =>
        Assert.DoesNotContain(typeof(IModule).Assembly.GetReferencedAssemblies(), a => Modules.Any(row => row.Data == a.Name));

    [Fact]
    public void Every_record_that_moves_is_journaled()
    {
        var moving = HouseModules.All.SelectMany(module => module.Assembly.GetTypes()).Where(type => typeof(IMoving).IsAssignableFrom(type) && !type.IsAbstract).ToList();

        Assert.NotEmpty(moving);
        Assert.All(moving, type => Assert.True(typeof(IJournaled).IsAssignableFrom(type), $"{type.Name} moves and is not journaled."));
    }

    [Fact]
    public void Every_record_that_an_import_writes_is_journaled()
    {
        var records = HouseModules.All.SelectMany(module => module.Assembly.GetTypes())
            .Where(type => typeof(IImportTable).IsAssignableFrom(type) && !type.IsAbstract && type.BaseType!.IsGenericType)
            .Select(type => type.BaseType!.GetGenericArguments()[0])
            .ToList();

        Assert.NotEmpty(records);
        Assert.All(records, type => Assert.True(typeof(IJournaled).IsAssignableFrom(type), $"{type.Name} is imported and is not journaled."));
    }

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var files = new[] { "src", "tests", "bench", "scripts" }.Select(folder => App.Repository(folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories))
            .Where(IsOurs);

        Assert.DoesNotContain(files, file => File.ReadLines(file).Count() > LongestFile);
    }

    [Fact]
    public void The_code_names_no_province_no_cooperative_and_no_product()
    {
        string[] data = ["An Giang", "Bình Thạnh", "nho rừng", "Long Bình", "Kiến An"];
        var files = Directory.EnumerateFiles(App.Repository("src"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".resx" or ".mjs" or ".scss")
            .Where(IsOurs);

        Assert.Empty(from file in files
                     let text = File.ReadAllText(file)
                     from word in data
                     where text.Contains(word, StringComparison.OrdinalIgnoreCase)
                     select $"{Path.GetFileName(file)}: {word}");
    }

    private static bool IsOurs(string file) =>
        !new[] { "/obj/", "/bin/", "/Migrations/", "/PhuSa.CompiledModel/", "/node_modules/", "/wwwroot/" }.Any(part => file.Replace('\\', '/').Contains(part, StringComparison.Ordinal));
}
