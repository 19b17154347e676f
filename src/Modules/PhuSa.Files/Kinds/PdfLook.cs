using System.Buffers;
using System.Buffers.Binary;
using PhuSa.Platform.Files;

namespace PhuSa.Files.Kinds;

/// <summary>A PDF begins at its first byte and ends with its last mark: nothing else rides along.</summary>
internal static class PdfLook
{
    /// <summary>A ZIP's closing record with the longest comment.</summary>
    private const int TailLength = 65_535 + ZipEnd;
    private const int ZipEnd = 22;

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n\f\0"u8);

    public static async Task<FileKind?> CheckAsync(Stream content, CancellationToken cancellationToken)
    {
        var tail = new byte[(int)Math.Min(TailLength, content.Length)];
        content.Position = content.Length - tail.Length;
        await content.ReadExactlyAsync(tail, cancellationToken);
        content.Position = 0;

        var end = tail.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0)
        {
            throw NotWelcome.Broken();
        }

        if (tail.AsSpan(end + "%%EOF".Length).ContainsAnyExcept(Blank) || EndsAsZip(tail))
        {
            throw NotWelcome.Trailing();
        }

        return FileKind.Pdf;
    }

    /// <summary>The mark of a PDF may hide in a ZIP's comment.</summary>
    private static bool EndsAsZip(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.LastIndexOf("PK\x05\x06"u8); at >= 0; at = tail[..at].LastIndexOf("PK\x05\x06"u8))
        {
            var comment = at + ZipEnd;
            if (comment <= tail.Length && BinaryPrimitives.ReadUInt16LittleEndian(tail[(comment - 2)..]) >= tail.Length - comment)
            {
                return true;
            }
        }

        return false;
    }
}
