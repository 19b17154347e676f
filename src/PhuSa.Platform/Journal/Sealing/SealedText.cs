using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PhuSa.Platform.Journal.Sealing;

/// <summary>
/// A text under a person's key: <c>§1.PERSON.DATA</c>, where PERSON is the id in 32 hex digits and DATA base64url of nonce (12 bytes), tag (16) and
/// the AES-256-GCM ciphertext of the UTF-8 text, bound to the person's id. Without DATA the key was destroyed before the text was written.
/// </summary>
internal static class SealedText
{
    public const int KeyLength = 32;
    private const string Mark = "§1.";
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int IdLength = 32;
    private const int MostBytesOfLetter = 3;

    public static bool Is(string text) => text.StartsWith(Mark, StringComparison.Ordinal) && text.Length > Mark.Length + IdLength && text[Mark.Length + IdLength] == '.';

    /// <summary>How long a column must be that holds texts of this length sealed.</summary>
    public static int LengthFor(int letters) => Mark.Length + IdLength + 1 + Base64Url.GetEncodedLength(NonceLength + TagLength + (letters * MostBytesOfLetter));

    /// <param name="key">Null: the person's key is destroyed, and so is the text from the beginning.</param>
    public static string Seal(string text, Guid person, byte[]? key)
    {
        var head = $"{Mark}{person:N}.";
        if (key is null)
        {
            return head;
        }

        var plain = Encoding.UTF8.GetBytes(text);
        var data = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(data.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(data.AsSpan(0, NonceLength), plain, data.AsSpan(NonceLength + TagLength), data.AsSpan(NonceLength, TagLength), person.ToByteArray(bigEndian: true));
        return head + Base64Url.EncodeToString(data);
    }

    /// <returns>Whose text it is; null where the text is not a sealed one.</returns>
    public static Guid? Person(string text) =>
        Is(text) && Guid.TryParseExact(text.AsSpan(Mark.Length, IdLength), "N", out var person) ? person : null;

    /// <returns>Null where this key does not open it.</returns>
    public static string? Open(string text, byte[]? key)
    {
        if (key is null || Person(text) is not { } person)
        {
            return null;
        }

        try
        {
            var data = Base64Url.DecodeFromChars(text.AsSpan(Mark.Length + IdLength + 1));
            if (data.Length < NonceLength + TagLength)
            {
                return null;
            }

            var plain = new byte[data.Length - NonceLength - TagLength];
            using var cipher = new AesGcm(key, TagLength);
            cipher.Decrypt(data.AsSpan(0, NonceLength), data.AsSpan(NonceLength + TagLength), data.AsSpan(NonceLength, TagLength), plain, person.ToByteArray(bigEndian: true));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
