using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Statements;

namespace PhuSa.Tests.Marks.Statements;

/// <summary>Point 13, without network: genuine, altered, forged, foreign and old codes are told apart. Every key is made in the test.</summary>
public sealed class StatementTests
{
    private const string Base64UrlLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly Uri Site = new("https://khcn.localhost");
    private static readonly DateTime Signed = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime AsOf = new(2026, 7, 10, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Now = new(2026, 7, 11, 2, 0, 0, DateTimeKind.Utc);
    private static readonly string Code = CheckCode.New();

    private static readonly StatementClaims Claims = new(
        Inspector.Issuer, Code, "Nhãn hiệu chứng nhận “Mẫu” số 1", "Hợp tác xã \"Đồng Mẫu\" & bạn", "Xoài cát Hoà Lộc 🥭", "TX 1–500", new DateOnly(2024, 1, 1), new DateOnly(2027, 12, 31), Signed);

    [Fact]
    public async Task An_independent_library_verifies_a_statement_and_reads_every_letter_of_it()
    {
        using var key = new TestKey();
        var address = key.Signer.Address(Site, Claims);

        var (thumbprints, judged) = await Inspector.RunAsync(Inspector.Data(AsOf, key.Record), Now, [address, address[(address.IndexOf('#', StringComparison.Ordinal) + 1)..]]);

        Assert.StartsWith(key.Record.Kid, thumbprints[key.Record.Kid], StringComparison.Ordinal);
        Assert.StartsWith($"https://khcn.localhost{CheckAddress.Of(Code)}#ey", address, StringComparison.Ordinal);
        Assert.All(judged, one =>
        {
            Assert.Equal("genuine", one.Verdict);
            Assert.Equal(one.Claims!.ToJsonString(), one.Jose!["claims"]!.ToJsonString());
            Assert.Equal("ES256", one.Jose["header"]!["alg"]!.GetValue<string>());
            Assert.Equal(
                (Claims.Issuer, Claims.Code, Claims.Mark, Claims.Holder, Claims.Product, Claims.Batch, "2024-01-01", "2027-12-31", new DateTimeOffset(Signed).ToUnixTimeSeconds()),
                (Of(one, "iss"), Of(one, "code"), Of(one, "mark"), Of(one, "holder"), Of(one, "product"), Of(one, "batch"), Of(one, "from"), Of(one, "to"), one.Claims["iat"]!.GetValue<long>()));
        });
    }

    [Fact]
    public async Task No_letter_of_any_part_can_be_changed()
    {
        using var key = new TestKey();
        var random = new Random(20260701);
        var statement = key.Signer.Sign(Claims);
        var altered = Enumerable.Range(0, statement.Length).Select(at => $"{statement[..at]}{Other(statement[at], random)}{statement[(at + 1)..]}")
            .Concat(Enumerable.Range(0, statement.Length).Select(at => statement.Remove(at, 1)))
            .Concat(Enumerable.Range(0, 100).Select(_ => random.Next(statement.Length)).Select(at => statement.Insert(at, $"{Base64UrlLetters[random.Next(64)]}")))
            .Append(statement + "A").Append(statement + "=").Append(statement + "." + statement.Split('.')[2])

            // The last letter of a signature holds four bits that say nothing.
            .Concat(Base64UrlLetters.Where(letter => letter != statement[^1]).Select(letter => statement[..^1] + letter))
            .Select(changed => $"https://khcn.localhost{CheckAddress.Of(Code)}#{changed}").ToList();

        var judged = await Inspector.JudgeAllAsync(Inspector.Data(AsOf, key.Record), Now, altered);

        Assert.Equal(altered.Count, judged.Count);
        Assert.All(judged.Zip(altered), pair => Assert.False(pair.First.IsBelieved, $"{pair.First.Verdict}: {pair.Second}"));
        Assert.All(judged, one => Assert.Contains(one.Verdict, new[] { "altered", "foreign", "newer" }));
    }

    [Fact]
    public async Task Bytes_changed_beneath_the_letters_are_told_as_altered()
    {
        using var key = new TestKey();
        var parts = key.Signer.Sign(Claims).Split('.');
        var random = new Random(7);
        var texts = new List<string>();
        for (var part = 0; part < 3; part++)
        {
            var bytes = Base64Url.DecodeFromChars(parts[part]);
            for (var tries = 0; tries < 60; tries++)
            {
                var changed = bytes.ToArray();
                changed[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                var made = parts.ToArray();
                made[part] = Base64Url.EncodeToString(changed);
                texts.Add(string.Join('.', made));
            }
        }

        var judged = await Inspector.JudgeAllAsync(Inspector.Data(AsOf, key.Record), Now, texts);

        Assert.All(judged, one => Assert.False(one.IsBelieved));
        Assert.All(judged, one => Assert.Null(one.Jose));
        Assert.All(judged.Skip(60), one => Assert.Equal("altered", one.Verdict));
    }

    [Fact]
    public async Task Another_product_written_into_a_signed_code_is_told_as_altered()
    {
        using var key = new TestKey();
        var parts = key.Signer.Sign(Claims).Split('.');
        var payload = Inspector.PartOf(string.Join('.', parts), 1);
        payload["product"] = "Nếp";

        Assert.Equal("altered", (await Inspector.JudgeAsync(Inspector.Data(AsOf, key.Record), Now, $"{parts[0]}.{Inspector.Part(payload)}.{parts[2]}")).Verdict);
    }

    [Fact]
    public async Task A_statement_without_signature_or_under_another_algorithm_is_forged()
    {
        using var key = new TestKey();
        var payload = Inspector.PartOf(key.Signer.Sign(Claims), 1);
        var parts = key.Signer.Sign(Claims).Split('.');
        var none = $"{Inspector.Part(new JsonObject { ["alg"] = "none", ["kid"] = key.Record.Kid })}.{Inspector.Part(payload)}.";
        var hmacHead = $"{Inspector.Part(new JsonObject { ["alg"] = "HS256", ["kid"] = key.Record.Kid })}.{Inspector.Part(payload)}";
        var hmac = $"{hmacHead}.{Base64Url.EncodeToString(HMACSHA256.HashData(key.Ec.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(hmacHead)))}";
        string[] texts =
        [
            none,
            none + parts[2],
            hmac,
            key.Sign(new JsonObject { ["alg"] = "ES384", ["kid"] = key.Record.Kid }, (JsonObject)payload.DeepClone()),
            key.Sign(new JsonObject { ["kid"] = key.Record.Kid }, (JsonObject)payload.DeepClone()),
            key.Sign(new JsonObject { ["alg"] = "ES256", ["kid"] = key.Record.Kid, ["crit"] = new JsonArray("x"), ["x"] = 1 }, (JsonObject)payload.DeepClone()),
            $"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(new byte[64])}",
            $"{parts[0]}.{parts[1]}.",
        ];

        var judged = await Inspector.JudgeAllAsync(Inspector.Data(AsOf, key.Record), Now, texts);

        Assert.All(judged, one => Assert.Equal("altered", one.Verdict));
        Assert.All(judged, one => Assert.Null(one.Jose));
    }

    [Fact]
    public async Task A_key_carried_along_in_the_code_itself_is_never_used()
    {
        using var ours = new TestKey();
        using var thief = new TestKey();
        var (x, y) = thief.Record.Point();
        var header = new JsonObject { ["alg"] = "ES256", ["kid"] = ours.Record.Kid, ["jwk"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = x, ["y"] = y } };

        var judged = await Inspector.JudgeAsync(Inspector.Data(AsOf, ours.Record), Now, thief.Sign(header, Inspector.PartOf(ours.Signer.Sign(Claims), 1)));

        Assert.Equal(("altered", null), (judged.Verdict, judged.Jose));
    }

    [Fact]
    public async Task A_foreign_key_is_told_apart_from_one_that_is_newer_than_the_phones_data()
    {
        using var ours = new TestKey();
        using var other = new TestKey();
        var data = Inspector.Data(AsOf, ours.Record);

        Assert.Equal("foreign", (await Inspector.JudgeAsync(data, Now, other.Signer.Sign(Claims))).Verdict);
        Assert.Equal("foreign", (await Inspector.JudgeAsync(data, Now, other.Signer.Sign(Claims with { Issuer = "khcn.example", At = Now }))).Verdict);
        Assert.Equal("newer", (await Inspector.JudgeAsync(data, Now, other.Signer.Sign(Claims with { At = Now }))).Verdict);
    }

    [Fact]
    public async Task A_retired_key_is_kept_for_what_it_signed_and_believed_for_nothing_later()
    {
        using var old = new TestKey().Retired(Signed.AddDays(1));
        using var young = new TestKey(2);
        var data = Inspector.Data(AsOf, young.Record, old.Record);

        var kept = await Inspector.JudgeAsync(data, Now, old.Signer.Sign(Claims));
        Assert.Equal("genuine", kept.Verdict);
        Assert.NotNull(kept.Jose);
        Assert.Equal("outOfTime", (await Inspector.JudgeAsync(data, Now, old.Signer.Sign(Claims with { At = Signed.AddDays(2) }))).Verdict);
        Assert.Equal("outOfTime", (await Inspector.JudgeAsync(data, Now, old.Signer.Sign(Claims with { At = TestKey.Made.AddDays(-1) }))).Verdict);
    }

    [Fact]
    public async Task A_stolen_key_is_believed_for_nothing_whatever_time_its_statements_name()
    {
        using var stolen = new TestKey().Compromised(AsOf.AddDays(-1));
        using var next = new TestKey(2);
        var data = Inspector.Data(AsOf, next.Record, stolen.Record);

        var judged = await Inspector.JudgeAllAsync(data, Now, [.. new[] { TestKey.Made, Signed, AsOf, Now.AddYears(1) }.Select(at => stolen.Signer.Sign(Claims with { At = at }))]);

        Assert.All(judged, one => Assert.Equal(("compromised", null), (one.Verdict, one.Jose)));
        Assert.DoesNotContain(stolen.Record.Kid, data["keys"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(stolen.Record.Kid, data["compromised"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("genuine", (await Inspector.JudgeAsync(data, Now, next.Signer.Sign(Claims))).Verdict);
    }

    [Fact]
    public async Task A_statement_under_another_address_is_told_as_put_together()
    {
        using var key = new TestKey();
        var (data, statement) = (Inspector.Data(AsOf, key.Record), key.Signer.Sign(Claims));

        Assert.Equal("moved", (await Inspector.JudgeAsync(data, Now, $"https://khcn.localhost{CheckAddress.Of(CheckCode.New())}#{statement}")).Verdict);
        Assert.Equal("moved", (await Inspector.JudgeAsync(data, Now, $"https://khcn.example{CheckAddress.Of(Code)}#{statement}")).Verdict);
        Assert.Equal("genuine", (await Inspector.JudgeAsync(data, Now, $"http://khcn.localhost:5000/en{CheckAddress.Of(Code)}#{statement}")).Verdict);
    }

    [Fact]
    public async Task A_code_with_only_an_address_and_what_is_no_code_at_all_are_told_apart()
    {
        using var key = new TestKey();
        var data = Inspector.Data(AsOf, key.Record);
        string[] texts = [$"https://khcn.localhost{CheckAddress.Of(Code)}", CheckCode.Written(Code), "https://khcn.localhost/01/08934567890120/10/LO1", $"https://khcn.example{CheckAddress.Of(Code)}", "https://khcn.localhost/tim-kiem?q=xoai", "tel:0912345678", "", "a.b"];

        var judged = await Inspector.JudgeAllAsync(data, Now, texts);

        Assert.Equal(["address", "address", "address", "foreign", "none", "none", "none", "none"], judged.Select(one => one.Verdict));
        Assert.Equal("empty", (await Inspector.JudgeAllAsync(null, Now, [key.Signer.Address(Site, Claims)]))[0].Verdict);
    }

    [Theory]
    [InlineData("suspended", "2026-07-05", "suspended")]
    [InlineData("revoked", "2026-07-05", "revoked")]
    [InlineData("givenUp", null, "givenUp")]
    [InlineData("withdrawn", "2026-07-05", "withdrawn")]
    [InlineData("renewed", "2030-12-31", "genuine")]
    [InlineData("corrected", "2030-12-31", "genuine")]
    [InlineData("corrected", "2026-07-05", "corrected")]
    [InlineData("corrected", null, "genuine")]
    public async Task What_became_of_a_right_after_the_code_was_signed_is_told_from_the_list(string state, string? on, string verdict)
    {
        using var key = new TestKey();

        var judged = await Inspector.JudgeAsync(Inspector.Data(AsOf, key.Record).Warned(Code, state, on), Now, key.Signer.Sign(Claims));

        Assert.Equal(verdict, judged.Verdict);
        Assert.NotNull(judged.Jose);
    }

    [Fact]
    public async Task The_term_ends_with_its_last_day_in_Viet_Nam_and_a_slow_clock_does_not_make_it_longer()
    {
        using var key = new TestKey();
        var data = Inspector.Data(AsOf, key.Record);
        var statement = key.Signer.Sign(Claims with { To = new DateOnly(2026, 7, 11) });

        Assert.Equal("genuine", (await Inspector.JudgeAsync(data, new DateTime(2026, 7, 11, 16, 59, 0, DateTimeKind.Utc), statement)).Verdict);
        Assert.Equal("over", (await Inspector.JudgeAsync(data, new DateTime(2026, 7, 11, 17, 0, 0, DateTimeKind.Utc), statement)).Verdict);
        Assert.Equal("over", (await Inspector.JudgeAsync(Inspector.Data(AsOf.AddDays(5), key.Record), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), statement)).Verdict);
        Assert.Equal(("genuine", "2030-12-31"), (await Inspector.JudgeAsync(data.Warned(Code, "renewed", "2030-12-31"), Now.AddYears(1), statement)) is var renewed ? (renewed.Verdict, renewed.To) : default);
        Assert.Equal("notYet", (await Inspector.JudgeAsync(Inspector.Data(AsOf, key.Record), Now, key.Signer.Sign(Claims with { From = new DateOnly(2026, 8, 1) }))).Verdict);
    }

    [Fact]
    public async Task A_right_of_unknown_term_has_no_last_day_in_its_code()
    {
        using var key = new TestKey();

        var judged = await Inspector.JudgeAsync(Inspector.Data(AsOf, key.Record), Now, key.Signer.Sign(Claims with { From = null, To = null }));

        Assert.Equal(("genuine", null, false), (judged.Verdict, judged.To, judged.Claims!.ContainsKey("to")));
    }

    [Fact]
    public void A_key_that_signs_no_more_loses_its_private_part_and_a_stolen_one_needs_a_reason()
    {
        using var key = new TestKey();
        Assert.Throws<PhuSa.Platform.Rules.RefusedException>(() => key.Record.Compromise(" ", new("Kiểm thử"), Now));
        Assert.Null(key.Retired(Now).Record.PrivateKey);
        Assert.Throws<PhuSa.Platform.Rules.RefusedException>(() => key.Record.Retire(new("Kiểm thử"), Now));
        key.Compromised(Now);
        Assert.Throws<PhuSa.Platform.Rules.RefusedException>(() => key.Record.Compromise("lần nữa", new("Kiểm thử"), Now));
    }

    private static string? Of(Judged judged, string claim) => judged.Claims![claim]?.GetValue<string>();

    private static char Other(char letter, Random random)
    {
        var other = Base64UrlLetters[random.Next(64)];
        return other == letter ? Other(letter, random) : other;
    }
}
