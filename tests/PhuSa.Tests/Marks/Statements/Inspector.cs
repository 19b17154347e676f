using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PhuSa.Marks.Statements;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Marks.Statements;

/// <summary>What two programs that are not the product's own say of a code: the script of the inspector's page, and an independent JOSE library.</summary>
/// <param name="Verdict">Of the page's script.</param>
/// <param name="Jose">Null where the library refuses it.</param>
internal sealed record Judged(string Verdict, string? To, JsonObject? Claims, JsonObject? Jose)
{
    public bool IsBelieved => Verdict is "genuine" or "suspended" or "revoked" or "givenUp" or "withdrawn" or "over" or "notYet";
}

/// <summary>A key made in the test.</summary>
internal sealed class TestKey : IDisposable
{
    public static readonly DateTime Made = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Actor By = new("Kiểm thử");

    public TestKey(int number = 1)
    {
        Record = new StatementKey(Guid.CreateVersion7(), number, Convert.ToBase64String(Ec.ExportSubjectPublicKeyInfo()), "-", By, Made);
        Signer = new StatementSigner(Record.Kid, Ec);
    }

    public ECDsa Ec { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public StatementKey Record { get; }

    public StatementSigner Signer { get; }

    public TestKey Retired(DateTime at)
    {
        Record.Retire(By, at);
        return this;
    }

    public TestKey Compromised(DateTime at)
    {
        Record.Compromise("Máy chủ bị xâm nhập", By, at);
        return this;
    }

    /// <summary>Any header and payload, signed rightly.</summary>
    public string Sign(JsonObject header, JsonObject payload)
    {
        var signed = $"{Inspector.Part(header)}.{Inspector.Part(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(Ec.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    public void Dispose() => Ec.Dispose();
}

internal static class Inspector
{
    public const string Issuer = "khcn.localhost";

    public static string Part(JsonNode json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    public static JsonObject PartOf(string statement, int part) => JsonNode.Parse(Base64Url.DecodeFromChars(statement.Split('.')[part]))!.AsObject();

    /// <summary>What a phone has that took its data at this moment.</summary>
    public static JsonObject Data(DateTime asOf, params StatementKey[] keys)
    {
        var data = PublishedKeys.Of(Issuer, keys);
        data["asOf"] = new DateTimeOffset(asOf).ToUnixTimeSeconds();
        data["codes"] = new JsonObject();
        return data;
    }

    public static JsonObject Warned(this JsonObject data, string code, string state, string? on)
    {
        data["codes"]![code] = new JsonArray(state, on);
        return data;
    }

    public static async Task<Judged> JudgeAsync(JsonObject data, DateTime now, string text) => (await JudgeAllAsync(data, now, [text]))[0];

    public static async Task<IReadOnlyList<Judged>> JudgeAllAsync(JsonObject? data, DateTime now, IReadOnlyList<string> texts)
    {
        var (_, judged) = await RunAsync(data, now, texts);
        return judged;
    }

    /// <returns>Thumbprints of the keys by their names, as the library reckons them, and what is said of each text.</returns>
    public static async Task<(IReadOnlyDictionary<string, string> Thumbprints, IReadOnlyList<Judged> Judged)> RunAsync(JsonObject? data, DateTime now, IReadOnlyList<string> texts)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [App.Repository("tests/servers/statements.mjs"), App.Repository("src/PhuSa.Host/Assets/offline/statement.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(new JsonObject
        {
            ["data"] = data?.DeepClone(),
            ["now"] = new DateTimeOffset(now).ToUnixTimeMilliseconds(),
            ["jwks"] = new JsonObject { ["keys"] = data?["keys"]?.DeepClone() ?? new JsonArray() },
            ["texts"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]),
        }.ToJsonString());
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{await errors} (is tests/servers/node_modules there?)");
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (JsonSerializer.Deserialize<Dictionary<string, string>>(lines[0])!, [.. lines[1..].Select(Read)]);
    }

    private static Judged Read(string line)
    {
        var told = JsonNode.Parse(line)!.AsObject();
        return new Judged(told["verdict"]!.GetValue<string>(), told["to"]?.GetValue<string>(), told["claims"]?.AsObject(), told["jose"]!["claims"] is null ? null : told["jose"]!.AsObject());
    }
}
