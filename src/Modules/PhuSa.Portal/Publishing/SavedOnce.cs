using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PhuSa.Portal.Publishing;

/// <summary>That an article was just saved, for the page of the article that is shown next and then never again.</summary>
internal static class SavedOnce
{
    private const string ArticleKey = "bai-da-luu";
    private const string LeftOutKey = "anh-bo-lai";

    /// <param name="leftOut">How many pictures of the typed text were not taken.</param>
    public static void Keep(ITempDataDictionary data, Guid articleId, int leftOut) => (data[ArticleKey], data[LeftOutKey]) = (articleId.ToString(), leftOut);

    /// <returns>How many pictures of the typed text were not taken; null where the article was not saved just before.</returns>
    public static int? Take(ITempDataDictionary data, Guid articleId)
    {
        var (saved, leftOut) = (data[ArticleKey], data[LeftOutKey]);
        return saved?.ToString() == articleId.ToString() ? leftOut as int? : null;
    }
}
