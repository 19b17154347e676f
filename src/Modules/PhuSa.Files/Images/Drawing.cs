using ImageMagick;
using ImageMagick.Configuration;
using PhuSa.Platform.Files;

namespace PhuSa.Files.Images;

/// <summary>ImageMagick, held short: six formats and nothing else, no outside programs, no disk, and a limit on everything it may ask for.</summary>
internal static class Drawing
{
    public const int LongestSide = 16_384;
    private const ulong Megabyte = 1024 * 1024;

    /// <summary>XC is a plain surface of one colour.</summary>
    private const string Policy = """
        <?xml version="1.0" encoding="UTF-8"?>
        <policymap>
          <policy domain="delegate" rights="none" pattern="*"/>
          <policy domain="path" rights="none" pattern="@*"/>
          <policy domain="coder" rights="none" pattern="*"/>
          <policy domain="coder" rights="read | write" pattern="{JPEG,JPG,PNG,WEBP,GIF,AVIF,HEIC,XC}"/>
        </policymap>
        """;

    private static readonly Lazy<bool> Ready = new(Prepare);

    /// <summary>To be called before anything else of ImageMagick: it reads its policy once.</summary>
    public static void Begin() => _ = Ready.Value;

    public static MagickFormat FormatOf(FileKind kind) => kind switch
    {
        FileKind.Jpeg => MagickFormat.Jpeg,
        FileKind.Png => MagickFormat.Png,
        FileKind.WebP => MagickFormat.WebP,
        FileKind.Gif => MagickFormat.Gif,
        FileKind.Avif => MagickFormat.Avif,
        FileKind.Heic => MagickFormat.Heic,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Pixels in sRGB, upright, with nothing beside them: no EXIF, no place, no comment, no thumbnail of what was cut away.</summary>
    public static void OnlyPixels(MagickImage image)
    {
        image.AutoOrient();
        if (image.GetColorProfile() is not null || image.ColorSpace is ColorSpace.CMYK)
        {
            _ = image.TransformColorSpace(ColorProfiles.SRGB);
        }

        image.Strip();
        foreach (var name in image.AttributeNames.ToList())
        {
            image.RemoveAttribute(name);
        }
    }

    private static bool Prepare()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"phusa-hinh-{Environment.ProcessId}");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var files = ConfigurationFiles.Default;
        files.Policy.Data = Policy;
        Directory.CreateDirectory(folder);
        MagickNET.Initialize(files, folder);
        ResourceLimits.Width = LongestSide;
        ResourceLimits.Height = LongestSide;
        ResourceLimits.Disk = 0;
        ResourceLimits.Memory = 1024 * Megabyte;
        ResourceLimits.MaxMemoryRequest = 512 * Megabyte;
        ResourceLimits.MaxProfileSize = 16 * Megabyte;
        ResourceLimits.ListLength = 500;

        // The first picture makes it read its policy; the folder has served.
        using (new MagickImage(MagickColors.White, 1, 1))
        {
            Directory.Delete(folder, recursive: true);
        }

        return true;
    }
}
