using ImageMagick;
using PhuSa.Files.Keeping;
using PhuSa.Files.Store;
using PhuSa.Platform.Files;

namespace PhuSa.Files.Images;

/// <summary>The smaller sizes of one picture: AVIF and WebP, and JPEG or PNG for browsers that read neither.</summary>
internal sealed class VariantMaking(IContentStore store, IncomingFolder incoming, TimeProvider clock)
{
    public static readonly IReadOnlyList<int> Widths = [320, 640, 1280];

    public async Task<IReadOnlyList<KeptVariant>> MakeAsync(KeptContent content, CancellationToken cancellationToken)
    {
        Drawing.Begin();
        using var image = await ReadAsync(content, cancellationToken);
        var fallback = PictureCleaning.ShowsThrough(image) ? FileKind.Png : FileKind.Jpeg;
        var made = new List<KeptVariant>();

        // From large to small, each from the one before: one decode, and every resize has less to do.
        foreach (var width in WidthsOf((int)image.Width).OrderDescending())
        {
            cancellationToken.ThrowIfCancellationRequested();
            image.Resize((uint)width, height: 0);
            foreach (var kind in (FileKind[])[FileKind.Avif, FileKind.WebP, fallback])
            {
                made.Add(await WriteAsync(content, image, width, kind, cancellationToken));
            }
        }

        return made;
    }

    /// <summary>Never larger than the picture is; a small picture has one size, its own.</summary>
    public static IEnumerable<int> WidthsOf(int width) => width <= Widths[0] ? [width] : Widths.Where(w => w < width);

    private async Task<MagickImage> ReadAsync(KeptContent content, CancellationToken cancellationToken)
    {
        await using var stream = await store.OpenAsync(content.Sha256, content.Bytes, cancellationToken);
        var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellationToken);
        memory.Position = 0;
        return new MagickImage(memory, new MagickReadSettings { Format = Drawing.FormatOf(content.Kind) });
    }

    private async Task<KeptVariant> WriteAsync(KeptContent content, MagickImage image, int width, FileKind kind, CancellationToken cancellationToken)
    {
        using var copy = (MagickImage)image.Clone();
        copy.Quality = kind switch { FileKind.Avif => 52u, FileKind.WebP => 76u, FileKind.Jpeg => 80u, _ => 95u };
        copy.Settings.SetDefine(MagickFormat.Heic, "speed", "6");
        await using var temporary = incoming.New();
        copy.Write(temporary.Stream, Drawing.FormatOf(kind));
        var variant = new KeptVariant(Guid.CreateVersion7(clock.GetUtcNow()), content.Sha256, width, kind, temporary.Stream.Length);
        await store.PutAsync(StoreKeys.OfVariant(content.Sha256, variant.Name), temporary, cancellationToken);
        return variant;
    }
}
