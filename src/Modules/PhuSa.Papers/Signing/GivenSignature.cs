using System.Security.Cryptography;

namespace PhuSa.Papers.Signing;

/// <summary>
/// An RSA key that lies elsewhere, as the maker of a CMS sees it: it says which digest is to be signed, and answers with the signature that was given
/// for it. A signature is thus made twice over, first to learn the digest, then with what came back.
/// </summary>
/// <param name="key">Its public half.</param>
/// <param name="signature">Null while there is none: as many zeros are answered.</param>
internal sealed class GivenSignature(RSA key, byte[]? signature) : RSA
{
    public byte[]? Asked { get; private set; }

    public override int KeySize => key.KeySize;

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        Asked = hash;
        return signature ?? new byte[KeySize / 8];
    }

    public override RSAParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("The private key lies at the signing service.") : key.ExportParameters(includePrivateParameters: false);

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();
}
