using System.Text;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Outside;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Tests.Watching;

/// <summary>What is looked for in a page, whoever put it there.</summary>
public sealed class PageLookTests
{
    private static readonly Uri Address = new("https://khcn.vi-du.vn/bai-viet/a");
    private static readonly Welcome Welcome = new(["khcn.vi-du.vn", "lienminh.vi-du.vn"], [".gov.vn", "bao.vi-du.vn"], ["cá độ"]);

    [Theory]
    [InlineData("<a href='/x'>x</a><a href='https://lienminh.vi-du.vn/'>y</a><a href='https://chinhphu.gov.vn/'>z</a><a href='https://gov.vn'>t</a><a href='https://bao.vi-du.vn/a'>u</a><a href='mailto:a@b.vn'>v</a><a href='tel:0296'>w</a><a href='#noi-dung'>q</a>")]
    [InlineData("<script type='application/ld+json'>{}</script><script type='module' src='/assets/a.mjs'></script><link rel='stylesheet' href='/assets/s.css'>")]
    [InlineData("<form id='co-chu' method='post' action='/co-chu' hidden><input type='hidden' name='back' value='/'></form><img src='data:image/svg+xml,x' alt=''>")]
    [InlineData("<p>Sở cảnh báo: không tham gia cá độ. Trong ca đó có 3 người; các lô đề xuất; nhà cải tạo; đổi mới.</p>")]
    public void What_the_product_and_its_articles_say_is_no_alarm(string body) => Assert.Empty(At(body).Findings);

