using System.Buffers.Binary;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>CRC-32 of gzip (RFC 1952): of a few bytes, and of two joined texts from the sums of both.</summary>
internal static class Crc
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Shift((uint)i))];

    /// <summary>The sum of a text of which <paramref name="crc"/> is the beginning's sum and <paramref name="more"/> the rest.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> more)
    {
        crc = ~crc;
        foreach (var b in more)
        {
            crc = Table[(crc ^ b) & 0xff] ^ (crc >> 8);
        }

        return ~crc;
    }

    /// <summary>The sum of two texts joined; <paramref name="power"/> is <see cref="Power"/> of the second one's length.</summary>
    public static uint Join(uint first, uint second, uint power) => Multiply(power, first) ^ second;

    /// <summary>x to the 8 × length, modulo the polynomial.</summary>
    public static uint Power(long length)
    {
        var power = 0x80000000u;
        var square = 0x00800000u;
        for (; length > 0; length >>= 1)
        {
            power = (length & 1) == 1 ? Multiply(square, power) : power;
            square = Multiply(square, square);
        }

        return power;
    }

    /// <summary>The sum that a gzip stream carries at its end.</summary>
    public static uint OfStream(ReadOnlySpan<byte> gzip) => BinaryPrimitives.ReadUInt32LittleEndian(gzip[^8..]);

    /// <summary>Product of two polynomials over GF(2), highest power in the lowest bit.</summary>
    private static uint Multiply(uint a, uint b)
    {
        var product = 0u;
        for (var bit = 0x80000000u; bit != 0; bit >>= 1)
        {
            product ^= (a & bit) != 0 ? b : 0;
            b = (b >> 1) ^ ((b & 1) != 0 ? Polynomial : 0);
        }

        return product;
    }

    private static uint Shift(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value >> 1) ^ ((value & 1) != 0 ? Polynomial : 0);
        }

        return value;
    }
}
