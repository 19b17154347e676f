using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>
/// What of a request changes the bytes of a public page: encoding, text size, language. Read without allocation.
/// A reader with any other cookie than the display choices gets a page of their own, so that nothing personal is ever kept.
/// </summary>
internal static class ReaderChoices
{
    public const byte Gzip = 1;
    private const byte English = 2;
    private const int SizeShift = 2;

    /// <summary>Says nothing about the reader: the token of a form once opened.</summary>
    private const string FormCookie = "phusa-form";

    /// <returns>False where the answer must neither come from what is kept nor be kept.</returns>
    public static bool TryRead(HttpRequest request, out byte choices)
    {
        choices = AcceptsGzip(request.Headers.AcceptEncoding) ? Gzip : (byte)0;
        if (request.QueryString.HasValue || request.Headers.Authorization.Count > 0)
        {
            return false;
        }

        var cookies = request.Headers.Cookie;
        return cookies.Count == 0 || (cookies.Count == 1 && TryReadCookies(cookies[0], ref choices));
    }

    /// <summary>Accept-Encoding names gzip and does not refuse it by q=0.</summary>
    public static bool AcceptsGzip(StringValues accepted)
    {
        var text = accepted.Count == 1 ? accepted[0] : accepted.ToString();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var comma = rest.IndexOf(',');
            var item = (comma < 0 ? rest : rest[..comma]).Trim();
            rest = comma < 0 ? [] : rest[(comma + 1)..];
            if (item.StartsWith("gzip", StringComparison.OrdinalIgnoreCase))
            {
                var after = item[4..].TrimStart();
                if (after.IsEmpty)
                {
                    return true;
                }

                if (after[0] == ';')
                {
                    var weight = after[1..].Trim();
                    return weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && weight[2..].ContainsAnyInRange('1', '9');
                }
            }
        }

        return false;
    }

    private static bool TryReadCookies(string? header, ref byte choices)
    {
        var sized = false;
        var spoken = false;
        var rest = header.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(';');
            var cookie = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? [] : rest[(end + 1)..];
            var equals = cookie.IndexOf('=');
            var name = equals < 0 ? cookie : cookie[..equals];
            var value = equals < 0 ? [] : cookie[(equals + 1)..];
            if (name.SequenceEqual(TextSize.Cookie) && !sized && value.Length == 1 && value[0] is >= '0' and <= (char)('0' + TextSize.Largest))
            {
                sized = true;
                choices |= (byte)((value[0] - '0') << SizeShift);
            }
            else if (name.SequenceEqual(Language.Cookie) && !spoken && (value.SequenceEqual("vi") || value.SequenceEqual("en")))
            {
                spoken = true;
                choices |= value[0] == 'e' ? English : (byte)0;
            }
            else if (!cookie.IsEmpty && !name.SequenceEqual(FormCookie))
            {
                return false;
            }
        }

        return true;
    }
}
