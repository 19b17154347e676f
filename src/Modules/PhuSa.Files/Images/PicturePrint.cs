using ImageMagick;
using PhuSa.Platform.Files;

namespace PhuSa.Files.Images;

/// <summary>A kept picture as papers take it: PNG, opaque, no larger than asked.</summary>
internal static class PicturePrint
{
    public static byte[] Of(Stream content, FileKind kind, int longest)
    {
        Drawing.Begin();
        using var image = new MagickImage(content, Drawing.FormatOf(kind));
        Drawing.OnlyPixels(image);
        image.BackgroundColor = MagickColors.White;
        image.Alpha(AlphaAction.Remove);
        if (Math.Max(image.Width, image.Height) > longest)
        {
            image.Resize((uint)longest, (uint)longest);
        }

        (image.Format, image.ColorType) = (MagickFormat.Png, ColorType.TrueColor);
        return image.ToByteArray();
    }
}
