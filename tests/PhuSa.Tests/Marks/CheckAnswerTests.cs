using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 13: what a check answers to whoever asks anything, and how much of it there is at most.</summary>
public sealed class CheckAnswerTests(MarkHouse house, ITestOutputHelper output) : IClassFixture<MarkHouse>
{
    private const int Most = 5 * 1024;
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Theory, MemberData(nameof(States), MemberType = typeof(MarkHouse))]
    public async Task Point_13_each_state_rests_on_the_paper_that_brought_it_about_and_on_no_other(string state)
    {
        var (decision, paper) = (await PaperAsync("2024-01-01"), await PaperAsync("2026-06-30"));
        var grant = await house.InStateAsync(state, decision.Id, paper.Id);

        await AssertCitedAsync(grant, state is "suspended" or "revoked" or "givenUp" ? [paper, decision] : [decision, paper]);
    }

    [Fact]
    public async Task Point_13_a_right_that_ended_while_it_was_suspended_is_told_as_ended_by_the_decision_that_gave_it()
    {
        var (decision, paper) = (await PaperAsync("2024-01-01"), await PaperAsync("2026-06-01"));
        var grant = await house.GrantAsync(expires: "2026-06-30", then: (right, now) =>
        {
            right.Decide(decision.Id);
            right.Suspend(News("2026-06-01") with { PaperId = paper.Id }, null, By, now);
        });

        Assert.Equal("Đã hết hạn", (await house.App.Visit().OpenAsync(Check(grant))).Page.QuerySelector("h1")!.TextContent);
        await AssertCitedAsync(grant, [decision, paper]);
    }

    [Fact]
    public async Task Point_13_a_renewed_right_rests_on_the_paper_of_its_renewal_and_not_on_that_of_a_term_that_is_over()
    {
        var (decision, paper) = (await PaperAsync("2024-01-01"), await PaperAsync("2026-06-20"));
        var (told, silent) = (await RenewedAsync(paper.Id), await RenewedAsync(null));

        await AssertCitedAsync(told, [paper, decision]);
        Assert.DoesNotContain(decision.Number, (await house.App.Visit().OpenAsync(Check(silent))).Text, StringComparison.Ordinal);

        Task<MarkGrant> RenewedAsync(Guid? by) => house.GrantAsync(expires: "2026-07-31", then: (right, now) =>
        {
            right.Decide(decision.Id);
            right.Renew(new GrantTerm(Day("2026-08-01"), Day("2029-07-31"), null), News("2026-06-20") with { PaperId = by }, By, now);
        });
    }

    [Fact]
    public async Task Point_13_a_right_that_is_handed_back_in_the_office_is_told_as_given_back_from_its_day_and_is_in_force_no_more()
    {
        var grant = await house.GrantAsync();
        var officer = await house.OfficerAsync();
        await StepAsync(officer, grant.Id, "tra-lai", ("Input.Why", ""));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Đang có hiệu lực", (await house.App.Visit().OpenAsync(Check(grant))).Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form, ("Input.Why", "Đơn vị ngừng làm sản phẩm này"));
        Assert.True(officer.Status == 302, officer.Text);
        await officer.FollowAsync();
        Assert.Contains("Đơn vị ngừng làm sản phẩm này", officer.Text, StringComparison.Ordinal);

        foreach (var (address, word, sentence, line, note) in new[]
        {
            (Check(grant), "Đã trả lại quyền", "Đơn vị đã trả lại quyền và không còn được dùng nhãn hiệu này.", "Trả lại từ ngày01/07/2026", "Hàng mới sản xuất vẫn mang nhãn này?"),
            ($"/en{Check(grant)}", "Given back", "", "Given back from01/07/2026", ""),
        })
        {
            var reader = await house.App.Visit().OpenAsync(address);
            Assert.Equal(word, reader.Page.QuerySelector("h1")!.TextContent);
            Assert.Contains(sentence, reader.Text, StringComparison.Ordinal);
            Assert.Contains(line, reader.Text, StringComparison.Ordinal);
            Assert.Contains(note, reader.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("hiệu lực", reader.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("in force", reader.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Đơn vị ngừng làm", reader.Text, StringComparison.Ordinal);
        }

        Assert.Equal(404, (await officer.OpenAsync($"{Rights}/{grant.Id}/dung-lai")).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{Rights}/{grant.Id}/gia-han")).Status);
    }

    [Fact]
    public async Task Point_13_of_a_million_random_codes_the_register_knows_none()
    {
        const int Million = 1_000_000;
        var random = new Random(20_200_714);
        var fitting = Enumerable.Range(0, Million).Select(_ => CheckCode.Read(new string(random.GetItems<char>(Letters, CheckCode.Length))).Code).OfType<string>().ToList();
        Assert.InRange(fitting.Count, Million / 40, Million / 25);

        var found = 0;
        await Parallel.ForEachAsync(fitting.Chunk(1000), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (codes, stop) => await house.App.InScopeAsync(async services =>
        {
            var register = services.GetRequiredService<CheckRegister>();
            foreach (var code in codes)
            {
                found += await register.FindAsync(code, stop) is null ? 0 : 1;
            }

            return true;
        }));

        Assert.Equal(0, found);
    }

    [Fact]
    public async Task A_right_that_was_suspended_and_is_in_use_again_says_since_when_and_by_which_paper()
    {
        var number = await house.PaperAsync("2026-06-20");
        var paper = await house.InDbAsync(db => db.Set<Paper>().Where(p => p.Number == number).Select(p => p.Id).SingleAsync());
        var grant = await house.GrantAsync(then: (right, now) =>
        {
            right.Suspend(News("2026-06-01"), null, By, now);
            right.Resume(News("2026-06-20") with { PaperId = paper }, By, now);
        });

        var reader = await house.App.Visit().OpenAsync(CheckAddress.Of(grant.CheckCode));
        Assert.Equal("Đang có hiệu lực", reader.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Cho dùng lại từ ngày", reader.Text, StringComparison.Ordinal);
        Assert.Contains("20/06/2026", reader.Text, StringComparison.Ordinal);
        Assert.Contains(number, reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_13_of_three_thousand_made_up_codes_none_is_found_and_none_is_said_to_be_in_force()
    {
        const int WithTheRightLetter = 1200;
        var random = new Random(20260701);
        var codes = Enumerable.Range(0, WithTheRightLetter).Select(_ => CheckCode.New(random.Next))
            .Concat(Enumerable.Range(0, 1900).Select(_ => new string(random.GetItems<char>(Letters, CheckCode.Length))))
            .ToList();
        Assert.InRange(codes.Count(code => CheckCode.Read(code).Code is not null), WithTheRightLetter, codes.Count);
        var wrong = new ConcurrentQueue<string>();
        var statuses = new ConcurrentDictionary<int, int>();
        using var http = house.App.Visit().Http;

        await Parallel.ForAsync(0, codes.Count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, stop) =>
        {
            var written = CheckCode.Written(codes[number]);
            var address = (number % 5) switch
            {
                0 => $"{CheckAddress.English}/{written}",
                1 => $"{CheckAddress.Home}/{codes[number].ToLowerInvariant()}",
                2 => $"{CheckAddress.Home}?ma={written}",
                _ => $"{CheckAddress.Home}/{written}",
            };
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), stop);
            var status = (int)answer.StatusCode;
            statuses.AddOrUpdate(status, 1, (_, before) => before + 1);
            var words = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(stop));
            var leads = status == 302 && number % 5 == 2 && answer.Headers.Location!.OriginalString == CheckAddress.Of(codes[number]);
            if (!(status == 404 || leads) || words.Contains("đang có hiệu lực", StringComparison.OrdinalIgnoreCase) || words.Contains("in force", StringComparison.OrdinalIgnoreCase))
            {
                wrong.Enqueue($"{address}: {status}");
            }
        });

        output.WriteLine(string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Value}")));
        Assert.Empty(wrong);
        Assert.InRange(statuses[404], 2400, codes.Count);
    }

    [Theory]
    [InlineData("valid", 1)]
    [InlineData("suspended", 2)]
    [InlineData("givenUp", 3)]
    public async Task Point_13_with_the_longest_names_and_a_batch_the_page_still_weighs_at_most_five_kilobytes_on_the_wire(string state, int seed)
    {
        var random = new Random(seed);
        var grant = await house.InStateAsync(state);
        await RenameAsync(grant.HolderId, Words(random, 300), "2023-01-01");
        await RenameAsync(grant.HolderId, Words(random, 300), "2026-06-01");
        var code = await house.InDbAsync(async db =>
        {
            var kept = await db.Set<MarkGrant>().AsSplitQuery().SingleAsync(g => g.Id == grant.Id);
            kept.Write(new GrantTerms(Words(random, MarkGrant.ProductMaxLength), kept.GivenOn, kept.ExpiresOn, null, null, null));
            kept.Detail(new GrantDetails(null, null, null, Words(random, MarkGrant.CertificateMaxLength), null));
            var issue = new LabelEntry(Guid.CreateVersion7(), new LabelPlace(kept.Id, kept.MarkId), LabelMove.Issue, LabelAmount.Numbered(new LabelSpan(Words(random, LabelEntry.SeriesMaxLength), 10_000_001, 99_000_000)), new LabelNews(Day("2026-06-01"), null), By, house.App.Clock.GetUtcNow().UtcDateTime) { CheckCode = CheckCode.New() };
            db.Add(issue);
            await db.SaveChangesAsync();
            return issue.CheckCode;
        });

        foreach (var address in new[] { CheckAddress.Of(grant.CheckCode), CheckAddress.Of(grant.CheckCode, english: true), CheckAddress.Of(code), CheckAddress.Of(code, english: true) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var answer = await house.App.Visit().Http.SendAsync(request);
            var body = await answer.Content.ReadAsByteArrayAsync();
            using var reader = new StreamReader(new GZipStream(new MemoryStream(body), CompressionMode.Decompress));
            var html = await reader.ReadToEndAsync();
            var heads = answer.Headers.ToString().Length + answer.Content.Headers.ToString().Length;

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{state} {address}: {body.Length} bytes packed and {heads} of headers, {Encoding.UTF8.GetByteCount(html)} bytes unpacked"));
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.Equal(address.EndsWith(CheckCode.Written(code), StringComparison.Ordinal), html.Contains("99000000", StringComparison.Ordinal));
            Assert.Contains(address.StartsWith("/en", StringComparison.Ordinal) ? "Its name when the right was given" : "Tên đơn vị khi được trao quyền", html, StringComparison.Ordinal);
            Assert.True(body.Length + heads <= Most, $"{address}: {body.Length} + {heads} bytes");
        }
    }

    private async Task<(string Number, Guid Id)> PaperAsync(string signedOn)
    {
        var number = await house.PaperAsync(signedOn);
        return (number, await house.InDbAsync(db => db.Set<Paper>().Where(p => p.Number == number).Select(p => p.Id).SingleAsync()));
    }

    /// <param name="papers">The one that the page has to name, and the one that it may not.</param>
    private async Task AssertCitedAsync(MarkGrant grant, (string Number, Guid Id)[] papers)
    {
        foreach (var (address, label) in new[] { (Check(grant), "Theo văn bản"), ($"/en{Check(grant)}", "By which paper") })
        {
            var reader = await house.App.Visit().OpenAsync(address);
            Assert.Contains(papers[0].Number, reader.Page.QuerySelectorAll("main dl div").Single(line => line.QuerySelector("dt")!.TextContent == label).QuerySelector("dd")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(papers[1].Number, reader.Text, StringComparison.Ordinal);
        }
    }

    private Task<bool> RenameAsync(Guid holder, string name, string on) => house.App.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(By);
        await services.GetRequiredService<IOrganisationRegister>().RenameAsync(holder, name, shortName: null, Day(on), "Giấy chứng nhận đăng ký", CancellationToken.None);
        return await services.GetRequiredService<AppDbContext>().SaveChangesAsync() > 0;
    });

    /// <summary>Words of Vietnamese syllables drawn at random, so many letters: they pack worse than names that anybody has.</summary>
    private static string Words(Random random, int letters)
    {
        string[] begins = ["", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"];
        string[] middles = ["á", "ạ", "ả", "ầ", "ấ", "ặ", "ẵ", "é", "ệ", "ế", "ì", "ĩ", "ó", "ọ", "ổ", "ộ", "ờ", "ợ", "ú", "ụ", "ử", "ữ", "ỳ", "ỷ"];
        string[] ends = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
        var words = new StringBuilder();
        while (words.Length <= letters)
        {
            words.Append(words.Length == 0 ? "" : " ").Append(random.GetItems(begins, 1)[0]).Append(random.GetItems(middles, 1)[0]).Append(random.GetItems(ends, 1)[0]);
        }

        words.Length = letters;
        words[^1] = 'x';
        return words.ToString();
    }
}

/// <summary>Point 11: a right that was given ahead begins with its first day in Việt Nam, on the page and in open data.</summary>
public sealed class CheckFirstDayTests
{
    [Fact]
    public async Task Point_11_a_right_begins_at_midnight_of_Viet_Nam_also_on_a_kept_page_and_in_open_data()
    {
        var house = new MarkHouse();
        await house.InitializeAsync();
        await using var _ = house;
        var grant = await house.GrantAsync(given: "2026-07-02");
        var reader = house.App.Visit();

        // 16:59:59 UTC is a second before midnight in Việt Nam.
        foreach (var (hour, minute, second, word, state) in new[] { (2, 0, 0, "Chưa đến ngày có hiệu lực", "notYet"), (16, 59, 30, "Chưa đến ngày có hiệu lực", "notYet"), (16, 59, 59, "Chưa đến ngày có hiệu lực", "notYet"), (17, 0, 0, "Đang có hiệu lực", "valid") })
        {
            house.App.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 1, hour, minute, second, TimeSpan.Zero));
            Assert.Equal(word, (await reader.OpenAsync(Check(grant))).Page.QuerySelector("h1")!.TextContent);
            using var all = JsonDocument.Parse(await house.App.Visit().Http.GetStringAsync(new Uri("/api/v1/marks/grants?pageSize=200", UriKind.Relative)));
            var one = all.RootElement.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("verifyUrl").GetString() == Check(grant));
            Assert.Equal((state, "2026-07-02"), (one.GetProperty("state").GetString(), one.GetProperty("from").GetString()));
        }
    }
}
