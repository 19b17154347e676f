using AngleSharp;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Tests.Watching;

/// <summary>A look from outside, through a real proxy that changes one thing at a time. The product itself is only read.</summary>
public sealed class SiteWatchTests(WatchedHouse house) : IClassFixture<WatchedHouse>, IDisposable
{
    private const string Article = "/bai-viet/hoi-nghi-so-ket-6-thang-2020";

    public static TheoryData<string> Tampers => [.. Ways.Keys];

    private static Dictionary<string, (FindingKind Kind, Func<HttpRequest, Passing, Passing> Tamper)> Ways { get; } = new()
    {
        ["one letter of the text"] = (FindingKind.PageDiffers, OnArticle(page => page.Replacing("<div class=\"ps-prose\"", "<div class=\"ps-prosE\""))),
        ["one letter of the title"] = (FindingKind.PageDiffers, OnArticle(page => page.Replacing("<h1>", "<h2>"))),
        ["one letter of a link"] = (FindingKind.PageDiffers, OnArticle(page => page.Replacing("href=\"/chuyen-muc/", "href=\"/chuyen-mus/"))),
        ["markup where a number stands"] = (FindingKind.PageDiffers, OnArticle(page => page.Replacing("Đang truy cập</dt><dd>", "Đang truy cập</dt><dd><i></i>"))),
        ["a letter where a number stands"] = (FindingKind.PageDiffers, OnArticle(page => page.Replacing("Đang truy cập</dt><dd>", "Đang truy cập</dt><dd>o"))),
        ["one byte of the stylesheet"] = (FindingKind.FileDiffers, (request, passing) => request.Path.Value!.EndsWith(".css", StringComparison.Ordinal) ? passing with { Body = [.. passing.Body[..^1], (byte)(passing.Body[^1] ^ 1)] } : passing),
        ["only for a phone"] = (FindingKind.PageDiffers, (request, passing) => request.Headers.UserAgent.ToString().Contains("Mobile", StringComparison.Ordinal) && request.Path == Article ? passing.Replacing("</main>", "</main> ") : passing),
        ["only for a search engine"] = (FindingKind.PageDiffers, (request, passing) => request.Headers.UserAgent.ToString().Contains("Googlebot", StringComparison.Ordinal) && request.Path == Article ? passing.Replacing("</main>", "</main> ") : passing),
        ["a redirect elsewhere"] = (FindingKind.Redirected, (request, passing) => request.Path == Article ? new Passing(302, [], "https://nha-cai.example/") : passing),
        ["one address more in the site map"] = (FindingKind.FileDiffers, (request, passing) => request.Path == "/sitemap.xml" ? passing.Replacing("</urlset>", "<url><loc>https://nha-cai.example/</loc></url></urlset>") : passing),
        ["as another kind of file"] = (FindingKind.PageDiffers, OnArticle(page => page with { ContentType = "text/plain; charset=utf-8" })),
        ["in other letters"] = (FindingKind.PageDiffers, OnArticle(page => page with { ContentType = "text/html; charset=iso-2022-jp" })),
        ["only in English"] = (FindingKind.PageDiffers, (request, passing) => request.Path == Article && request.Headers.Cookie.ToString().Contains("ngon-ngu=en", StringComparison.Ordinal) ? passing.Replacing("</main>", "</main> ") : passing),
        ["only on paper"] = (FindingKind.PageDiffers, (request, passing) => request.Path == Article && request.Query["in"] == "1" ? passing.Replacing("</main>", "</main> ") : passing),
        ["in the feed of the site"] = (FindingKind.FileDiffers, (request, passing) => request.Path == "/rss.xml" ? passing.Replacing("</channel>", " </channel>") : passing),
        ["in the other feed of the site"] = (FindingKind.FileDiffers, (request, passing) => request.Path == "/atom.xml" ? passing.Replacing("</feed>", " </feed>") : passing),
        ["in the feed of a category"] = (FindingKind.FileDiffers, (request, passing) => request.Path == "/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe/atom.xml" ? passing.Replacing("</feed>", " </feed>") : passing),
        ["a page taken away"] = (FindingKind.PageDiffers, (request, passing) => request.Path == Article ? passing with { Status = 404 } : passing),
    };