    [Theory]
    [InlineData(FindingKind.ForeignLink, "<a href='https://nha.example/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='//nha.example/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='https://gov.vn.nha.example/'>x</a>", "gov.vn.nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='https://xgov.vn/'>x</a>", "xgov.vn")]
    [InlineData(FindingKind.ForeignLink, "<form action='https://nha.example/'></form>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<button formaction='https://nha.example/'>x</button>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<img srcset='/a.png 1x, https://nha.example/b.png 2x' alt=''>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<link rel='canonical' href='https://nha.example/a'>", "nha.example")]
    [InlineData(FindingKind.UnknownScript, "<script>alert(1)</script>", "alert(1)")]
    [InlineData(FindingKind.UnknownScript, "<script src='https://chinhphu.gov.vn/a.js'></script>", "a.js")]
    [InlineData(FindingKind.UnknownScript, "<script src='/tep/a.js'></script>", "/tep/a.js")]
    [InlineData(FindingKind.UnknownScript, "<img src='/a.png' alt='' onerror='x()'>", "onerror")]
    [InlineData(FindingKind.UnknownScript, "<a href='javascript:x()'>x</a>", "javascript:")]
    [InlineData(FindingKind.UnknownScript, "<meta http-equiv='Refresh' content='0;url=/x'>", "refresh")]
    [InlineData(FindingKind.UnknownScript, "<base href='https://chinhphu.gov.vn/'>", "base")]
    [InlineData(FindingKind.UnknownScript, "<iframe srcdoc='x'></iframe>", "iframe")]
    [InlineData(FindingKind.HiddenBlock, "<div style='display: none'><a href='/x'>x</a></div>", "display")]
    [InlineData(FindingKind.HiddenBlock, "<div style='position:absolute; left:-9999px'><a href='/x'>x</a></div>", "-9999px")]
    [InlineData(FindingKind.HiddenBlock, "<div hidden><a href='/x'>x</a></div>", "hidden")]
    [InlineData(FindingKind.BettingWords, "<p>NHÀ CÁI uy tín</p>", "nhà cái")]
    [InlineData(FindingKind.BettingWords, "<p>nha cai uy tin</p>", "nhà cái")]
    [InlineData(FindingKind.BettingWords, "<p>Nổ   <b>hũ</b></p>", "nổ hũ")]
    [InlineData(FindingKind.BettingWords, "<p>Tài-xỉu</p>", "tài xỉu")]
    [InlineData(FindingKind.BettingWords, "<img src='/a.png' alt='Casino trực tuyến'>", "casino")]
    [InlineData(FindingKind.BettingWords, "<meta name='description' content='soi kèo hôm nay'>", "soi kèo")]
    [InlineData(FindingKind.BettingWords, "<p>789BET</p>", "789bet")]
    [InlineData(FindingKind.ForeignLink, "<a href='/\t/nha.example/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='/\\nha.example/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='\\\\nha.example/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='///nha.example/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='https:/nha.example/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='ht&#10;tps://nha.example/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='&#1;//nha.example/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='https://nha.example\\@chinhphu.gov.vn/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='https://chinhphu.gov.vn@nha.example/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<svg><a xlink:href='https://nha.example/'><text>x</text></a></svg>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<svg><image href='https://nha.example/a.png'/></svg>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<a href='/a' ping='https://nha.example/'>x</a>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<meta property='og:image' content='https://nha.example/a.png'>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<noscript><img src='//nha.example/a.png' alt=''></noscript>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<picture><source srcset='https://nha.example/a.webp&#10;2x'></picture>", "nha.example")]
    [InlineData(FindingKind.ForeignLink, "<math href='https://nha.example/'><mi>x</mi></math>", "nha.example")]
    [InlineData(FindingKind.UnknownScript, "<style>@import url(//nha.example/a.css);</style>", "nha.example")]
    [InlineData(FindingKind.UnknownScript, "<svg><style>a{background:url(//nha.example/a)}</style></svg>", "nha.example")]
    [InlineData(FindingKind.UnknownScript, "<p style='background:URL(//nha.example/a)'>x</p>", "nha.example")]
    [InlineData(FindingKind.UnknownScript, "<link rel='stylesheet' href='/tep/1/a.css'>", "a.css")]
    [InlineData(FindingKind.UnknownScript, "<svg><a><set attributeName='href' to='https://nha.example/'/></a></svg>", "nha.example")]
    [InlineData(FindingKind.UnknownScript, "<div><template shadowrootmode='open'><a href='https://nha.example/'>x</a></template></div>", "div")]
    [InlineData(FindingKind.UnknownScript, "<template><a href='https://nha.example/'>x</a></template>", "template")]
    [InlineData(FindingKind.UnknownScript, "<meta http-equiv='set-cookie' content='a=b'>", "set-cookie")]
    [InlineData(FindingKind.UnknownScript, "<a href='java&#9;script:x()'>x</a>", "javascript:")]
    [InlineData(FindingKind.HiddenBlock, "<div style='dis/**/play:none'><a href='/x'>x</a></div>", "play")]
    [InlineData(FindingKind.BettingWords, "<p>nhà c<b>á</b>i</p>", "nhà cái")]
    [InlineData(FindingKind.BettingWords, "<p>nh\u200Bà c\u00ADái</p>", "nhà cái")]
    [InlineData(FindingKind.BettingWords, "<p>nh&agrave;&nbsp;c&aacute;i</p>", "nhà cái")]
    [InlineData(FindingKind.BettingWords, "<p>nhа cаi</p>", "nhà cái")]
    [InlineData(FindingKind.BettingWords, "<p>ｎｈà ｃáｉ</p>", "nhà cái")]
    [InlineData(FindingKind.BettingWords, "<p>𝐜𝐚𝐬𝐢𝐧𝐨</p>", "casino")]
    [InlineData(FindingKind.BettingWords, "<p>c.a.s.i.n.o</p>", "casino")]
    [InlineData(FindingKind.BettingWords, "<p>n h à c á i</p>", "nhà cái")]
    [InlineData(FindingKind.BettingWords, "<ul><li>nhà</li><li>cái</li></ul>", "nhà cái")]
    public void What_strangers_put_in_is_found(FindingKind kind, string body, string detail) =>
        Assert.Contains(At(body).Findings, finding => finding.Kind == kind && finding.Detail.Contains(detail, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("<div onclick=x>")]
    [InlineData("<b><div><i>")]
    [InlineData("<div hidden><a href=/x>")]
    [InlineData("<svg><g>")]
    public void A_page_that_would_take_for_ever_or_bring_the_watcher_down_is_not_looked_into(string tags)
    {
        foreach (var times in (int[])[1000, 19_000, 1_000_000])
        {
            Assert.Throws<NotFetchedException>(() => At(string.Concat(Enumerable.Repeat(tags, times))));
        }
    }

    [Fact]
    public void However_much_a_stranger_puts_in_twenty_of_a_kind_are_told()
    {
        var (findings, _) = At(string.Concat(Enumerable.Range(0, 5000).Select(i => $"<a href='https://nha{i}.example/' onclick=x{i}>x</a>")));

        Assert.Equal((20, 20), (findings.Count(finding => finding.Kind == FindingKind.ForeignLink), findings.Count(finding => finding.Kind == FindingKind.UnknownScript)));
    }

    [Fact]
    public void A_header_that_sends_readers_elsewhere_is_found() =>
        Assert.Equal(FindingKind.UnknownScript, Assert.Single(PageLook.At(Address, new Fetched(200, null, "text/html", "0;url=https://nha.example", "<p>x</p>"u8.ToArray()), Welcome).Findings).Kind);

    [Fact]
    public void Files_that_a_page_loads_and_hands_out_are_looked_at_too()
    {
        var (_, files) = At("<link rel='alternate' type='application/rss+xml' href='/rss.xml'><link rel='canonical' href='/a'><link rel='stylesheet' href='/assets/s.css'><img src='/tep/1/a.png' srcset='/tep/1/w640/a.webp 640w, /tep/1/w960/a.webp 960w' alt=''><a href='/tep/2/b.pdf'>b</a><a href='/bai-viet/b'>c</a>");

        Assert.Equal(["/assets/s.css", "/rss.xml", "/tep/1/a.png", "/tep/1/w640/a.webp", "/tep/1/w960/a.webp", "/tep/2/b.pdf"], files);
    }

    [Theory]
    [InlineData("cá độ bóng đá", "cá độ|cá độ bóng đá")]
    [InlineData("ca do bong da", "cá độ|cá độ bóng đá")]
    [InlineData("cả độ ẩm", "")]
    [InlineData("nhà cái", "nhà cái")]
    [InlineData("nha\u0300 ca\u0301i", "nhà cái")]
    [InlineData("nhà cãi nhau", "")]
    [InlineData("a, b, c, d, đ, e, ê, g, h, i, k, l, m, n", "")]
    [InlineData("Россия, Москва; Ελλάδα", "")]
    [InlineData("\uD835 nhà cái", "nhà cái")]
    public void Betting_words_are_whole_words_with_their_marks_or_wholly_without(string text, string found) => Assert.Equal(found, string.Join('|', BettingWords.In(text)));

    [Fact]
    public void Every_older_article_has_its_turn_and_the_sites_own_pages_always()
    {
        var map = Enumerable.Range(1, 10).Select(i => new MapEntry($"/bai-viet/{i}", $"2026-07-{i:00}")).Append(new MapEntry("/luu-tru", null)).ToList();
        var manners = new WatchManners { Newest = 2, Rotating = 3 };
        var seen = new HashSet<string>();
        var turn = 0;
        for (var look = 0; look < 3; look++)
        {
            var walk = SiteWalk.Of(map, manners, turn, ["/bai-viet/bao-dong"]);
            var paths = walk.Pages;
            turn = walk.TurnAfter(paths.Count);
            Assert.Equal(["/", "/luu-tru", "/bai-viet/10", "/bai-viet/9"], paths.Take(4));
            Assert.Equal("/bai-viet/bao-dong", paths[^1]);
            Assert.Equal(8, paths.Count);
            seen.UnionWith(paths);
        }

        Assert.All(map, entry => Assert.Contains(entry.Path, seen));
    }

    [Fact]
    public void Every_page_of_a_record_has_its_turn_and_keeps_no_article_and_no_list_waiting()
    {
        var lists = new[] { "/su-kien", "/chuyen-muc/tin" };
        var articles = Enumerable.Range(1, 5).Select(i => $"/bai-viet/{i}").ToList();
        var records = Enumerable.Range(1, 10).Select(i => $"/su-kien/{i}").Append("/bao-cao/nua-nam/so-lieu/a.b").ToList();
        var map = lists.Concat(articles).Concat(records).Select(path => new MapEntry(path, Changed: null)).ToList();
        var manners = new WatchManners { Newest = 2, Rotating = 4 };
        var seen = new HashSet<string>();
        var turn = 0;
        for (var look = 0; look < 3; look++)
        {
            var walk = SiteWalk.Of(map, manners, turn, []);
            var paths = walk.Pages;
            turn = walk.TurnAfter(paths.Count);
            Assert.Equal(["/", .. lists], paths.Take(3));
            Assert.Equal(articles.Order(), paths.Intersect(articles).Order());
            Assert.Equal(4, paths.Intersect(records).Count());
            seen.UnionWith(paths);
        }

        Assert.Superset(records.ToHashSet(), seen);
    }

    [Fact]
    public void Pages_that_come_and_go_put_off_the_turn_of_no_other()
    {
        var manners = new WatchManners { Newest = 0, Rotating = 10 };
        foreach (var folder in new[] { "/su-kien", "/bai-viet" })
        {
            var going = new Queue<string>(Enumerable.Range(1, 10).Select(i => $"{folder}/di-{i}"));
            var staying = Enumerable.Range(1, 80).Select(i => $"{folder}/o-{i}").ToList();
            var coming = new List<string>();
            var (turn, seen) = (0, new HashSet<string>());

            // In all never more than a hundred: after ten looks of ten each was looked at.
            for (var look = 1; look <= 10; look++)
            {
                coming.Add($"{folder}/den-{look}");
                going.Dequeue();
                var walk = SiteWalk.Of([.. going.Concat(staying).Concat(coming).Select(path => new MapEntry(path, Changed: null))], manners, turn, []);
                turn = walk.TurnAfter(walk.Pages.Count);
                seen.UnionWith(walk.Pages);
            }

            Assert.Superset(staying.ToHashSet(), seen);
        }
    }

    [Fact]
    public void A_look_that_had_no_more_time_is_gone_on_with_where_it_ended()
    {
        var map = Enumerable.Range(1, 10).Select(i => new MapEntry($"/su-kien/{i}", Changed: null)).ToList();
        var manners = new WatchManners { Newest = 0, Rotating = 5 };
        var first = SiteWalk.Of(map, manners, turn: 0, []);

        // The home page and two records.
        var second = SiteWalk.Of(map, manners, first.TurnAfter(3), []);

        Assert.Equal(first.Records.Skip(2), second.Records.Take(3));
        Assert.Equal(first.Records, SiteWalk.Of(map, manners, first.TurnAfter(0), []).Records);
    }

    [Fact]
    public void A_site_map_of_several_files_is_followed_on_the_own_host_only()
    {
        var map = SiteWalk.Read("""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://khcn.vi-du.vn/sitemap-1.xml</loc></sitemap><sitemap><loc>https://nha.example/s.xml</loc></sitemap></sitemapindex>"""u8.ToArray(), Welcome.IsOwn);

        Assert.Equal(("/sitemap-1.xml", "https://nha.example/s.xml"), (Assert.Single(map!.Value.Parts), Assert.Single(map.Value.Foreign)));
        Assert.Null(SiteWalk.Read("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"u8.ToArray(), Welcome.IsOwn));
    }

    private static (IReadOnlyList<Finding> Findings, IReadOnlyList<string> Files) At(string body) =>
        PageLook.At(Address, new Fetched(200, null, "text/html", null, Encoding.UTF8.GetBytes($"<!doctype html><html lang='vi'><head><title>t</title></head><body>{body}</body></html>")), Welcome);
}
