using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PhuSa.Platform.Web;

/// <summary>The reader's text size: four steps from 0 (as designed) to 3 (150 %), kept in a cookie.</summary>
public static class TextSize
{
    public const string Cookie = "co-chu";
    public const int Largest = 3;

    public static int Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return int.TryParse(request.Cookies[Cookie], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size <= Largest ? size : 0;
    }
}
