using ImageMagick;
using Microsoft.Extensions.Configuration;
using PhuSa.Files.Kinds;
using PhuSa.Platform.Files;

namespace PhuSa.Files.Images;

/// <summary>A picture drawn anew from its pixels: whatever rode along in the file is gone.</summary>
internal sealed class PictureCleaning(IConfiguration configuration)
{
    private const uint JpegQuality = 90;
    private const uint WebPQuality = 88;

    /// <summary>Decoding takes four bytes a pixel; two at a time is what a small server bears.</summary>
    private static readonly SemaphoreSlim Turns = new(2, 2);

    private readonly long _mostPixels = configuration.GetValue("Files:MaxMegapixels", defaultValue: 50L) * 1_000_000;

    /// <param name="from">The picture as it came.</param>
    /// <param name="to">Where the clean one is written.</param>
    /// <returns>What it is now: HEIC and AVIF become JPEG (PNG where something shows through), which every browser and office program opens.</returns>
    public async Task<CleanPicture> CleanAsync(Stream from, FileKind kind, Stream to, CancellationToken cancellationToken)
    {
        await Turns.WaitAsync(cancellationToken);
        try
        {
            Drawing.Begin();
            return await Task.Run(() => Clean(from, kind, to), cancellationToken);
        }
        catch (MagickException)
        {
            throw NotWelcome.Broken();
        }
        finally
        {
            Turns.Release();
        }
    }

    private CleanPicture Clean(Stream from, FileKind kind, Stream to)
    {
        var settings = new MagickReadSettings { Format = Drawing.FormatOf(kind) };
        CheckPixels(from, settings);
        return kind == FileKind.Gif ? CleanFrames(from, settings, to) : CleanOne(from, kind, settings, to);
    }

    /// <summary>Read from the headers, before a pixel is decoded.</summary>
    private void CheckPixels(Stream from, MagickReadSettings settings)
    {
        from.Position = 0;
        long pixels = 0;
        foreach (var frame in MagickImageInfo.ReadCollection(from, settings))
        {
            pixels += (long)frame.Width * frame.Height;
            if (frame.Width > Drawing.LongestSide || frame.Height > Drawing.LongestSide || pixels > _mostPixels)
            {
                throw NotWelcome.TooManyPixels(_mostPixels);
            }
        }
    }

    private static CleanPicture CleanOne(Stream from, FileKind kind, MagickReadSettings settings, Stream to)
    {
        from.Position = 0;
        using var image = new MagickImage(from, settings);
        Drawing.OnlyPixels(image);
        var now = kind is FileKind.Avif or FileKind.Heic ? (ShowsThrough(image) ? FileKind.Png : FileKind.Jpeg) : kind;
        image.Quality = now == FileKind.WebP ? WebPQuality : now == FileKind.Png ? 95 : JpegQuality;
        if (now == FileKind.Jpeg)
        {
            image.Settings.Interlace = Interlace.Jpeg;
        }

        image.Write(to, Drawing.FormatOf(now));
        return new CleanPicture(now, (int)image.Width, (int)image.Height);
    }

    private static CleanPicture CleanFrames(Stream from, MagickReadSettings settings, Stream to)
    {
        from.Position = 0;
        using var frames = new MagickImageCollection(from, settings);
        frames.Coalesce();
        foreach (var frame in frames.Cast<MagickImage>())
        {
            Drawing.OnlyPixels(frame);
        }

        frames.Write(to, MagickFormat.Gif);
        return new CleanPicture(FileKind.Gif, (int)frames[0].Width, (int)frames[0].Height);
    }

    public static bool ShowsThrough(MagickImage image) => image.HasAlpha && !image.IsOpaque;
}

internal sealed record CleanPicture(FileKind Kind, int Width, int Height);
