using System.Text.Encodings.Web;
using System.Text.Unicode;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;

namespace PhuSa.Tests.Portal;

public sealed class ArticleBodyTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly Texts Texts = new([], []);

    [Fact]
    public void Paragraphs_headings_lists_and_links_are_all_there_is()
    {
        Assert.Equal(
            """<p>Một hai</p><h2>Đề mục</h2><ul><li>ba</li><li>xem <a href="/nhan-hieu">sổ</a></li></ul><p>Bốn</p>""",
            Html("Một\nhai\n\n## Đề mục\n- ba\n- xem [sổ](/nhan-hieu)\n\n\nBốn"));
    }

    [Fact]
    public void Point_figures_say_how_they_came_about_in_words()
    {
        var html = Html("{thu/a.granted} {thu/a.first} {thu/a.guests} {thu/a.drift} {thu/a.missing}");

        Assert.Contains("""<a class="ps-fig" data-kind="computed" href="/bao-cao/thu/so-lieu/a.granted">06 hợp tác xã</a> """, html, StringComparison.Ordinal);
        Assert.Contains("""08 đơn vị</a><span class="ps-mark" data-kind="hand">nhập tay</span>""", html, StringComparison.Ordinal);
        Assert.Contains("""khoảng 50 người</a><span class="ps-mark" data-kind="about">ước chừng</span>""", html, StringComparison.Ordinal);
        Assert.Contains("""<a class="ps-mark" data-kind="drifted" href="/bao-cao/thu/so-lieu/a.drift">nay 07</a>""", html, StringComparison.Ordinal);
        Assert.Contains("""<a class="ps-fig" data-kind="unknown" href="/bao-cao/thu/so-lieu/a.missing">chưa có dữ liệu</a>""", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{thu/no-such}")]
    [InlineData("{no-such-review/a.granted}")]
    public void A_figure_that_nobody_keeps_is_said_to_be_unknown(string body) =>
        Assert.Equal("<p><span class=\"ps-unknown\">chưa có dữ liệu</span></p>", Html(body));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("## <b>đậm</b>")]
    [InlineData("- \"><svg onload=alert(1)>")]
    [InlineData("[<i>x</i>](/a\"onmouseover=\"alert`1`)")]
    [InlineData("[x](javascript:alert)")]
    [InlineData("[x](JaVaScRiPt:alert)")]
    [InlineData("[x](data:text/html,hi)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](http://plain.example)")]
    [InlineData("{thu/<b>}")]
    [InlineData("&lt;script&gt;")]
    [InlineData("[a]([b](javascript:x))")]
    public void Hostile_text_stays_text(string body)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Html(body));

        Assert.Empty(page.QuerySelectorAll("script, img, svg, b, i, iframe, object, style"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name == "style"));
        Assert.All(page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")), href => Assert.True(LocalAddress.OrHttps(href)));
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))", false)]
    [InlineData("[x]( javascript:alert(1))", false)]
    [InlineData("[x](//evil.example)", false)]
    [InlineData("[x](http://plain.example)", false)]
    [InlineData("[x]()", false)]
    [InlineData("[x](/bao-cao)", true)]
    [InlineData("[x](https://example.vn/a?b=1#c)", true)]
    [InlineData("chữ (thường) [ngoặc]", true)]
    public void An_import_refuses_a_link_that_is_neither_local_nor_https(string body, bool accepted) =>
        Assert.Equal(accepted, ArticleBody.Problem(body) is null);

    private static string Html(string body)
    {
        using var writer = new StringWriter();
        var figures = new Dictionary<string, IReadOnlyDictionary<string, FigureLink>>(StringComparer.Ordinal) { [PortalApp.Review] = PortalApp.Links() };
        WrittenBody.Render(WrittenBody.Kept(body), figures, new Dictionary<Guid, FilePicture>(), Texts).WriteTo(writer, Encoder);
        return writer.ToString().ReplaceLineEndings("\n");
    }
}
