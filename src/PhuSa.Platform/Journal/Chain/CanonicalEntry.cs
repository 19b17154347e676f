using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PhuSa.Platform.Journal.Chain;

/// <summary>
/// The bytes of an entry that its digest is made of; docs/journal.md describes them for whoever checks the chain with a program of their own.
/// Version 1: one byte 1, then every field as its length (four bytes, big endian, −1 for null) and its bytes.
/// </summary>
internal static class CanonicalEntry
{
    private const byte Version = 1;
    private const int IdLength = 16;

    /// <summary>What stands before the first link and before the first day.</summary>
    public static byte[] Nothing { get; } = new byte[JournalLink.DigestLength];

    /// <returns>SHA-256 of the digest before it and the canonical bytes.</returns>
    public static byte[] Digest(byte[] before, long number, DateTime linkedAt, JournalEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        bytes.Write(before);
        bytes.Write([Version]);
        Number(bytes, number);
        Moment(bytes, linkedAt);
        Id(bytes, entry.Id);
        Moment(bytes, entry.At);
        Text(bytes, entry.By);
        Text(bytes, entry.ByDetail);
        Id(bytes, entry.PersonId);
        Id(bytes, entry.OrganisationId);
        Text(bytes, entry.Address);
        Text(bytes, entry.Kind);
        Id(bytes, entry.RecordId);
        Text(bytes, entry.Title);
        Text(bytes, entry.TitleFolded);
        Text(bytes, entry.Action);
        Text(bytes, entry.From);
        Text(bytes, entry.To);
        Text(bytes, entry.Why);
        Id(bytes, entry.PaperId);
        Text(bytes, entry.Changes);
        return SHA256.HashData(bytes.WrittenSpan);
    }

    public static byte[] Digest(byte[] before, DateOnly day, long first, long last, long count, byte[] lastLink)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        bytes.Write(before);
        bytes.Write([Version]);
        Number(bytes, day.DayNumber);
        Number(bytes, first);
        Number(bytes, last);
        Number(bytes, count);
        Length(bytes, lastLink.Length);
        bytes.Write(lastLink);
        return SHA256.HashData(bytes.WrittenSpan);
    }

    /// <summary>To the microsecond, which is what PostgreSQL keeps: the same digest on either database.</summary>
    public static DateTime Kept(DateTime moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));

    private static void Moment(ArrayBufferWriter<byte> bytes, DateTime utc) => Number(bytes, (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    private static void Number(ArrayBufferWriter<byte> bytes, long number)
    {
        Length(bytes, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), number);
        bytes.Advance(sizeof(long));
    }

    private static void Id(ArrayBufferWriter<byte> bytes, Guid? id)
    {
        if (id is not { } known)
        {
            Length(bytes, -1);
            return;
        }

        Length(bytes, IdLength);
        known.TryWriteBytes(bytes.GetSpan(IdLength), bigEndian: true, out _);
        bytes.Advance(IdLength);
    }

    private static void Text(ArrayBufferWriter<byte> bytes, string? text)
    {
        if (text is null)
        {
            Length(bytes, -1);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Length(bytes, length);
        Encoding.UTF8.GetBytes(text, bytes.GetSpan(length));
        bytes.Advance(length);
    }

    private static void Length(ArrayBufferWriter<byte> bytes, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), length);
        bytes.Advance(sizeof(int));
    }
}
