using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Microsoft.AspNetCore.Html;

namespace PhuSa.Platform.Web;

/// <summary>
/// Every sentence of the product. The Vietnamese sentence is the source and the key; English stands in Strings.en.resx beside each module.
/// </summary>
public class Texts
{
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en");
    private readonly Lazy<FrozenDictionary<string, string>> _english;
    private readonly Lazy<FrozenDictionary<string, string>>? _own;

    public Texts(IEnumerable<IModule> modules, IEnumerable<TextsOf> more)
    {
        var assemblies = modules.Select(module => module.Assembly).Concat(more.Select(m => m.Assembly)).Append(typeof(Texts).Assembly).Distinct().ToList();
        _english = new(() => assemblies.SelectMany(Sentences).DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.Ordinal));
    }

    private protected Texts(Texts all, Assembly own) =>
        (_english, _own) = (all._english, new(() => Sentences(own).ToFrozenDictionary(StringComparer.Ordinal)));

    public static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The sentence in the reader's language, with its places filled.</summary>
    public string this[string vietnamese, params object?[] args]
    {
        get
        {
            var sentence = InEnglish ? English(vietnamese) ?? vietnamese : vietnamese;
            return args.Length == 0 ? sentence : string.Format(CultureInfo.CurrentCulture, sentence, args);
        }
    }

    /// <summary>An instant as the reader's page writes it, in Vietnamese hours: “08:05 ngày 13/07/2020”, “08:05, 13/07/2020”.</summary>
    public static string Moment(DateTime utc) =>
        InEnglish ? VietnamTime.Local(utc).ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture) : VietnamTime.Written(utc);

    /// <summary>English tables of an assembly; the resource is named after the assembly's root.</summary>
    public static ResourceManager Table(Assembly assembly) => new($"{assembly.GetName().Name}.Strings", assembly);

    /// <summary>The English of a Vietnamese sentence; null for what is no sentence of the product, such as a name.</summary>
    internal string? English(string vietnamese) => _own?.Value.GetValueOrDefault(vietnamese) ?? _english.Value.GetValueOrDefault(vietnamese);

    /// <summary>
    /// A sentence around what records say. On an English page the Vietnamese in its places is marked as such, so that a screen reader
    /// does not read a name as English.
    /// </summary>
    public IHtmlContent Around(string vietnamese, params object?[] args) =>
        new HtmlFormattableString(CultureInfo.CurrentCulture, this[vietnamese], [.. args.Select(arg => arg is string words ? RecordWords.Markup(words, this) : arg)]);

    private static IEnumerable<KeyValuePair<string, string>> Sentences(Assembly assembly)
    {
        ResourceSet? table;
        try
        {
            table = Table(assembly).GetResourceSet(EnglishCulture, createIfNotExists: true, tryParents: false);
        }
        catch (MissingManifestResourceException)
        {
            // A module without sentences has no table.
            yield break;
        }

        foreach (DictionaryEntry entry in table ?? (IEnumerable)Array.Empty<DictionaryEntry>())
        {
            if (entry is { Key: string vietnamese, Value: string { Length: > 0 } english })
            {
                yield return new(vietnamese, english);
            }
        }
    }
}

/// <summary>
/// The sentences as the pages of one module say them: one Vietnamese word may have two in English (“Hết hạn” of a state and of a day), and the module's own
/// comes first.
/// </summary>
public sealed class TextsIn<TOwner>(Texts all) : Texts(all, typeof(TOwner).Assembly);

/// <summary>An assembly beside the modules that has sentences of its own: the host.</summary>
public sealed record TextsOf(Assembly Assembly);
