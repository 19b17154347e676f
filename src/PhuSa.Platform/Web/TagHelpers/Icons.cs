using System.Collections.Frozen;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary>The drawings of Lucide (ISC) that the pages use, 24 × 24, by the name a page calls them.</summary>
internal static class Icons
{
    private const string Circle = """<circle cx="12" cy="12" r="10"/>""";

    private static readonly FrozenDictionary<string, string> Drawings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["search"] = """<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>""",
        ["menu"] = """<path d="M4 5h16"/><path d="M4 12h16"/><path d="M4 19h16"/>""",
        ["print"] = """<path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2"/><path d="M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6"/><rect x="6" y="14" width="12" height="8" rx="1"/>""",
        ["download"] = """<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>""",
        ["arrow-right"] = """<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>""",
        ["external"] = """<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>""",
        ["check-circle"] = Circle + """<path d="m16 9-5.5 5.5L8 12"/>""",
        ["x-circle"] = Circle + """<path d="m15 9-6 6"/><path d="m9 9 6 6"/>""",
        ["clock"] = Circle + """<path d="M12 6v6l4 2"/>""",
        ["pause"] = Circle + """<line x1="10" x2="10" y1="15" y2="9"/><line x1="14" x2="14" y1="15" y2="9"/>""",
        ["square"] = Circle + """<rect x="9" y="9" width="6" height="6" rx="1"/>""",
        ["question"] = Circle + """<path d="M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3"/><path d="M12 17h.01"/>""",
        ["triangle"] = """<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>""",
        ["rays"] = """<path d="M12 2v4"/><path d="m16.2 7.8 2.9-2.9"/><path d="M18 12h4"/><path d="m16.2 16.2 2.9 2.9"/><path d="M12 18v4"/><path d="m4.9 19.1 2.9-2.9"/><path d="M2 12h4"/><path d="m4.9 4.9 2.9 2.9"/>""",
        ["dashed"] = """<path d="M10.1 2.182a10 10 0 0 1 3.8 0"/><path d="M13.9 21.818a10 10 0 0 1-3.8 0"/><path d="M17.609 3.721a10 10 0 0 1 2.69 2.7"/><path d="M2.182 13.9a10 10 0 0 1 0-3.8"/><path d="M20.279 17.609a10 10 0 0 1-2.7 2.69"/><path d="M21.818 10.1a10 10 0 0 1 0 3.8"/><path d="M3.721 6.391a10 10 0 0 1 2.7-2.69"/><path d="M6.391 20.279a10 10 0 0 1-2.69-2.7"/>""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Drawings.Keys;

    /// <exception cref="ArgumentException">No drawing has this name.</exception>
    public static string Drawing(string name) =>
        Drawings.TryGetValue(name, out var drawing) ? drawing : throw new ArgumentException($"There is no icon named “{name}”.", nameof(name));

    /// <summary>An icon beside words that say the same, hidden from a screen reader.</summary>
    public static string Beside(string name) => $"""<svg class="i" viewBox="0 0 24 24" aria-hidden="true">{Drawing(name)}</svg>""";
}
