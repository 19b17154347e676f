using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;

namespace PhuSa.Portal.Articles.Body;

/// <summary>A picture of the house in a text: where its element stands, and what the element says.</summary>
/// <param name="Width">Pixels, as written; null where the text does not say it.</param>
/// <param name="Height">Pixels, as written; null where the text does not say it.</param>
internal sealed partial record PictureMark(int Start, int End, string Url, string Alt, int? Width, int? Height)
{
    /// <summary>How it begins in a cleaned text.</summary>
    public const string Element = "<img ";

    public Guid? File => FileAddress.IdOf(Url);

    /// <param name="html">As <see cref="BodyHtml.Clean"/> gave it. Looked through by letters first: every page that is made anew asks, and most texts have none.</param>
    /// <returns>In the order of the text.</returns>
    public static IReadOnlyList<PictureMark> In(string html) => html.Contains(Element, StringComparison.Ordinal) ? [.. Image.Matches(html).Select(Of).OfType<PictureMark>()] : [];

    /// <summary>As large as the text wants it, but never larger than it is, in its own proportions.</summary>
    public FilePicture Sized(FilePicture picture) => Width is { } wide && wide > 0 && wide < picture.Width
        ? picture with { Width = wide, Height = Math.Max(1, (int)Math.Round((double)picture.Height * wide / picture.Width)) }
        : picture;

    private static PictureMark? Of(Match image)
    {
        var said = Attribute.Matches(image.Value).DistinctBy(match => match.Groups["name"].Value, StringComparer.Ordinal)
            .ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value), StringComparer.Ordinal);
        return said.GetValueOrDefault("src") is { } url && url.StartsWith(PersonalPlaces.Files + "/", StringComparison.Ordinal)
            ? new PictureMark(image.Index, image.Index + image.Length, url, said.GetValueOrDefault("alt") ?? "", Pixels(said.GetValueOrDefault("width")), Pixels(said.GetValueOrDefault("height")))
            : null;
    }

    private static int? Pixels(string? said) => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? pixels : null;

    [GeneratedRegex("<img [^<>]*>", RegexOptions.None, BodyMarks.MostMilliseconds)]
    private static partial Regex Image { get; }

    [GeneratedRegex("(?<name>src|alt|width|height)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, BodyMarks.MostMilliseconds)]
    private static partial Regex Attribute { get; }
}