    public void Dispose() => house.Proxy.Tamper = null;

    [Fact]
    public async Task A_site_that_passes_as_it_is_is_clean_for_every_reader()
    {
        var report = await house.LookAsync();

        Assert.Equal(([], []), (report.Findings.Select(finding => finding.ToString()).ToArray(), report.Problems.ToArray()));
        Assert.Contains(Article, report.Checked);
        Assert.Contains("/gop-y", report.Checked);
        Assert.Contains("/thong-ke-truy-cap", report.Checked);
        Assert.Contains(report.Checked, path => path.EndsWith(".css", StringComparison.Ordinal));
        Assert.True(report.Memory.HeadNumber > 0);
        var again = await house.LookAsync(report.Memory);
        Assert.True(again.IsClean);
        Assert.Equal(report.Memory.HeadLink, again.Memory.HeadLink);
    }

    [Theory, MemberData(nameof(Tampers))]
    public async Task One_byte_changed_by_a_proxy_in_between_is_found(string way)
    {
        var (kind, tamper) = Ways[way];
        house.Proxy.Tamper = tamper;

        var report = await house.LookAsync();

        Assert.Contains(report.Findings, finding => finding.Kind == kind);
        Assert.DoesNotContain(report.Problems, problem => !problem.Contains("sơ đồ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_differs_is_shown_with_what_should_be_there()
    {
        house.Proxy.Tamper = OnArticle(page => page.Replacing("<h1>", "<h1>Tin giả: "));

        var finding = Assert.Single((await house.LookAsync()).Findings, finding => finding.Kind == FindingKind.PageDiffers);

        Assert.EndsWith(Article, finding.Address, StringComparison.Ordinal);
        Assert.Contains("Tin giả: ", finding.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("Tin giả", finding.Expected, StringComparison.Ordinal);
        Assert.Contains("<h1>", finding.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_visits_may_be_any_numbers()
    {
        house.Proxy.Tamper = OnArticle(page => page.Replacing("Đang truy cập</dt><dd>", "Đang truy cập</dt><dd>12.345"));

        Assert.True((await house.LookAsync()).IsClean);
    }

    [Fact]
    public async Task A_page_that_was_different_only_for_a_moment_is_no_alarm()
    {
        var times = 0;
        house.Proxy.Tamper = (request, passing) => request.Path == Article && Interlocked.Increment(ref times) == 1 ? passing.Replacing("</main>", "</main> ") : passing;

        Assert.True((await house.LookAsync()).IsClean);
    }

    [Fact]
    public async Task A_seal_that_was_altered_is_not_believed()
    {
        house.Proxy.Tamper = (request, passing) => request.Path == "/api/v1/giam-sat/dau" && request.Query["trang"] == Article ? passing.Saying(passing.Text.Replace("\"payload\":\"ey", "\"payload\":\"eY", StringComparison.Ordinal)) : passing;

        Assert.Contains((await house.LookAsync()).Findings, finding => finding.Kind == FindingKind.SealFalse && finding.Address.EndsWith(Article, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_seal_of_another_time_is_not_believed()
    {
        Passing? old = null;
        house.Proxy.Tamper = (request, passing) => request.Path == "/api/v1/giam-sat/dau" && request.Query["trang"] == Article && request.Query["ngu"].Count == 0 ? old ??= passing : passing;
        Assert.True((await house.LookAsync()).IsClean);

        Assert.Contains((await house.LookAsync()).Findings, finding => finding.Kind == FindingKind.SealFalse);
    }

    [Fact]
    public async Task A_site_with_another_key_than_the_known_one_is_not_believed()
    {
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);

        var report = await house.LookAsync(WatchMemory.None with { Key = Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()) });

        Assert.Equal(FindingKind.SealFalse, Assert.Single(report.Findings).Kind);
    }

    [Fact]
    public async Task A_seal_says_in_which_form_the_page_was_asked_for()
    {
        var (plain, english, paper) = (await SealedAsync(Article, ""), await SealedAsync(Article, "&ngu=en"), await SealedAsync(Article + "?in=1", ""));

        Assert.Equal((null, "en", null), (plain.Language, english.Language, paper.Language));
        Assert.Equal((Article, Article, Article + "?in=1"), (plain.Path, english.Path, paper.Path));
        Assert.Equal(3, new[] { plain, english, paper }.Select(seal => seal.Sha256).Distinct().Count());
        Assert.Equal(400, (await house.App.Visit().OpenAsync($"/api/v1/giam-sat/dau?trang={Article}&ma=0123456789abcdef&ngu=fr")).Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[]")]
    [InlineData("{\"payload\":null,\"key\":\"KEY\",\"signature\":null}")]
    [InlineData("{\"payload\":\"e30=\",\"key\":\"KEY\",\"signature\":\"?\"}")]
    [InlineData("<html>")]
    public async Task Whatever_is_said_in_the_place_of_a_seal_is_an_alarm_and_the_look_goes_on(string said)
    {
        var keys = await house.App.Visit().Http.GetStringAsync(new Uri("/api/v1/giam-sat/khoa", UriKind.Relative));
        said = said.Replace("KEY", System.Text.Json.JsonDocument.Parse(keys).RootElement[0].GetProperty("id").GetString()!, StringComparison.Ordinal);
        house.Proxy.Tamper = (request, passing) => request.Path == "/api/v1/giam-sat/dau" && request.Query["trang"] == Article ? passing.Saying(said) : passing;

        var report = await house.LookAsync();

        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.SealFalse && finding.Address.EndsWith(Article, StringComparison.Ordinal));
        Assert.Contains("/robots.txt", report.Checked);

        house.Proxy.Tamper = (request, passing) => request.Path == "/api/v1/giam-sat/khoa" ? passing.Saying(said) : passing;
        Assert.False((await house.LookAsync()).IsClean);
    }

    [Theory, InlineData("br"), InlineData("gzip")]
    public async Task An_answer_that_cannot_be_unpacked_could_not_be_looked_at_and_the_look_goes_on(string encoding)
    {
        house.Proxy.Tamper = (request, passing) => request.Path == Article ? passing with { Body = [.. Enumerable.Repeat((byte)0xAA, 500)], Encoding = encoding } : passing;

        var report = await house.LookAsync();

        Assert.Contains(Article, Assert.Single(report.Problems), StringComparison.Ordinal);
        Assert.Contains("/robots.txt", report.Checked);
    }

    [Fact]
    public async Task An_answer_that_unpacks_to_more_than_a_page_can_be_is_cut_off()
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++)
            {
                gzip.Write(zeros);
            }
        }

        house.Proxy.Tamper = (request, passing) => request.Path == Article ? passing with { Body = packed.ToArray(), Encoding = "gzip" } : passing;

        Assert.Contains("32 MB", Assert.Single((await house.LookAsync()).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_ends_however_slowly_it_is_answered()
    {
        var report = await house.LookAsync(manners: WatchedHouse.Hasty with { Longest = TimeSpan.Zero });

        Assert.Contains(report.Problems, problem => problem.Contains("chưa xem", StringComparison.Ordinal));
        Assert.Equal(0, report.Pages);
    }

    [Fact]
    public async Task A_page_of_a_million_tags_is_an_alarm_and_does_no_harm()
    {
        house.Proxy.Tamper = (request, passing) => request.Path == Article ? passing.Saying(string.Concat(Enumerable.Repeat("<div onclick=x>", 1_000_000))) : passing;

        Assert.Contains((await house.LookAsync()).Findings, finding => finding.Kind == FindingKind.PageDiffers && finding.Address.EndsWith(Article, StringComparison.Ordinal));
    }

    [Theory, InlineData("//127.0.0.1:9/x"), InlineData("http://127.0.0.1:9/x"), InlineData("@127.0.0.1:9/x"), InlineData(".noi-khac.example/"), InlineData(":9/x"), InlineData("")]
    public async Task Only_addresses_of_the_site_are_asked_for_whatever_a_site_map_says(string path)
    {
        house.Proxy.Asked.Clear();
        using var fetcher = new PhuSa.Portal.Watching.Outside.Fetcher(house.Proxy.Address, WatchedHouse.Hasty);

        try
        {
            await fetcher.GetAsync(path, PhuSa.Portal.Watching.Outside.Reader.Desktop, CancellationToken.None);
            Assert.Equal(path, Assert.Single(house.Proxy.Asked));
        }
        catch (PhuSa.Portal.Watching.Outside.NotFetchedException refused)
        {
            Assert.Contains("không phải là địa chỉ của trang này", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_seal_of_another_site_of_the_house_is_not_believed()
    {
        await using var own = new OwnHouse();
        await own.InitializeAsync();
        Assert.True((await own.LookAsync()).IsClean);

        // From now on the watched host is one of the house's own; the proxy goes on asking for khcn.localhost.
        await own.App.InDbAsync(db => db.Set<PhuSa.Portal.Sites.Site>().Where(site => site.Code == "lienminh").ExecuteUpdateAsync(set => set.SetProperty(site => site.Hosts, site => site.Hosts + " 127.0.0.1")));
        await own.PublishedAsync("Để mọi nơi biết");

        Assert.Contains((await own.LookAsync()).Findings, finding => finding.Kind == FindingKind.SealFalse);
    }

    [Fact]
    public async Task A_list_that_was_rolled_back_is_found()
    {
        var report = await house.LookAsync();
        var ahead = await house.LookAsync(report.Memory with { HeadNumber = report.Memory.HeadNumber + 1, HeadLink = new string('a', 64) });
        var other = await house.LookAsync(report.Memory with { HeadLink = new string('a', 64) });

        Assert.Equal(FindingKind.ListBroken, Assert.Single(ahead.Findings).Kind);
        Assert.Equal(FindingKind.ListBroken, Assert.Single(other.Findings).Kind);
    }

    [Theory, InlineData(500), InlineData(503), InlineData(429)]
    public async Task A_site_that_is_out_of_order_could_not_be_looked_at_and_is_no_alarm(int status)
    {
        house.Proxy.Tamper = (request, passing) => request.Path == Article ? passing with { Status = status } : passing;

        var report = await house.LookAsync();

        Assert.Empty(report.Findings);
        Assert.Contains(Article, Assert.Single(report.Problems), StringComparison.Ordinal);
    }

    [Theory, InlineData(1), InlineData(3)]
    public async Task A_page_that_was_not_as_published_and_is_then_refused_is_an_alarm(int answered)
    {
        var asked = 0;
        house.Proxy.Tamper = (request, passing) => request.Path != Article ? passing : Interlocked.Increment(ref asked) <= answered ? passing.Replacing("<h1>", "<h2>") : passing with { Status = 429 };

        var report = await house.LookAsync();

        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.PageDiffers && finding.Address.EndsWith(Article, StringComparison.Ordinal));
        Assert.DoesNotContain(Article, report.Checked);
    }

    [Fact]
    public async Task What_is_known_of_a_page_stays_where_one_of_its_forms_could_not_be_looked_at()
    {
        house.Proxy.Tamper = (request, passing) => request.Path == Article && request.Query["in"] == "1" ? passing with { Status = 503 } : passing;

        var report = await house.LookAsync();

        Assert.Empty(report.Findings);
        Assert.DoesNotContain(Article, report.Checked);
    }

    [Fact]
    public async Task Whoever_hides_the_seals_is_no_clean_site()
    {
        house.Proxy.Tamper = (request, passing) => request.Path.StartsWithSegments("/api/v1/giam-sat") ? passing with { Status = 404 } : passing;

        var report = await house.LookAsync();

        Assert.False(report.IsClean);
        Assert.NotEmpty(report.Problems);
    }

    [Fact]
    public async Task A_site_that_cannot_be_reached_could_not_be_looked_at()
    {
        var report = await SiteWatch.RunAsync(new Uri("http://127.0.0.1:9/"), WatchedHouse.Hasty, WatchMemory.None, [], TimeProvider.System, CancellationToken.None);

        Assert.Empty(report.Findings);
        Assert.Single(report.Problems);
    }

    [Fact]
    public async Task Looks_of_the_watcher_are_no_visits()
    {
        var before = await ViewsAsync();
        await house.LookAsync();

        Assert.Equal(before + 1, await ViewsAsync());
    }

    [Fact]
    public async Task No_address_of_another_host_is_ever_fetched()
    {
        house.Proxy.Tamper = (request, passing) => request.Path == Article ? passing.Replacing("</main>", "<a href=\"http://noi-khac.example/x\">x</a><img src=\"http://noi-khac.example/y.png\"></main>") : passing;
        house.Proxy.Asked.Clear();

        var report = await house.LookAsync();

        Assert.Contains(report.Findings, finding => finding is { Kind: FindingKind.ForeignLink, Detail: "noi-khac.example" });
        Assert.DoesNotContain(house.Proxy.Asked, asked => asked is "/x" or "/y.png");
    }

    [Theory, InlineData("/quan-tri"), InlineData("/api/v1/x"), InlineData("//noi-khac.example/"), InlineData("https://noi-khac.example/"), InlineData("/tai-khoan"), InlineData("khong"), InlineData("/a?b=1"), InlineData("/a?in=1&b=1"), InlineData("/quan-tri?in=1"), InlineData("/%71uan-tri"), InlineData("/assets/style.css?in=1"), InlineData("")]
    public async Task Nothing_that_is_not_public_is_sealed(string path)
    {
        var visitor = house.App.Visit();

        await visitor.OpenAsync($"/api/v1/giam-sat/dau?trang={Uri.EscapeDataString(path)}&ma=0123456789abcdef");

        Assert.Equal(400, visitor.Status);
    }

    [Fact]
    public async Task A_new_key_is_believed_because_the_old_one_signed_it()
    {
        await using var own = new OwnHouse();
        await own.InitializeAsync();
        var first = await own.LookAsync();
        await own.App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(new Actor("Kiểm thử"));
            return await services.GetRequiredService<IWatchKeyBook>().ReplaceAsync(CancellationToken.None);
        });
        await own.PublishedAsync("Sau khi đổi khoá");
        await own.RunAsync(SealJob.JobCode);

        var second = await own.LookAsync(first.Memory);

        Assert.Empty(second.Findings);
        Assert.NotEqual(first.Memory.Key, second.Memory.Key);
        Assert.Equal(first.Memory.HeadNumber + 1, second.Memory.HeadNumber);
    }

    private static Func<HttpRequest, Passing, Passing> OnArticle(Func<Passing, Passing> tamper) =>
        (request, passing) => request.Path == Article && passing.Status == 200 && request.QueryString.Value is null or "" && request.Headers.Cookie.Count == 0 ? tamper(passing) : passing;

    private async Task<Platform.Web.Seals.AnswerSeal> SealedAsync(string path, string more)
    {
        var said = await house.App.Visit().Http.GetStringAsync(new Uri($"/api/v1/giam-sat/dau?trang={Uri.EscapeDataString(path)}&ma=0123456789abcdef{more}", UriKind.Relative));
        return System.Text.Json.JsonSerializer.Deserialize<Envelope>(said, Envelope.Json)!.Read<AnswerFacts>()!.Seal;
    }

    private async Task<long> ViewsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/thong-ke-truy-cap", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
        using var answer = await house.App.Visit().Http.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        var page = await BrowsingContext.New().OpenAsync(r => r.Content(html));
        return long.Parse(page.QuerySelector("#views")!.TextContent.Replace(".", "", StringComparison.Ordinal));
    }

    private sealed class OwnHouse : WatchedHouse, IAsyncDisposable;
}
