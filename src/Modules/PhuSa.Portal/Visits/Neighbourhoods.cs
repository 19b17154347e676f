using System.Net;
using System.Numerics;

namespace PhuSa.Portal.Visits;

/// <summary>
/// From how many network neighbourhoods one page was read on one day: a field of bits, of which each neighbourhood sets one that the day's salt chooses.
/// Many neighbourhoods share each bit, and the salt is gone with its day, so nothing of any reader can be read from it.
/// </summary>
internal sealed class Neighbourhoods(string key)
{
    public const int Length = Bits / 8;
    private const int Bits = 4096;
    private const int WordBits = 64;

    private readonly long[] _words = new long[Bits / WordBits];
    private int _changes;
    private int _told;

    public string Key => key;

    /// <summary>Whether a bit was set that the database was not told of.</summary>
    public bool IsNew => Volatile.Read(ref _changes) != _told;

    public static int CountOf(byte[] field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var free = Bits - field.Sum(part => BitOperations.PopCount(part));
        return free == 0 ? Bits : (int)Math.Round(Bits * Math.Log((double)Bits / free));
    }

    /// <summary>Without lock or I/O: a look where the bit is set already, one atomic write where it is not.</summary>
    public void See(ReadOnlySpan<byte> salt, IPAddress? address)
    {
        var bit = (int)(BrowserHash.OfNeighbourhood(salt, address) % Bits);
        ref var word = ref _words[bit / WordBits];
        var mask = 1L << (bit % WordBits);
        if ((Volatile.Read(ref word) & mask) == 0 && (Interlocked.Or(ref word, mask) & mask) == 0)
        {
            Interlocked.Increment(ref _changes);
        }
    }

    /// <returns>The bits, and the mark with which <see cref="Told"/> says that the database has them.</returns>
    public (byte[] Field, int Mark) Read()
    {
        var mark = Volatile.Read(ref _changes);
        var field = new byte[Length];
        Buffer.BlockCopy(_words, 0, field, 0, Length);
        return (field, mark);
    }

    public void Told(int mark) => _told = mark;
}
