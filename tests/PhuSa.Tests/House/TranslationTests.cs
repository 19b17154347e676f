using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using PhuSa.Host;
using PhuSa.Platform.Web;

namespace PhuSa.Tests.House;

/// <summary>The Vietnamese sentence is the source and the key; English stands beside it in a module's table.</summary>
public sealed partial class TranslationTests
{
    private static readonly IReadOnlyList<ResourceSet> English =
    [
        .. HouseModules.All.Select(module => module.Assembly).Append(typeof(Texts).Assembly).Append(typeof(HouseModules).Assembly).Select(Table).OfType<ResourceSet>(),
    ];

    public static TheoryData<string> InSource =>
    [
        .. Directory.EnumerateFiles(App.Repository("src"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .SelectMany(file => Spoken.Matches(File.ReadAllText(file)).Select(match => match.Groups["sentence"].Value))
            .Distinct(StringComparer.Ordinal),
    ];

    public static TheoryData<string> InAttributes =>
    [
        .. HouseModules.All.SelectMany(module => module.Assembly.GetTypes())
            .SelectMany(type => type.GetProperties())
            .SelectMany(property => property.GetCustomAttributes<ValidationAttribute>().Select(a => a.ErrorMessage).Append(property.GetCustomAttribute<DisplayAttribute>()?.Name))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .DefaultIfEmpty("chưa có dữ liệu"),
    ];

    [Theory, MemberData(nameof(InSource)), MemberData(nameof(InAttributes))]
    public void Every_sentence_has_an_English_translation(string vietnamese) =>
        Assert.True(English.Any(table => !string.IsNullOrEmpty(table.GetString(vietnamese))), $"Add “{vietnamese}” to Strings.en.resx.");

    [GeneratedRegex("""(?:\b(?:T|text|texts|Texts)(?:\[|\.Around\())"(?<sentence>(?:[^"\\]|\\.)+)"[,\]]""")]
    private static partial Regex Spoken { get; }

    private static ResourceSet? Table(Assembly assembly)
    {
        try
        {
            return Texts.Table(assembly).GetResourceSet(CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false);
        }
        catch (MissingManifestResourceException)
        {
            return null;
        }
    }
}
