using System.Buffers.Binary;
using System.Text;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;

namespace PhuSa.Files.Kinds;

/// <summary>Tells from the bytes alone what a file is, and refuses what only pretends to be it.</summary>
internal static class ContentLook
{
    private const int HeadLength = 64;

    private static ReadOnlySpan<byte> PngHead => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Null: none of the kinds that are ever taken in.</returns>
    /// <exception cref="RefusedException">It is one of them and dangerous or broken, or it is markup.</exception>
    public static async Task<FileKind?> KindAsync(Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        content.Position = 0;
        var length = await content.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        if (length == 0)
        {
            throw NotWelcome.Empty();
        }

        return Picture(head.AsSpan(0, length)) ?? (head.AsSpan(0, length) switch
        {
            var h when h.StartsWith("%PDF-"u8) => await PdfLook.CheckAsync(content, cancellationToken),
            var h when h.StartsWith("PK\x03\x04"u8) => await ZipLook.CheckAsync(content, cancellationToken),
            _ => await TextLook.CheckAsync(content, cancellationToken),
        });
    }

    private static FileKind? Picture(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith(PngHead) => FileKind.Png,
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => FileKind.Gif,
        _ when head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) => FileKind.WebP,
        _ when head.Length >= 16 && head[4..].StartsWith("ftyp"u8) => Boxed(head),
        _ => null,
    };

    /// <summary>AVIF and HEIC name their brands in the first box.</summary>
    private static FileKind? Boxed(ReadOnlySpan<byte> head)
    {
        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        var brands = new List<string>();
        for (var at = 8; at + 4 <= end; at += 4)
        {
            // Four bytes after the main brand are its version.
            if (at != 12)
            {
                brands.Add(Encoding.Latin1.GetString(head.Slice(at, 4)));
            }
        }

        return brands.Exists(b => b is "avif" or "avis") ? FileKind.Avif
            : brands.Exists(b => b is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx") ? FileKind.Heic
            : null;
    }
}
