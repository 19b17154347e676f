using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PhuSa.Portal.Visits;

/// <summary>
/// A browser as the counter knows it: SipHash-2-4 of address and user agent under the day's salt. Without the salt, which is deleted
/// after its day, nobody can go back from the number to the address, nor follow a browser into the next day.
/// </summary>
internal static class BrowserHash
{
    public const int SaltLength = 16;
    private const int AddressLength = 16;
    private const int FourPrefix = 12;
    private const int FourNetwork = 2;
    private const int SixNetwork = 4;

    /// <summary>Of the network around an address: IPv4 /16, IPv6 /32. Thousands of readers share one.</summary>
    public static ulong OfNeighbourhood(ReadOnlySpan<byte> salt, IPAddress? address)
    {
        Span<byte> from = stackalloc byte[AddressLength];
        Write(address, from);
        from[(IsFour(from) ? FourPrefix + FourNetwork : SixNetwork)..].Clear();
        var sip = new Sip(salt);
        sip.Add(from);
        sip.AddLast([], AddressLength);
        return sip.Value();
    }

    public static ulong Of(ReadOnlySpan<byte> salt, IPAddress? address, string userAgent)
    {
        Span<byte> from = stackalloc byte[AddressLength];
        Write(address, from);
        var sip = new Sip(salt);
        sip.Add(from);
        sip.AddLast(MemoryMarshal.AsBytes(userAgent.AsSpan()), AddressLength);
        var hash = sip.Value();
        return hash == 0 ? 1 : hash;
    }

    private static bool IsFour(ReadOnlySpan<byte> address) => address[10] == 0xff && address[11] == 0xff && !address[..10].ContainsAnyExcept((byte)0);

    private static void Write(IPAddress? address, Span<byte> from)
    {
        from.Clear();
        if (address is not null)
        {
            // A dual socket writes an IPv4 reader as ::ffff:a.b.c.d; a proxy's header does not.
            if (address.AddressFamily == AddressFamily.InterNetwork)
            {
                from[10] = from[11] = 0xff;
                address.TryWriteBytes(from[12..], out _);
            }
            else
            {
                address.TryWriteBytes(from, out _);
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Sip
    {
        private ulong _v0;
        private ulong _v1;
        private ulong _v2;
        private ulong _v3;

        public Sip(ReadOnlySpan<byte> key)
        {
            var k0 = BinaryPrimitives.ReadUInt64LittleEndian(key);
            var k1 = BinaryPrimitives.ReadUInt64LittleEndian(key[8..]);
            _v0 = k0 ^ 0x736f6d6570736575;
            _v1 = k1 ^ 0x646f72616e646f6d;
            _v2 = k0 ^ 0x6c7967656e657261;
            _v3 = k1 ^ 0x7465646279746573;
        }

        /// <summary>Whole words only.</summary>
        public void Add(ReadOnlySpan<byte> text)
        {
            for (; text.Length >= 8; text = text[8..])
            {
                AddWord(BinaryPrimitives.ReadUInt64LittleEndian(text));
            }
        }

        public void AddLast(ReadOnlySpan<byte> text, int before)
        {
            Add(text);
            var last = (ulong)(byte)((text.Length + before) & 0xff) << 56;
            var rest = text[(text.Length & ~7)..];
            for (var i = 0; i < rest.Length; i++)
            {
                last |= (ulong)rest[i] << (8 * i);
            }

            AddWord(last);
        }

        public ulong Value()
        {
            _v2 ^= 0xff;
            Round();
            Round();
            Round();
            Round();
            return _v0 ^ _v1 ^ _v2 ^ _v3;
        }

        private void AddWord(ulong word)
        {
            _v3 ^= word;
            Round();
            Round();
            _v0 ^= word;
        }

        private void Round()
        {
            unchecked
            {
                _v0 += _v1;
                _v1 = BitOperations.RotateLeft(_v1, 13) ^ _v0;
                _v0 = BitOperations.RotateLeft(_v0, 32);
                _v2 += _v3;
                _v3 = BitOperations.RotateLeft(_v3, 16) ^ _v2;
                _v0 += _v3;
                _v3 = BitOperations.RotateLeft(_v3, 21) ^ _v0;
                _v2 += _v1;
                _v1 = BitOperations.RotateLeft(_v1, 17) ^ _v2;
                _v2 = BitOperations.RotateLeft(_v2, 32);
            }
        }
    }
}
