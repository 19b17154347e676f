using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PhuSa.Tests.Identity;

/// <summary>A passkey in software (ES256, no attestation), which can also do what a true one never does: lie about where it was asked.</summary>
internal sealed class SoftwareKey : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte HasKey = 0x40;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _user = "";

    public string Origin { get; set; } = "http://khcn.localhost";

    public string Domain { get; set; } = "khcn.localhost";

    public uint Count { get; set; }

    /// <summary>The finger or the face was seen.</summary>
    public bool SawTheOwner { get; set; } = true;

    public string Create(string question)
    {
        var asked = JsonNode.Parse(question)!;
        _user = asked["user"]!["id"]!.GetValue<string>();
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        // COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Head(HasKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose];
        byte[] attestation =
        [
            0xA3,
            0x63, .. "fmt"u8, 0x64, .. "none"u8,
            0x67, .. "attStmt"u8, 0xA0,
            0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data,
        ];
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Encoded(ClientData("webauthn.create", asked)),
            ["attestationObject"] = Encoded(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    public string Get(string question)
    {
        Count++;
        var client = ClientData("webauthn.get", JsonNode.Parse(question)!);
        var data = Head(0);
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Encoded(client),
            ["authenticatorData"] = Encoded(data),
            ["signature"] = Encoded(_key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = _user,
        });
    }

    public void Dispose() => _key.Dispose();

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Encoded(_id),
        ["rawId"] = Encoded(_id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private byte[] ClientData(string type, JsonNode question) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = question["challenge"]!.GetValue<string>(), origin = Origin, crossOrigin = false });

    private byte[] Head(byte flags)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(Present | (SawTheOwner ? Verified : 0) | flags), .. count];
    }
}
