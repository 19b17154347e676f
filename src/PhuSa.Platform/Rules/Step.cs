using System.Buffers.Binary;

namespace PhuSa.Platform.Rules;

/// <summary>Who moved a record, when (UTC), from where to where, why and by which paper. Written once, never changed.</summary>
public sealed class Step
{
    public const int WordMaxLength = 40;
    public const int WhyMaxLength = 2000;

    private Step()
    {
    }

    /// <param name="before">The record's earlier steps: ids grow with the steps, also of two in one millisecond, so that the order of a day can be read from them.</param>
    public Step(string action, string? from, string to, Actor by, DateTime at, string? why, Guid? paperId, IReadOnlyList<Step>? before = null)
    {
        Id = NextId(before ?? [], new DateTimeOffset(at));
        Action = action;
        From = from;
        To = to;
        By = by.Name;
        ByDetail = by.Detail;
        At = at;
        Why = why;
        PaperId = paperId;
    }

    public Guid Id { get; private init; }

    public string Action { get; private init; } = "";

    /// <summary>Null on the first step: the record came into being.</summary>
    public string? From { get; private init; }

    public string To { get; private init; } = "";

    public string By { get; private init; } = "";

    public string? ByDetail { get; private init; }

    public DateTime At { get; private init; }

    public string? Why { get; private init; }

    public Guid? PaperId { get; private init; }

    private static Guid NextId(IReadOnlyList<Step> before, DateTimeOffset at)
    {
        var latest = before.Count == 0 ? long.MinValue : before.Max(step => MillisecondsOf(step.Id));
        return Guid.CreateVersion7(latest < at.ToUnixTimeMilliseconds() ? at : DateTimeOffset.FromUnixTimeMilliseconds(latest + 1));
    }

    /// <summary>The first 48 bits of a version 7 id (RFC 9562).</summary>
    private static long MillisecondsOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
    }
}
