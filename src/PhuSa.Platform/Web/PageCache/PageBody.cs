using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Pipelines;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>The bytes of a page in one encoding, with room for its numbers.</summary>
internal abstract class PageBody(PageParts parts)
{
    private readonly PageNumber[] _numbers = [.. parts.Numbers];

    /// <summary>Where its numbers stand, counted in the text without them.</summary>
    public int[] Places { get; } = PlacesIn(parts);

    protected ReadOnlySpan<PageNumber> Numbers => _numbers;

    /// <summary>Bytes held in memory.</summary>
    public abstract int Size { get; }

    public abstract bool IsGzip { get; }

    public static PageBody Make(PageParts parts, bool gzip, CompressionLevel level) => gzip ? new GzipPage(parts, level) : new PlainPage(parts);

    /// <summary>How long the answer with these numbers is.</summary>
    public abstract int LengthWith(in PageReading reading);

    public abstract void Write(IBufferWriter<byte> to, in PageReading reading);

    private static int[] PlacesIn(PageParts parts)
    {
        var places = new int[parts.Numbers.Count];
        for (var (i, at) = (0, 0); i < places.Length; i++)
        {
            places[i] = at += parts.Fixed[i].Length;
        }

        return places;
    }
}

/// <summary>As rendered; holds the memory that its parts were cut from.</summary>
internal sealed class PlainPage(PageParts parts) : PageBody(parts)
{
    private readonly ReadOnlyMemory<byte>[] _fixed = [.. parts.Fixed];

    public override int Size { get; } = parts.Fixed.Sum(part => part.Length);

    public override bool IsGzip => false;

    public override int LengthWith(in PageReading reading)
    {
        var length = Size;
        foreach (var number in Numbers)
        {
            length += PrintedNumber.Length(reading.Of(number));
        }

        return length;
    }

    public override void Write(IBufferWriter<byte> to, in PageReading reading)
    {
        to.Write(_fixed[0].Span);
        for (var i = 0; i < Numbers.Length; i++)
        {
            to.Advance(PrintedNumber.Write(reading.Of(Numbers[i]), to.GetSpan(PrintedNumber.MaxLength)));
            to.Write(_fixed[i + 1].Span);
        }
    }
}

/// <summary>
/// One valid gzip stream put together at each answer (RFC 1951 and 1952): every fixed part was compressed once and ends on a byte,
/// a number goes in between as a stored block, and the check sum is joined from the parts' sums. So a live number costs no compression.
/// </summary>
internal sealed class GzipPage : PageBody
{
    private const int StoredHead = 5;
    private const int Trailer = 8;
    private static readonly byte[] Header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

    /// <summary>An empty last block with fixed codes.</summary>
    private static readonly byte[] Nothing = [0x03, 0x00];

    private readonly Part[] _parts;
    private readonly int _plainLength;

    public GzipPage(PageParts parts, CompressionLevel level)
        : base(parts)
    {
        _parts = [.. parts.Fixed.Select((part, i) => Compress(part.Span, level, first: i == 0, last: i == parts.Fixed.Count - 1))];
        _plainLength = parts.Fixed.Sum(part => part.Length);
        Size = _parts.Sum(part => part.Bytes.Length);
    }

    public override int Size { get; }

    public override bool IsGzip => true;

    public override int LengthWith(in PageReading reading)
    {
        var length = Size + Trailer;
        foreach (var number in Numbers)
        {
            length += StoredHead + PrintedNumber.Length(reading.Of(number));
        }

        return length;
    }

    public override void Write(IBufferWriter<byte> to, in PageReading reading)
    {
        to.Write(_parts[0].Bytes);
        var crc = _parts[0].Crc;
        var length = _plainLength;
        for (var i = 0; i < Numbers.Length; i++)
        {
            var block = to.GetSpan(StoredHead + PrintedNumber.MaxLength);
            var digits = PrintedNumber.Write(reading.Of(Numbers[i]), block[StoredHead..]);
            block[0] = 0;
            BinaryPrimitives.WriteUInt16LittleEndian(block[1..], (ushort)digits);
            BinaryPrimitives.WriteUInt16LittleEndian(block[3..], (ushort)(ushort.MaxValue - digits));
            crc = Crc.Append(crc, block.Slice(StoredHead, digits));
            to.Advance(StoredHead + digits);
            length += digits;

            ref readonly var part = ref _parts[i + 1];
            to.Write(part.Bytes);
            crc = Crc.Join(crc, part.Crc, part.Power);
        }

        var trailer = to.GetSpan(Trailer);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)length);
        to.Advance(Trailer);
    }

    private static Part Compress(ReadOnlySpan<byte> text, CompressionLevel level, bool first, bool last)
    {
        var head = first ? Header : [];
        if (text.IsEmpty)
        {
            return new Part([.. head, .. last ? Nothing : []], 0, Crc.Power(0));
        }

        using var stream = new MemoryStream();
        using var gzip = new GZipStream(stream, level, leaveOpen: true);
        gzip.Write(text);
        gzip.Flush();
        var flushed = (int)stream.Length;
        gzip.Dispose();
        var whole = stream.GetBuffer().AsSpan(0, (int)stream.Length);
        var blocks = last ? whole[Header.Length..^Trailer] : whole[Header.Length..flushed];
        return new Part([.. head, .. blocks], Crc.OfStream(whole), Crc.Power(text.Length));
    }

    private readonly record struct Part(byte[] Bytes, uint Crc, uint Power);
}
