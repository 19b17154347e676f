using System.Security.Cryptography;
using System.Text;
using PhuSa.Platform.Journal;

namespace PhuSa.Tests.Journal;

/// <summary>docs/journal.md turned into code a second time: what somebody with the database and the document would write.</summary>
internal static class Documented
{
    public static byte[] Digest(byte[] before, long number, DateTime linkedAt, JournalEntry e)
    {
        object?[] fields =
        [
            number, linkedAt, e.Id, e.At, e.By, e.ByDetail, e.PersonId, e.OrganisationId, e.Address, e.Kind, e.RecordId,
            e.Title, e.TitleFolded, e.Action, e.From, e.To, e.Why, e.PaperId, e.Changes,
        ];
        return SHA256.HashData([.. before, 1, .. fields.SelectMany(Field)]);
    }

    private static byte[] Field(object? value)
    {
        byte[]? bytes = value switch
        {
            null => null,
            long number => BigEndian(BitConverter.GetBytes(number)),
            DateTime at => BigEndian(BitConverter.GetBytes((at - DateTime.UnixEpoch).Ticks / 10)),
            Guid id => Convert.FromHexString(id.ToString("N")),
            string text => Encoding.UTF8.GetBytes(text),
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };
        return [.. BigEndian(BitConverter.GetBytes(bytes?.Length ?? -1)), .. bytes ?? []];
    }

    private static byte[] BigEndian(byte[] bytes)
    {
        Array.Reverse(bytes);
        return bytes;
    }
}
