using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Platform;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Statements;

/// <summary>What a QR code states of a right, true when it was signed.</summary>
/// <param name="Issuer">The host whose check page the code opens.</param>
/// <param name="Batch">The labels it is printed on; null where it is the right's own code.</param>
/// <param name="From">The first day on which it may be used without a gap since; null where no exact day is known.</param>
/// <param name="To">The last day; null where it is not known.</param>
internal sealed record StatementClaims(string Issuer, string Code, string Mark, string Holder, string Product, string? Batch, DateOnly? From, DateOnly? To, DateTime At)
{
    /// <summary>Longer words make a picture that no phone reads; the beginning tells what it is.</summary>
    public const int LongestWords = 80;

    /// <returns>Null where the right may not be used any more, or not now: that is no time to print a code.</returns>
    public static StatementClaims? Of(MarkGrant grant, string mark, string holder, LabelEntry? batch, Uri site, DateTime now)
    {
        var standing = GrantStanding.On(DateOnly.FromDateTime(VietnamTime.Local(now)), grant.Status, grant.ExpiresOn, grant.GivenOn.From);
        return Fits(standing.State)
            ? new StatementClaims(
                site.Host,
                batch?.CheckCode ?? grant.CheckCode,
                Short(mark),
                Short(holder),
                Short(grant.Product),
                batch is null ? null : Short(batch.Span?.ToString() ?? batch.Count.ToString(CultureInfo.InvariantCulture)),
                grant.UnbrokenFrom,
                grant.ExpiresOn,
                now)
            : null;
    }

    /// <summary>Whether something may be stated of a right that stands so.</summary>
    public static bool Fits(GrantState state) => state is GrantState.Valid or GrantState.Expiring or GrantState.UnknownTerm or GrantState.NotYet;

    /// <summary>Letter for letter as the record has them.</summary>
    private static string Short(string words) => words.Length <= LongestWords ? words : VietnameseText.Beginning(words, LongestWords - 1) + "…";
}

/// <summary>A private key in use: it writes statements as compact JWS (RFC 7515) with ES256.</summary>
internal sealed class StatementSigner(string kid, ECDsa key) : IDisposable
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Kid => kid;

    public string Sign(StatementClaims claims)
    {
        var signed = $"{Part(json => Header(json))}.{Part(json => Payload(json, claims))}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";
    }

    /// <summary>What stands in the picture: the address of the check, and behind <c>#</c>, where no browser sends it, the statement.</summary>
    public string Address(Uri site, StatementClaims claims) => $"{site.GetLeftPart(UriPartial.Authority)}{CheckAddress.Of(claims.Code)}#{Sign(claims)}";

    public void Dispose() => key.Dispose();

    private static string Part(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(bytes.ToArray());
    }

    private static void Payload(Utf8JsonWriter json, StatementClaims claims)
    {
        json.WriteString("iss", claims.Issuer);
        json.WriteNumber("iat", new DateTimeOffset(claims.At).ToUnixTimeSeconds());
        json.WriteString("code", claims.Code);
        json.WriteString("mark", claims.Mark);
        json.WriteString("holder", claims.Holder);
        json.WriteString("product", claims.Product);
        if (claims.Batch is { } batch)
        {
            json.WriteString("batch", batch);
        }

        if (claims.From is { } from)
        {
            json.WriteString("from", from.ToString("O", CultureInfo.InvariantCulture));
        }

        if (claims.To is { } to)
        {
            json.WriteString("to", to.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    private void Header(Utf8JsonWriter json)
    {
        json.WriteString("alg", "ES256");
        json.WriteString("kid", kid);
    }
}
