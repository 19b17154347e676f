using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace PhuSa.Platform.Web;

/// <summary>
/// Every sentence of the product. The Vietnamese sentence is the source and the key; English stands in Strings.en.resx beside each module.
/// </summary>
public sealed class Texts
{
    private readonly IReadOnlyList<ResourceManager> _tables;
    private readonly ConcurrentDictionary<string, string> _english = new(StringComparer.Ordinal);

    public Texts(IEnumerable<IModule> modules, IEnumerable<TextsOf> more) =>
        _tables = [.. modules.Select(module => module.Assembly).Concat(more.Select(m => m.Assembly)).Append(typeof(Texts).Assembly).Distinct().Select(Table)];

    public static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The sentence in the reader's language, with its places filled.</summary>
    public string this[string vietnamese, params object?[] args]
    {
        get
        {
            var sentence = InEnglish ? _english.GetOrAdd(vietnamese, English) : vietnamese;
            return args.Length == 0 ? sentence : string.Format(CultureInfo.CurrentCulture, sentence, args);
        }
    }

    /// <summary>An instant as the reader's page writes it, in Vietnamese hours: “08:05 ngày 13/07/2020”, “08:05, 13/07/2020”.</summary>
    public static string Moment(DateTime utc) =>
        InEnglish ? VietnamTime.Local(utc).ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture) : VietnamTime.Written(utc);

    /// <summary>English tables of an assembly; the resource is named after the assembly's root.</summary>
    public static ResourceManager Table(Assembly assembly) => new($"{assembly.GetName().Name}.Strings", assembly);

    private string English(string vietnamese)
    {
        foreach (var table in _tables)
        {
            try
            {
                if (table.GetString(vietnamese, CultureInfo.GetCultureInfo("en")) is { Length: > 0 } english)
                {
                    return english;
                }
            }
            catch (MissingManifestResourceException)
            {
                // A module without sentences has no table.
            }
        }

        return vietnamese;
    }
}

/// <summary>An assembly beside the modules that has sentences of its own: the host.</summary>
public sealed record TextsOf(Assembly Assembly);
