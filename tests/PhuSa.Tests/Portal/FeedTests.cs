using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace PhuSa.Tests.Portal;

public sealed class FeedTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory]
    [InlineData("/rss.xml", "application/rss+xml")]
    [InlineData("/atom.xml", "application/atom+xml")]
    [InlineData("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe/rss.xml", "application/rss+xml")]
    [InlineData("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe/atom.xml", "application/atom+xml")]
    public async Task A_feed_lists_the_newest_news_with_absolute_addresses(string address, string type)
    {
        using var http = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://khcn.localhost" + address);
        using var answer = await http.SendAsync(request);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        using var reader = XmlReader.Create(await answer.Content.ReadAsStreamAsync());
        var feed = SyndicationFeed.Load(reader);
        Assert.NotEmpty(feed.Items);
        Assert.All(feed.Items, item => Assert.StartsWith("http://khcn.localhost/", item.Links[0].Uri.AbsoluteUri, StringComparison.Ordinal));
        Assert.Equal("Báo cáo thử", feed.Items.First().Title.Text);
        Assert.DoesNotContain(feed.Items, item => item.Title.Text == "Báo cáo của trang khác");
    }

    [Fact]
    public async Task A_feed_of_no_category_is_not_found() =>
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.CreateClient().GetAsync("http://khcn.localhost/chuyen-muc/khong-co/rss.xml")).StatusCode);

    [Fact]
    public async Task The_map_of_addresses_lists_what_is_at_home_on_the_site_and_each_address_answers()
    {
        using var http = app.CreateClient();
        foreach (var site in (string[])["khcn.localhost", "lienminh.localhost"])
        {
            var map = XDocument.Parse(await http.GetStringAsync($"http://{site}/sitemap.xml"));
            var addresses = map.Root!.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value).ToList();

            Assert.Equal(addresses.Distinct(StringComparer.Ordinal), addresses);
            Assert.Contains($"http://{site}/", addresses);
            Assert.Contains($"http://{site}/lien-he", addresses);
            foreach (var address in addresses.Where(address => !address.Contains("/bao-cao/thu", StringComparison.Ordinal) && !address.Contains("/bao-cao/khac", StringComparison.Ordinal)))
            {
                using var answer = await http.GetAsync(address);
                Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task An_article_of_two_sites_stands_in_the_map_of_its_home_alone()
    {
        using var http = app.CreateClient();

        Assert.Contains("/bai-viet/hoi-nghi-so-ket-6-thang-2020<", await http.GetStringAsync("http://khcn.localhost/sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("/bai-viet/hoi-nghi-so-ket-6-thang-2020<", await http.GetStringAsync("http://lienminh.localhost/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_are_told_where_the_map_is_and_kept_from_the_office()
    {
        var said = await app.CreateClient().GetStringAsync("http://khcn.localhost/robots.txt");

        Assert.Contains("Disallow: /quan-tri\n", said, StringComparison.Ordinal);
        Assert.Contains("Sitemap: http://khcn.localhost/sitemap.xml\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_of_the_archive_open_lists_that_agree()
    {
        var visitor = app.Visit();
        var archive = (await visitor.OpenAsync("/luu-tru")).Page;
        var months = archive.QuerySelectorAll("main .ps-links a").Select(link => (Address: link.GetAttribute("href")!, Text: link.TextContent)).ToList();

        Assert.NotEmpty(months);
        foreach (var (address, text) in months)
        {
            var list = (await visitor.OpenAsync(address)).Page;
            Assert.Contains($"{list.QuerySelectorAll("main .ps-news > li").Length} tin", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/luu-tru/1999-01")]
    [InlineData("/luu-tru/2020-13")]
    [InlineData("/luu-tru/9999-12")]
    [InlineData("/luu-tru/abc")]
    [InlineData("/luu-tru/2020-07?trang=9")]
    public async Task A_month_without_news_is_not_found(string address) =>
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.CreateClient().GetAsync("http://khcn.localhost" + address)).StatusCode);

    [Fact]
    public async Task Programs_read_of_an_article_what_the_page_says_and_no_more()
    {
        var page = (await app.Visit().OpenAsync("/bai-viet/hoi-nghi-so-ket-6-thang-2020")).Page;
        var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

        Assert.Equal("NewsArticle", data.GetProperty("@type").GetString());
        Assert.Equal(page.QuerySelector("h1")!.TextContent, data.GetProperty("headline").GetString());
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), data.GetProperty("mainEntityOfPage").GetString());
        Assert.Equal("GovernmentOrganization", data.GetProperty("publisher").GetProperty("@type").GetString());
    }

    [Fact]
    public async Task An_article_on_two_sites_is_published_by_the_one_where_it_is_at_home()
    {
        const string address = "/bai-viet/hoi-nghi-so-ket-6-thang-2020";
        var read = (await app.Visit("lienminh.localhost").OpenAsync(address)).Page;
        var data = JsonDocument.Parse(read.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

        Assert.StartsWith("http://khcn.localhost/", data.GetProperty("mainEntityOfPage").GetString(), StringComparison.Ordinal);
        Assert.Equal("GovernmentOrganization", data.GetProperty("publisher").GetProperty("@type").GetString());
    }

    [Fact]
    public async Task The_home_page_says_whose_site_it_is()
    {
        var department = (await app.Visit().OpenAsync("/")).Page.QuerySelector("script[type='application/ld+json']")!.TextContent;
        var alliance = (await app.Visit("lienminh.localhost").OpenAsync("/")).Page.QuerySelector("script[type='application/ld+json']")!.TextContent;

        Assert.Contains("GovernmentOrganization", department, StringComparison.Ordinal);
        Assert.DoesNotContain("GovernmentOrganization", alliance, StringComparison.Ordinal);
    }
}
