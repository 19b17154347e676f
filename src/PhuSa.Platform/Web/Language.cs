using Microsoft.AspNetCore.Http;

namespace PhuSa.Platform.Web;

/// <summary>
/// The reader's language: Vietnamese unless English was chosen by hand. A browser's own setting does not decide,
/// since many phones in the province are set to English while their readers are not.
/// </summary>
public static class Language
{
    public const string Cookie = "ngon-ngu";

    /// <summary>The address that is in English whatever was chosen.</summary>
    public const string EnglishPage = "/en";

    public static string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies[Cookie] == "en" ? "en-GB" : "vi-VN";
    }
}
