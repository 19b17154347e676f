using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Points 11 and 13: the page that a label's code opens.</summary>
public sealed partial class CheckPageTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const int Most = 5 * 1024;

    /// <summary>The state; its word and the lines of its event in Vietnamese and in English; the ground of the answer.</summary>
    public static TheoryData<string, string, string, string, string, string> EveryState => new()
    {
        { "valid", "on", "Đang có hiệu lực", "Có hiệu lực đến hết ngày 31/12/2027; Ngày trao quyền 01/01/2024", "In force", "In force up to and including 31/12/2027; Day of the grant 01/01/2024" },
        { "expiring", "on", "Đang có hiệu lực", "Có hiệu lực đến hết ngày 01/08/2026; Ngày trao quyền 01/01/2024", "In force", "In force up to and including 01/08/2026; Day of the grant 01/01/2024" },
        { "unknownTerm", "ask", "Đã trao quyền – thời hạn: chưa có dữ liệu", "Thời hạn dùng nhãn hiệu chưa có dữ liệu; Ngày trao quyền 01/01/2024", "Right given – term: no data", "Term of use no data; Day of the grant 01/01/2024" },
        { "notYet", "ask", "Chưa đến ngày có hiệu lực", "Được dùng từ ngày 02/07/2026", "Not in force yet", "May be used from 02/07/2026" },
        { "suspended", "pause", "Đang tạm dừng", "Tạm dừng từ ngày 30/06/2026", "Suspended", "Suspended from 30/06/2026" },
        { "revoked", "off", "Đã thu hồi", "Thu hồi từ ngày 30/06/2026", "Revoked", "Revoked from 30/06/2026" },
        { "expired", "end", "Đã hết hạn", "Hết hạn sau ngày 30/06/2026", "Ended", "Ended after 30/06/2026" },
        { "givenUp", "end", "Đã trả lại quyền", "Trả lại từ ngày 30/06/2026", "Given back", "Given back from 30/06/2026" },
    };

    [Theory, MemberData(nameof(EveryState))]
    public async Task Point_13_the_answer_stands_first_with_product_holder_and_event_in_both_languages_in_five_kilobytes_without_script(string state, string ground, string vietnamese, string happened, string english, string happenedInEnglish)
    {
        var grant = await house.InStateAsync(state);
        foreach (var (address, word, lines) in new[] { (Check(grant), vietnamese, $"{happened}; Theo văn bản chưa có dữ liệu"), ($"/en{Check(grant)}", english, $"{happenedInEnglish}; By which paper no data") })
        {
            using var answer = await house.App.Visit().Http.GetAsync(new Uri(address, UriKind.Relative));
            var html = await answer.Content.ReadAsStringAsync();
            var text = Words(html);

            Assert.Equal(200, (int)answer.StatusCode);
            Assert.True(Encoding.UTF8.GetByteCount(html) + answer.Headers.ToString().Length + answer.Content.Headers.ToString().Length <= Most, $"{address}: {Encoding.UTF8.GetByteCount(html)} bytes");
            Assert.Equal(word, WebUtility.HtmlDecode(Heading.Match(html).Groups[1].Value));
            Assert.Contains($"class=\"s {ground}\"", html, StringComparison.Ordinal);
            Assert.Contains("Xoài cát Hoà Lộc", text, StringComparison.Ordinal);
            Assert.Contains("Đơn vị số ", text, StringComparison.Ordinal);
            Assert.Contains("Nhãn hiệu chứng nhận An Giang", text, StringComparison.Ordinal);
            Assert.Contains(CheckCode.Written(grant.CheckCode), text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Cán bộ nhãn hiệu", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Lý do của phép thử", text, StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Contains("'sha256-", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains($"lang=\"{(address.StartsWith("/en", StringComparison.Ordinal) ? "en" : "vi")}\"", html, StringComparison.Ordinal);
            if (ground != "on")
            {
                Assert.DoesNotContain("Đang có hiệu lực", text, StringComparison.Ordinal);
            }

            // Between the mark and the code: what happened, when, until when and by which paper, and nothing else.
            Assert.Equal(lines, string.Join("; ", Line.Matches(html).Select(line => Words(line.Value).Trim().Replace("  ", " ", StringComparison.Ordinal)).Skip(3).SkipLast(1)));
        }
    }

    [Theory, MemberData(nameof(States), MemberType = typeof(MarkHouse))]
    public async Task Point_13_in_each_state_the_page_says_as_of_when_it_speaks_to_look_at_its_address_and_where_a_wrong_label_is_reported(string state)
    {
        var grant = await house.InStateAsync(state);
        foreach (var (address, when, report) in new[]
        {
            (Check(grant), "Kiểm tra lúc 09:00 ngày 01/07/2026. Kiểm tra địa chỉ trang này: trang thật có địa chỉ bắt đầu bằng khcn.localhost.", "Báo nhãn không đúng"),
            ($"/en{Check(grant)}", "Checked at 09:00, 01/07/2026. Look at the address of this page: that of the real one begins with khcn.localhost.", "Report a wrong label"),
        })
        {
            var reader = await house.App.Visit().OpenAsync(address);

            Assert.Equal(when, reader.Page.QuerySelector("main p.t")!.TextContent);
            var button = reader.Page.QuerySelector("main a.k")!;
            Assert.Equal((report, $"{Check(grant)}/bao-nhan"), (button.TextContent, button.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task Point_11_the_samples_rights_are_given_with_unknown_term_and_never_in_force()
    {
        var codes = await house.InDbAsync(db => db.Set<MarkGrant>().Where(g => g.ExpiresOn == null && g.Programme != null).Select(g => g.CheckCode).ToListAsync());

        Assert.Equal(6, codes.Count);
        foreach (var code in codes)
        {
            var visitor = await house.App.Visit().OpenAsync($"/xac-minh/{CheckCode.Written(code)}");
            Assert.Equal("Đã trao quyền – thời hạn: chưa có dữ liệu", visitor.Page.QuerySelector("h1")!.TextContent);
            Assert.DoesNotContain("Đang có hiệu lực", visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("7K3MQ2X8D0HT")]
    [InlineData("khong-co")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("7K3M")]
    public async Task Point_13_an_unknown_code_is_not_found_and_nowhere_says_that_anything_is_in_force(string code)
    {
        foreach (var address in new[] { $"/xac-minh/{code}", $"/xac-minh?ma={code}", $"/en/xac-minh/{code}", $"/01/{code}", $"/01/{code}/10/LO1" })
        {
            using var answer = await house.App.Visit().Http.GetAsync(new Uri(address, UriKind.Relative));
            var raw = await answer.Content.ReadAsStringAsync();
            var html = WebUtility.HtmlDecode(raw);

            Assert.True((int)answer.StatusCode is 404 or 400, $"{address}: {answer.StatusCode}");
            Assert.DoesNotContain("hiệu lực", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("in force", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script>alert", raw, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Point_13_a_mistyped_code_is_told_as_mistyped_and_what_was_typed_stays_in_the_form()
    {
        var grant = await house.GrantAsync();
        var written = CheckCode.Written(grant.CheckCode);
        var wrong = (written[0] == 'A' ? 'B' : 'A') + written[1..];

        var visitor = await house.App.Visit().OpenAsync($"/xac-minh/{wrong}");

        Assert.Equal(404, visitor.Status);
        Assert.Contains("Mã gõ sai", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(wrong, visitor.Page.QuerySelector("#ma")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_code_typed_in_any_way_leads_to_the_one_address_of_the_right_also_by_the_form()
    {
        var grant = await house.GrantAsync();
        var visitor = await house.App.Visit().OpenAsync("/xac-minh");
        Assert.Equal(200, visitor.Status);
        Assert.Equal("ma", visitor.Page.QuerySelector("form input")!.GetAttribute("name"));

        foreach (var address in new[] { $"/xac-minh/{grant.CheckCode}", $"/xac-minh/{CheckCode.Written(grant.CheckCode).ToLowerInvariant()}", $"/xac-minh?ma={grant.CheckCode.ToLowerInvariant()}" })
        {
            await visitor.OpenAsync(address);
            Assert.Equal((302, Check(grant)), (visitor.Status, visitor.Redirect?.OriginalString));
        }
    }

    [Fact]
    public async Task A_product_by_its_bar_code_number_leads_to_the_check_of_its_right_with_any_lot()
    {
        var grant = await house.GrantAsync(details: new GrantDetails(null, null, null, null, "08934567890120"));

        foreach (var address in new[] { "/01/08934567890120", "/01/08934567890120/10/LO-7", "/01/8934567890120" })
        {
            var visitor = await house.App.Visit().OpenAsync(address);
            Assert.Equal((302, Check(grant)), (visitor.Status, visitor.Redirect?.OriginalString));
        }
    }

    [Fact]
    public async Task Point_13_a_revocation_shows_at_once_on_a_page_that_was_kept()
    {
        var grant = await house.GrantAsync();
        var reader = house.App.Visit();
        Assert.Contains("Đang có hiệu lực", (await reader.OpenAsync(Check(grant))).Text, StringComparison.Ordinal);
        Assert.Contains("Đang có hiệu lực", (await reader.OpenAsync(Check(grant))).Text, StringComparison.Ordinal);

        var officer = await house.OfficerAsync();
        Assert.Equal(302, (await StepAsync(officer, grant.Id, "thu-hoi")).Status);

        await reader.OpenAsync(Check(grant));
        Assert.Contains("Đã thu hồi", reader.Text, StringComparison.Ordinal);
        Assert.Contains("01/07/2026", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Đang có hiệu lực", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_13_a_code_answers_for_ever_also_when_the_holder_has_another_name()
    {
        var grant = await house.GrantAsync();
        await house.App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(By);
            await services.GetRequiredService<IOrganisationRegister>().RenameAsync(grant.HolderId, "Đơn vị số đã đổi tên", shortName: null, Day("2026-06-01"), "Giấy chứng nhận đăng ký", CancellationToken.None);
            await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return true;
        });

        var visitor = await house.App.Visit().OpenAsync(Check(grant));

        Assert.Contains("Đơn vị số đã đổi tên", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Tên đơn vị khi được trao quyền", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_page_is_small_on_the_wire_and_answers_HEAD()
    {
        var grant = await house.GrantAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Check(grant));
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await house.App.Visit().Http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using var plain = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(plain);

        Assert.Contains("gzip", answer.Content.Headers.ContentEncoding);
        Assert.InRange(bytes.Length, 500, 3 * 1024);
        Assert.Contains("<h1>", await reader.ReadToEndAsync(), StringComparison.Ordinal);

        using var head = new HttpRequestMessage(HttpMethod.Head, Check(grant));
        using var answered = await house.App.Visit().Http.SendAsync(head);
        Assert.Equal(200, (int)answered.StatusCode);
    }

    [Fact]
    public async Task Rights_from_before_codes_were_given_get_theirs_at_the_next_start()
    {
        var grant = await house.GrantAsync();
        await house.InDbAsync(db => db.Set<MarkGrant>().Where(g => g.Id == grant.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.CheckCode, (string?)null!)));

        await new MissingCheckCodes(house.App.Services.GetRequiredService<IServiceScopeFactory>()).WarmUpAsync(CancellationToken.None);

        Assert.NotNull(CheckCode.Read((await house.ReadAsync(grant.Id)).CheckCode).Code);
    }

    [Fact]
    public async Task A_reader_reports_a_wrong_label_and_an_officer_deals_with_it()
    {
        var grant = await house.GrantAsync();
        var reader = await house.App.Visit().OpenAsync($"{Check(grant)}/bao-nhan");
        Assert.Equal(200, reader.Status);
        Assert.Equal(CheckCode.Written(grant.CheckCode), reader.Page.QuerySelector("[name='Input.Code']")!.GetAttribute("value"));
        await reader.SubmitAsync(Form, ("Input.Seen", ""));
        Assert.Equal(422, reader.Status);
        await reader.SubmitAsync(Form, ("Input.Seen", "Bao bì ghi gạo"), ("Input.Spot", "Chợ Mẫu, xã Mẫu"), ("Input.Contact", "0900 000 000"));
        Assert.Equal(302, reader.Status);
        await reader.FollowAsync();
        Assert.Contains("Đã nhận tin báo", reader.Text, StringComparison.Ordinal);

        var officer = await house.OfficerAsync();
        await officer.OpenAsync("/quan-tri/nhan-hieu/bao-nhan");
        var report = officer.Page.QuerySelector("main th[scope=row] a")!.GetAttribute("href")!;
        await officer.OpenAsync(report);
        Assert.Contains("Bao bì ghi gạo", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{report}/xu-ly");
        await officer.SubmitAsync(Form, ("Input.Why", "Đã nhắc đơn vị"));
        Assert.Equal(302, officer.Status);
        await officer.FollowAsync();
        Assert.Contains("Đã nhắc đơn vị", officer.Text, StringComparison.Ordinal);
    }

    private static string Words(string html) => WebUtility.HtmlDecode(Tags.Replace(html, " "));

    [GeneratedRegex("<style>.*?</style>|<[^>]*>")]
    private static partial Regex Tags { get; }

    [GeneratedRegex("<h1>(.*?)</h1>")]
    private static partial Regex Heading { get; }

    [GeneratedRegex("<dt>.*?</dd>")]
    private static partial Regex Line { get; }
}

/// <summary>Point 11: what follows from the day changes with the Vietnamese day.</summary>
public sealed class CheckMidnightTests
{
    [Fact]
    public async Task Point_11_a_right_ends_at_midnight_of_Viet_Nam_also_on_a_kept_page()
    {
        var house = new MarkHouse();
        await house.InitializeAsync();
        await using var _ = house;
        var grant = await house.GrantAsync(expires: "2026-07-01");
        var reader = house.App.Visit();

        // 16:59:30 UTC is half a minute before midnight in Việt Nam.
        house.App.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 1, 16, 59, 30, TimeSpan.Zero));
        Assert.Contains("Đang có hiệu lực", (await reader.OpenAsync(Check(grant))).Text, StringComparison.Ordinal);
        house.App.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 1, 16, 59, 59, TimeSpan.Zero));
        Assert.Contains("Đang có hiệu lực", (await reader.OpenAsync(Check(grant))).Text, StringComparison.Ordinal);
        house.App.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 1, 17, 0, 0, TimeSpan.Zero));
        Assert.Contains("Đã hết hạn", (await reader.OpenAsync(Check(grant))).Text, StringComparison.Ordinal);
    }
}
