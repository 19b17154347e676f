using System.Runtime.InteropServices;

namespace PhuSa.Portal.Visits;

/// <summary>A number in mapped memory: what was counted, what the fold under way takes, what the database already has.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Meter
{
    public long Now;
    public long Claimed;
    public long Folded;

    public readonly long Unfolded => Volatile.Read(in Now) - Folded;

    public readonly long Taken => Claimed - Folded;

    public void Claim() => Claimed = Volatile.Read(in Now);

    public void Settle() => Folded = Claimed;
}

/// <summary>The beginning of a counter file.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FileHeader
{
    public long Mark;
    public Guid Epoch;
    public int Day;
    public int Sites;
    public int Pages;
    public int Browsers;
    public long TextUsed;

    /// <summary>Number of the fold whose claims are complete in the file.</summary>
    public long Claimed;

    /// <summary>Number of the last fold known to be in the database.</summary>
    public long Folded;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SiteRecord
{
    public const int CodeMaxLength = 72;

    public Meter Visits;
    public Meter Views;
    public int CodeLength;
    private readonly int _filler;
    public fixed byte Code[CodeMaxLength];
}

[StructLayout(LayoutKind.Sequential)]
internal struct PageRecord
{
    public Meter Views;
    public int Site;
    public int TextLength;
    public long TextAt;
}

/// <summary>One browser on one site. Second of the day last seen (plus one) in the upper half, site and flags below.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BrowserRecord
{
    public ulong Hash;
    public long Word;
}
