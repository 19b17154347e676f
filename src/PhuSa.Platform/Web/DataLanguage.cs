namespace PhuSa.Platform.Web;

/// <summary>The language of what comes from records: they stay Vietnamese when the words around them are English.</summary>
public static class DataLanguage
{
    /// <summary>Value of a <c>lang</c> attribute on a block of data; null, so no attribute, where the page is Vietnamese already.</summary>
    public static string? Tag => Texts.InEnglish ? "vi" : null;

    /// <summary>The language of the product's own words inside a block of data on an English page.</summary>
    public static string? Page => Texts.InEnglish ? "en" : null;

    /// <summary>“vi” on an English page for words with a letter that English does not have; null for the others, whose language nothing tells.</summary>
    public static string? Of(string? words) => Texts.InEnglish && words is not null && words.Any(letter => letter > '\u007f' && char.IsLetter(letter)) ? "vi" : null;
}
