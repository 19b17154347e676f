using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles.Body;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Feeds;

/// <summary>Which picture of an article goes along: the one on top, else the first of the house's own in the text or after it.</summary>
internal static partial class ShareImages
{
    public static ShareImage? Of(ShownArticle article)
    {
        if (article.Lead is { } lead)
        {
            return Of(lead);
        }

        return InText(article.Content.Text.Body) ?? (article.Images is [var first, ..] ? Of(first) : null);
    }

    private static ShareImage Of(ShownImage image) => new(image.Picture.Url, image.Picture.Width, image.Picture.Height, image.Alt);

    private static ShareImage? InText(string body)
    {
        foreach (Match image in Image.Matches(body))
        {
            var said = Attribute.Matches(image.Value).DistinctBy(match => match.Groups["name"].Value, StringComparer.Ordinal)
                .ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value), StringComparer.Ordinal);
            if (said.GetValueOrDefault("src") is { } url && url.StartsWith(PersonalPlaces.Files + "/", StringComparison.Ordinal))
            {
                var (width, height) = (Pixels(said.GetValueOrDefault("width")), Pixels(said.GetValueOrDefault("height")));
                return new ShareImage(url, height is null ? null : width, width is null ? null : height, said.GetValueOrDefault("alt") ?? "");
            }
        }

        return null;
    }

    private static int? Pixels(string? said) => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? pixels : null;

    [GeneratedRegex("<img [^<>]*>", RegexOptions.None, BodyMarks.MostMilliseconds)]
    private static partial Regex Image { get; }

    [GeneratedRegex("(?<name>src|alt|width|height)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, BodyMarks.MostMilliseconds)]
    private static partial Regex Attribute { get; }
}
