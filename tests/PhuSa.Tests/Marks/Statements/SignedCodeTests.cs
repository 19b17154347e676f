using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Statements;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;
using static PhuSa.Tests.Marks.Reading;

namespace PhuSa.Tests.Marks.Statements;

/// <summary>Point 13: codes signed by the product, its published keys, and the list a phone takes along; verified by programs that are not ours.</summary>
public sealed class SignedCodeTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Office = "/quan-tri/nhan-hieu/khoa-ky";

    [Fact]
    public async Task The_QR_code_of_a_certificate_holds_a_statement_that_verifies_with_the_published_keys()
    {
        var grant = await house.GrantAsync();

        var text = await CertificateCodeAsync(grant);

        Assert.StartsWith($"http://khcn.localhost{Check(grant)}#ey", text, StringComparison.Ordinal);
        var judged = await JudgedAsync(text);
        Assert.Equal("genuine", judged.Verdict);
        Assert.Equal(judged.Claims!.ToJsonString(), judged.Jose!["claims"]!.ToJsonString());
        Assert.Equal(("Xoài cát Hoà Lộc", grant.CheckCode, "2024-01-01", "2027-12-31"), (Of(judged, "product"), Of(judged, "code"), Of(judged, "from"), Of(judged, "to")));
    }

    [Fact]
    public async Task Point_12_the_code_of_a_right_that_was_renewed_ahead_says_that_it_is_in_use_since_its_first_term()
    {
        var grant = await house.GrantAsync(expires: "2026-08-15", then: (right, now) => right.Renew(new GrantTerm(Day("2026-08-16"), Day("2029-08-15"), null), News("2026-06-30"), By, now));

        var judged = await JudgedAsync(await CertificateCodeAsync(grant));

        Assert.Equal(("genuine", "2024-01-01", "2029-08-15"), (judged.Verdict, Of(judged, "from"), Of(judged, "to")));
    }

    [Fact]
    public async Task The_code_of_a_certificate_with_the_longest_words_is_still_read()
    {
        var holder = await house.HolderAsync();
        var words = string.Concat(Enumerable.Repeat("Đặc sản ườm ", 20))[..MarkGrant.ProductMaxLength];
        var grant = await house.InDbAsync(async db =>
        {
            var mark = await db.Set<CertificationMark>().SingleAsync();
            var made = new MarkGrant(Guid.CreateVersion7(), $"quyen-{Next()}", mark.Id, holder.Id, new GrantTerms(words, RecordTime.Day(Day("2024-01-01")), Day("2027-12-31"), null, null, null), GrantStatus.Granted, By, house.App.Clock.GetUtcNow().UtcDateTime);
            db.Add(made);
            await db.SaveChangesAsync();
            return made;
        });

        var judged = await JudgedAsync(await CertificateCodeAsync(grant));

        Assert.Equal("genuine", judged.Verdict);
        Assert.Equal(words[..(StatementClaims.LongestWords - 1)] + "…", Of(judged, "product"));
    }

    [Fact]
    public async Task The_picture_for_labels_holds_a_statement_of_the_batch_and_the_journal_says_who_took_it()
    {
        var grant = await house.GrantAsync();
        var (entry, officer) = (await BatchAsync(grant), await house.OfficerAsync());

        var text = await DrawnAsync(await BytesAsync(officer, SignedCodes.Of(grant.Id, entry.CheckCode!), "image/svg+xml"));

        var judged = await JudgedAsync(text);
        Assert.Equal(("genuine", entry.CheckCode, entry.Span!.Value.ToString()), (judged.Verdict, Of(judged, "code"), Of(judged, "batch")));
        Assert.Contains(await house.App.JournalAsync(), note => note.Action == "Export" && note.RecordId == grant.Id && note.Changes.Contains("signedCode", StringComparison.Ordinal));
        Assert.Contains(SignedCodes.Of(grant.Id, entry.CheckCode!), (await officer.OpenAsync($"{Rights}/{grant.Id}/tem")).Page.DocumentElement.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync(SignedCodes.Of((await house.GrantAsync()).Id, entry.CheckCode!))).Status);
        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.CooperativeDirector, "htx-long-binh")).OpenAsync(SignedCodes.Of(grant.Id, grant.CheckCode))).Status);
    }

    [Fact]
    public async Task A_revocation_is_in_the_list_at_once_with_the_codes_of_its_labels_and_nothing_more_is_signed()
    {
        var grant = await house.GrantAsync();
        var (batch, officer) = (await BatchAsync(grant), await house.OfficerAsync());
        var before = await CertificateCodeAsync(grant);
        Assert.Equal("genuine", (await JudgedAsync(before)).Verdict);
        Assert.DoesNotContain(grant.CheckCode, (await DataAsync())["codes"]!.ToJsonString(), StringComparison.Ordinal);

        Assert.Equal(302, (await StepAsync(officer, grant.Id, "thu-hoi")).Status);

        var codes = (await DataAsync())["codes"]!;
        Assert.Equal("""["revoked","2026-07-01"]""", codes[grant.CheckCode]!.ToJsonString());
        Assert.Equal("""["revoked","2026-07-01"]""", codes[batch.CheckCode!]!.ToJsonString());
        Assert.Equal("revoked", (await JudgedAsync(before)).Verdict);
        Assert.Equal(422, (await officer.OpenAsync($"{Rights}/{grant.Id}/giay-chung-nhan.pdf")).Status);
        Assert.Equal(422, (await officer.OpenAsync(SignedCodes.Of(grant.Id, grant.CheckCode))).Status);
        Assert.DoesNotContain(SignedCodes.Of(grant.Id, grant.CheckCode), (await officer.OpenAsync($"{Rights}/{grant.Id}")).Page.DocumentElement.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_right_leaves_the_list_when_it_is_resumed_and_a_reversed_batch_stays_in_it()
    {
        var grant = await house.GrantAsync(then: (made, now) => made.Suspend(News(), null, By, now));
        var batch = await BatchAsync(await house.GrantAsync());
        Assert.Equal("""["suspended","2026-06-30"]""", (await DataAsync())["codes"]![grant.CheckCode]!.ToJsonString());

        await house.InDbAsync(async db =>
        {
            (await db.Set<MarkGrant>().AsSplitQuery().SingleAsync(g => g.Id == grant.Id)).Resume(News("2026-07-01"), By, house.App.Clock.GetUtcNow().UtcDateTime);
            db.Add(batch.Reversal(Guid.CreateVersion7(), new LabelNews(Day("2026-07-01"), "Ghi nhầm đơn vị"), By, house.App.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });

        var codes = (await DataAsync())["codes"]!;
        Assert.Null(codes[grant.CheckCode]);
        Assert.Equal("""["withdrawn","2026-07-01"]""", codes[batch.CheckCode!]!.ToJsonString());
    }

    [Fact]
    public async Task Instances_that_need_the_first_key_at_one_moment_make_one()
    {
        await using var app = await App.StartAsync();

        var names = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => app.InScopeAsync(async services =>
        {
            using var signer = await services.GetRequiredService<StatementKeys>().SignerAsync(CancellationToken.None);
            return signer!.Kid;
        }))));

        Assert.Single(names.Distinct());
        Assert.Equal(1, await app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<StatementKey>().CountAsync()));
    }

    [Fact]
    public async Task A_changed_key_keeps_old_codes_and_a_stolen_one_is_believed_no_more()
    {
        var grant = await house.GrantAsync();
        var first = await CertificateCodeAsync(grant);
        house.App.Clock.Advance(TimeSpan.FromMinutes(30));
        var admin = await house.App.SignedInAsync(Role.Administrator);
        var (key, stale) = (await SigningAsync(), await house.App.SignedInAsync(Role.Administrator));
        await stale.OpenAsync($"{Office}/{key.Id}/doi");

        Assert.Equal(302, (await (await admin.OpenAsync($"{Office}/{key.Id}/doi")).SubmitAsync(Form)).Status);

        var second = await CertificateCodeAsync(grant);
        Assert.NotEqual(KidOf(first), KidOf(second));
        Assert.Equal(["genuine", "genuine"], [(await JudgedAsync(first)).Verdict, (await JudgedAsync(second)).Verdict]);
        Assert.NotNull((await JudgedAsync(first)).Jose);
        Assert.Equal(409, (await stale.SubmitAsync(Form)).Status);

        Assert.Equal(422, (await (await admin.OpenAsync($"{Office}/{key.Id}/bi-lo")).SubmitAsync(Form, ("Input.Why", " "))).Status);
        Assert.Equal(302, (await admin.SubmitAsync(Form, ("Input.Why", "Bản sao lưu bị lấy"))).Status);
        var now = await SigningAsync();
        Assert.Equal(KidOf(second), now.Kid);
        Assert.Equal(302, (await (await admin.OpenAsync($"{Office}/{now.Id}/bi-lo")).SubmitAsync(Form, ("Input.Why", "Máy chủ bị xâm nhập"))).Status);

        var third = await CertificateCodeAsync(grant);
        Assert.Equal(["compromised", "compromised", "genuine"], [(await JudgedAsync(first)).Verdict, (await JudgedAsync(second)).Verdict, (await JudgedAsync(third)).Verdict]);
        await admin.OpenAsync(Office);
        Assert.Contains("Máy chủ bị xâm nhập", admin.Text, StringComparison.Ordinal);
        var journal = (await house.App.JournalAsync()).Where(entry => entry.Kind == "marks_statement_keys").ToList();
        Assert.Contains(journal, entry => entry.Action == "Retire");
        Assert.Contains(journal, entry => entry.Action == "Compromise" && entry.Why == "Máy chủ bị xâm nhập");
        Assert.True(await house.InDbAsync(db => db.Set<StatementKey>().AllAsync(k => k.PrivateKey == null || k.Status == StatementKeyStatus.Signing)));
        Assert.DoesNotContain(journal, entry => entry.Changes.Contains(key.PrivateKey!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_an_administrator_sees_and_changes_the_keys()
    {
        await CertificateCodeAsync(await house.GrantAsync());
        var key = await SigningAsync();
        foreach (var role in new[] { Role.DepartmentOfficer, Role.DepartmentLeader, Role.Auditor })
        {
            var person = await house.App.SignedInAsync(role);
            Assert.Equal(403, (await person.OpenAsync(Office)).Status);
            Assert.Equal(403, (await person.OpenAsync($"{Office}/{key.Id}/bi-lo")).Status);
        }
    }

    [Fact]
    public async Task The_published_keys_are_a_JWK_set_that_is_kept_and_asked_for_again_by_its_tag()
    {
        await CertificateCodeAsync(await house.GrantAsync());
        var http = house.App.Visit().Http;
        using var answer = await http.GetAsync(new Uri(PublishedKeys.Address, UriKind.Relative));
        var set = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal("application/jwk-set+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=300", answer.Headers.CacheControl!.ToString());
        Assert.Equal("khcn.localhost", set["issuer"]!.GetValue<string>());
        Assert.All(set["keys"]!.AsArray(), jwk => Assert.Equal(("EC", "P-256", "sig", "ES256", null), (jwk!["kty"]!.GetValue<string>(), jwk["crv"]!.GetValue<string>(), jwk["use"]!.GetValue<string>(), jwk["alg"]!.GetValue<string>(), jwk["d"])));
        using var again = new HttpRequestMessage(HttpMethod.Get, PublishedKeys.Address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    private static string? Of(Judged judged, string claim) => judged.Claims![claim]?.GetValue<string>();

    private static string KidOf(string text) => Inspector.PartOf(text[(text.IndexOf('#', StringComparison.Ordinal) + 1)..], 0)["kid"]!.GetValue<string>();

    private async Task<StatementKey> SigningAsync() => await house.InDbAsync(db => db.Set<StatementKey>().AsNoTracking().SingleAsync(k => k.Status == StatementKeyStatus.Signing));

    private async Task<JsonObject> DataAsync() => JsonNode.Parse(await house.App.Visit().Http.GetStringAsync(new Uri(OfflineEndpoints.Data, UriKind.Relative)))!.AsObject();

    private async Task<Judged> JudgedAsync(string text) => await Inspector.JudgeAsync(await DataAsync(), house.App.Clock.GetUtcNow().UtcDateTime, text);

    private Task<LabelEntry> BatchAsync(MarkGrant grant) => house.InDbAsync(async db =>
    {
        var first = 1000L * Next();
        var entry = new LabelEntry(Guid.CreateVersion7(), new LabelPlace(grant.Id, grant.MarkId), LabelMove.Issue, LabelAmount.Numbered(new LabelSpan("KÝ", first, first + 499)), new LabelNews(Day("2026-06-30"), null), By, house.App.Clock.GetUtcNow().UtcDateTime) { CheckCode = CheckCode.New() };
        db.Add(entry);
        await db.SaveChangesAsync();
        return entry;
    });

    private async Task<string> CertificateCodeAsync(MarkGrant grant)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("phusa-ma-").FullName, "giay.pdf");
        await File.WriteAllBytesAsync(file, await BytesAsync(await house.OfficerAsync(), $"{Rights}/{grant.Id}/giay-chung-nhan.pdf", "application/pdf"));
        await RunAsync("pdftoppm", "-r", "200", "-png", "-singlefile", file, file[..^".pdf".Length]);
        return (await RunAsync("zbarimg", "-q", "--raw", $"{file[..^".pdf".Length]}.png")).Trim();
    }

    /// <summary>The picture as a printer makes it: eight dots for each square.</summary>
    private static async Task<string> DrawnAsync(byte[] svg)
    {
        var drawing = System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString(svg)).Root!;
        var size = int.Parse(drawing.Attribute("viewBox")!.Value.Split(' ')[2], CultureInfo.InvariantCulture);
        var dots = new bool[size, size];
        foreach (System.Text.RegularExpressions.Match run in System.Text.RegularExpressions.Regex.Matches(drawing.Elements().Last().Attribute("d")!.Value, @"M(\d+) (\d+)h(\d+)v1h-\d+z"))
        {
            var (x, y, length) = (Number(run, 1), Number(run, 2), Number(run, 3));
            for (var at = x; at < x + length; at++)
            {
                dots[y, at] = true;
            }
        }

        const int Scale = 8;
        var picture = Path.Combine(Directory.CreateTempSubdirectory("phusa-ma-").FullName, "ma.pgm");
        await using (var file = File.Create(picture))
        {
            await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"P5 {size * Scale} {size * Scale} 255\n"));
            for (var y = 0; y < size * Scale; y++)
            {
                await file.WriteAsync(Enumerable.Range(0, size * Scale).Select(x => dots[y / Scale, x / Scale] ? (byte)0 : (byte)255).ToArray());
            }
        }

        return (await RunAsync("zbarimg", "-q", "--raw", picture)).Trim();

        static int Number(System.Text.RegularExpressions.Match run, int group) => int.Parse(run.Groups[group].Value, CultureInfo.InvariantCulture);
    }
}
