namespace PhuSa.Platform.Web;

/// <summary>The language of what comes from records: they stay Vietnamese when the words around them are English.</summary>
public static class DataLanguage
{
    /// <summary>Value of a <c>lang</c> attribute on a block of data; null, so no attribute, where the page is Vietnamese already.</summary>
    public static string? Tag => Texts.InEnglish ? "vi" : null;
}
