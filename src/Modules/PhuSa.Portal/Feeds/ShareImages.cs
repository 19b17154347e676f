using PhuSa.Platform.Web;
using PhuSa.Portal.Articles.Body;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Feeds;

/// <summary>Which picture of an article goes along: the one on top, else the first of the house's own in the text or after it.</summary>
internal static class ShareImages
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

    private static ShareImage? InText(string body) => PictureMark.In(body) is [var image, ..]
        ? new ShareImage(image.Url, image.Height is null ? null : image.Width, image.Width is null ? null : image.Height, image.Alt)
        : null;
}
