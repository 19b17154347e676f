using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ImageMagick;
using PhuSa.Files.Images;

namespace PhuSa.Tests.Files;

/// <summary>Files as people send them, made anew for each test: nothing binary lies in the repository.</summary>
internal static class Samples
{
    public const string Secret = "10 Nguyễn Huệ, toạ độ nhà riêng";

    public static byte[] Picture(MagickFormat format, uint width = 64, uint height = 48, Action<MagickImage>? prepare = null)
    {
        Drawing.Begin();
        using var image = new MagickImage(MagickColors.SteelBlue, width, height);
        image.GetPixels().SetArea(0, 0, width / 2, height / 2, [.. Enumerable.Range(0, (int)(width / 2 * (height / 2) * 3)).Select(n => (byte)(n % 251))]);
        prepare?.Invoke(image);
        return image.ToByteArray(format);
    }

    /// <summary>A photograph as a phone makes it: turned, with the place and a thumbnail's worth of words in it.</summary>
    public static byte[] Photograph(uint width = 64, uint height = 48) => Picture(MagickFormat.Jpeg, width, height, image =>
    {
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.GPSLatitude, [new Rational(10), new Rational(22), new Rational(30)]);
        exif.SetValue(ExifTag.GPSLongitude, [new Rational(105), new Rational(26), new Rational(7)]);
        exif.SetValue(ExifTag.Make, "PhoneMaker");
        exif.SetValue(ExifTag.Orientation, (ushort)6);
        image.SetProfile(exif);
        image.Orientation = Orientation.RightTop;
        image.SetProfile(new XmpProfile(Encoding.UTF8.GetBytes($"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{Secret}</x:xmpmeta>")));
        image.SetAttribute("comment", Secret);
    });

    public static byte[] Animated()
    {
        Drawing.Begin();
        using var frames = new MagickImageCollection { new MagickImage(MagickColors.Red, 20, 20), new MagickImage(MagickColors.Blue, 20, 20) };
        return frames.ToByteArray(MagickFormat.Gif);
    }

    /// <summary>HEIC cannot be written here; an AVIF under HEIC's brand is read by the same library.</summary>
    public static byte[] Heic()
    {
        var bytes = Picture(MagickFormat.Avif);
        for (var at = 8; at < bytes[3]; at += 4)
        {
            if (bytes.AsSpan(at, 4).SequenceEqual("avif"u8))
            {
                "heic"u8.CopyTo(bytes.AsSpan(at));
            }
        }

        return bytes;
    }

    /// <summary>A picture whose header promises what its few bytes cannot hold.</summary>
    public static byte[] PixelBomb()
    {
        var png = Picture(MagickFormat.Png);
        // Width and height of the header, then its checksum.
        byte[] size = [0, 0, 0x3E, 0x80, 0, 0, 0x3E, 0x80];
        size.CopyTo(png.AsSpan(16));
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    public static byte[] Pdf(string after = "\n") => Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF" + after);

    public static byte[] Word(params (string Name, string Content)[] more) => Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document xmlns:w='w'/>"), .. more]);

    public static byte[] Excel(params (string Name, string Content)[] more) => Zip([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"), .. more]);

    public static byte[] Zip(params (string Name, string Content)[] parts) => ZipOf([.. parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Content)))]);

    public static byte[] ZipOf(params (string Name, byte[] Content)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
