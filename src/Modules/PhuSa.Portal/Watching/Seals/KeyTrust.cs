using System.Security.Cryptography;
using System.Text;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>A public key as the product gives it out.</summary>
/// <param name="Spki">Base64 of the SubjectPublicKeyInfo.</param>
/// <param name="Endorsement">Signature of the key before it; null for the first.</param>
internal sealed record PublicKeyFact(Guid Id, int Number, string Spki, string? Endorsement);

/// <summary>Which keys are believed: the one that is known, and each that a believed one has signed.</summary>
internal sealed class KeyTrust
{
    private readonly Dictionary<Guid, string> _believed = [];

    private KeyTrust()
    {
    }

    /// <summary>The newest believed key, to be remembered.</summary>
    public string? Newest { get; private set; }

    public static string Endorsed(string spki) => $"phusa-key 1\n{spki}";

    /// <param name="known">Base64 of the key that is known; null: the first that is shown is believed.</param>
    public static KeyTrust Of(IEnumerable<PublicKeyFact> shown, string? known)
    {
        var trust = new KeyTrust();
        PublicKeyFact? before = null;
        foreach (var key in shown.OfType<PublicKeyFact>().Where(key => key.Spki is not null).OrderBy(key => key.Number))
        {
            var follows = before is not null && key.Endorsement is { } endorsement && Fits(before.Spki, Encoding.UTF8.GetBytes(Endorsed(key.Spki)), endorsement);
            if (key.Spki == known || (known is null && trust.Newest is null) || (follows && trust.IsBelieved(before!)))
            {
                trust._believed[key.Id] = key.Spki;
                trust.Newest = key.Spki;
            }

            before = key;
        }

        return trust;
    }

    /// <summary>Keys older than the known one are believed for old seals, which the known key's own list still links.</summary>
    public bool Believes(Guid keyId, byte[] signed, string signature) => _believed.TryGetValue(keyId, out var spki) && Fits(spki, signed, signature);

    public bool Knows(Guid keyId) => _believed.ContainsKey(keyId);

    /// <summary>That very key: another one may be shown under the name of a believed one.</summary>
    private bool IsBelieved(PublicKeyFact key) => _believed.GetValueOrDefault(key.Id) == key.Spki;

    /// <summary>What was shown may be anything, also nothing.</summary>
    private static bool Fits(string? spki, byte[]? signed, string? signature)
    {
        if (spki is null || signed is null || signature is null)
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(spki), out _);
            return key.VerifyData(signed, Convert.FromBase64String(signature), HashAlgorithmName.SHA256);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
