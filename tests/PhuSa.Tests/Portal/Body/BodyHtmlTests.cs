using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Body;

namespace PhuSa.Tests.Portal.Body;

public sealed class BodyHtmlTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["p"] = [],
        ["h2"] = [],
        ["h3"] = [],
        ["h4"] = [],
        ["ul"] = [],
        ["ol"] = ["start"],
        ["li"] = [],
        ["blockquote"] = [],
        ["strong"] = [],
        ["em"] = [],
        ["sub"] = [],
        ["sup"] = [],
        ["a"] = ["href", "rel"],
        ["br"] = [],
        ["hr"] = [],
        ["figure"] = [],
        ["figcaption"] = [],
        ["img"] = ["src", "alt", "width", "height"],
        ["table"] = [],
        ["caption"] = [],
        ["thead"] = [],
        ["tbody"] = [],
        ["tfoot"] = [],
        ["tr"] = [],
        ["th"] = ["scope", "colspan", "rowspan"],
        ["td"] = ["colspan", "rowspan"],
        ["div"] = ["class", "role", "tabindex", "aria-label"],
    };

    [Theory]
    [MemberData(nameof(AttackStrings.All), MemberType = typeof(AttackStrings))]
    public void An_attack_leaves_only_harmless_elements(string attack)
    {
        var clean = BodyHtml.Clean(attack).Html;

        Assert.Empty(Harm(clean));
        Assert.Equal(clean, BodyHtml.Clean(clean).Html);
    }

    [Theory]
    [MemberData(nameof(AttackStrings.All), MemberType = typeof(AttackStrings))]
    public void An_attack_inside_a_good_text_leaves_the_text(string attack)
    {
        var clean = BodyHtml.Clean($"<p>Trước</p><div>{attack}</div>").Html;

        Assert.StartsWith("<p>Trước</p>", clean, StringComparison.Ordinal);
        Assert.Empty(Harm(clean));
    }

    [Theory]
    [InlineData("<p>Chữ</p><p><img src=\"data:image/png;base64,AA==\"></p><img src=\"file:///C:/a.png\"><figure><img src=\"https://example.vn/a.png\" alt=\"Xoài\"></figure>", 3)]
    [InlineData("<p>Chữ <img src=\"//example.vn/a.png\"><img></p>", 2)]
    [InlineData("<p>Chữ</p><figure><img src=\"/tep/a.jpg\" alt=\"Ruộng lúa\"></figure>", 0)]
    [InlineData("Chữ thường, không có ảnh", 0)]
    public void Pictures_of_elsewhere_are_left_out_and_counted(string typed, int leftOut)
    {
        var clean = BodyHtml.Clean(typed);

        Assert.Equal(leftOut, clean.PicturesLeftOut);
        Assert.Equal(0, BodyHtml.Clean(clean.Html).PicturesLeftOut);
    }

    [Fact]
    public void Whatever_is_typed_becomes_harmless_and_cleaning_twice_changes_nothing()
    {
        var pieces = AttackStrings.All.Select(row => row.Data).Concat(["<p>", "</p>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<h2>", "</h4>", "<blockquote>", "<strong>", "</em>", "<a href='/x'>", "</a>", "chữ", "\n\n", "<figure>", "<img src='/a'>", "<figcaption>", "\0", "&amp;", "<br>"]).ToArray();

        Gen.Int[0, pieces.Length - 1].Select(at => pieces[at]).Array[1, 8].Sample(
            parts =>
            {
                var clean = BodyHtml.Clean("<p>" + string.Concat(parts)).Html;
                return Harm(clean).Count == 0 && BodyHtml.Clean(clean).Html == clean;
            },
            iter: 2000);
    }

    [Fact]
    public void What_an_editor_makes_comes_out_as_it_went_in()
    {
        const string text = "<p>Đoạn <strong>đậm</strong> và <em>nghiêng</em>, <a href=\"/bai-viet/x\">liên kết</a>.</p><h2>Đề mục</h2><ul><li><p>một</p><ul><li><p>hai</p></li></ul></li></ul><ol start=\"3\"><li>ba</li></ol><blockquote><p>trích</p></blockquote><hr><figure><img src=\"/tep/a.jpg\" alt=\"Ruộng lúa\"><figcaption>Ảnh: Văn phòng Sở</figcaption></figure>";

        var clean = BodyHtml.Clean(text);

        Assert.Equal(text, clean.Html);
        Assert.Empty(clean.Problems);
    }

    [Fact]
    public void Plain_text_becomes_paragraphs_headings_lists_and_links() => Assert.Equal(
        "<p>Một &lt; hai &amp; ba</p><h2>Đề mục</h2><ul><li>một</li><li><a href=\"/x\">hai</a></li></ul><p>{so-ket/events.sessions} đã mở.</p>",
        BodyHtml.Clean("Một < hai & ba\n\n## Đề mục\n\n- một\n- [hai](/x)\n\n{so-ket/events.sessions} đã mở.").Html);

    [Theory]
    [InlineData("<p>a</p>\n\nb\n\n## c\n\n- d\n- e", "<p>a</p><p>b</p><h2>c</h2><ul><li>d</li><li>e</li></ul>")]
    [InlineData("- d\n<p>a</p>\n[b](/b)\n\nc", "<ul><li>d</li></ul><p>a</p><p><a href=\"/b\">b</a></p><p>c</p>")]
    [InlineData("<p>a</p>\n\n[b](javascript:alert(1))\n\nc", "<p>a</p><p>[b](javascript:alert(1))</p><p>c</p>")]
    [InlineData("<p>a</p>một dòng <strong>đậm</strong>\n\nb", "<p>a</p><p>một dòng <strong>đậm</strong>\n\nb</p>")]
    public void What_is_typed_between_the_elements_of_a_text_is_read_as_in_a_new_one(string typed, string html) => Assert.Equal(html, BodyHtml.Clean(typed).Html);

    [Fact]
    public void Words_of_an_unknown_element_stay_and_words_of_a_script_do_not() =>
        Assert.Equal("<p>chữ giữ lại</p>", BodyHtml.Clean("<center><font color=red>chữ giữ lại</font></center><script>mất</script>").Html);

    [Fact]
    public void A_link_that_leads_elsewhere_says_so()
    {
        var clean = BodyHtml.Clean("<p><a href=\"https://example.vn/\">ngoài</a> <a href=\"/trong\">trong</a></p>").Html;

        Assert.Contains("<a href=\"https://example.vn/\" rel=\"external noopener\">ngoài</a>", clean, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/trong\">trong</a>", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_table_has_a_frame_that_the_keyboard_reaches()
    {
        var clean = BodyHtml.Clean("<table><caption>Kết quả</caption><tr><th>Năm</th></tr><tr><td>2020</td></tr></table>");

        Assert.StartsWith("<div class=\"ps-wide\" role=\"region\" tabindex=\"0\" aria-label=\"Kết quả\"><table>", clean.Html, StringComparison.Ordinal);
        Assert.Empty(clean.Problems);
        Assert.Equal(clean.Html, BodyHtml.Clean(clean.Html).Html);
    }

    [Theory]
    [InlineData("<h3>Vừa</h3>", "Đề mục đầu tiên “{0}” phải là đề mục lớn.")]
    [InlineData("<h2>Lớn</h2><h4>Nhỏ</h4>", "Đề mục “{0}” nhảy qua một cấp. Hãy dùng đề mục lớn, rồi vừa, rồi nhỏ.")]
    [InlineData("<p>x</p><img src=\"/tep/a.jpg\">", "Ảnh “{0}” chưa có lời thay ảnh. Hãy tả điều người xem thấy trong ảnh.")]
    [InlineData("<table><tr><td>2020</td></tr></table>", "Bảng bắt đầu bằng “{0}” chưa có hàng hoặc cột tiêu đề. Hãy đặt con trỏ trong bảng và chọn “Hàng tiêu đề”.")]
    public void What_a_reader_without_sight_would_miss_is_a_problem(string html, string sentence) =>
        Assert.Equal([sentence], BodyHtml.Clean(html).Problems.Select(problem => problem.Sentence));

    [Fact]
    public void Headings_in_order_are_no_problem() =>
        Assert.Empty(BodyHtml.Clean("<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2><h3>e</h3>").Problems);

    [Fact]
    public void A_figure_is_named_between_elements_only()
    {
        var clean = BodyHtml.Clean("<p>{so-ket/events.sessions} <a href=\"/{so-ket/a}\">x</a></p>").Html;

        Assert.Equal([new NamedFigure("so-ket", "events.sessions")], BodyMarks.Figures(clean));
        Assert.Contains("href=\"/&#123;so-ket/a}\"", clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{", "")]
    [InlineData("{a/b", "")]
    [InlineData("{/b}{a/}{a}{A/b}{a /b}", "")]
    [InlineData("{{a/b}}", "a/b")]
    [InlineData("{a{b/c.d-1}{e-2/f}", "b/c.d-1 e-2/f")]
    [InlineData("{a/b} {a/b}", "a/b")]
    public void A_figure_is_a_review_and_a_code_in_braces(string text, string named)
    {
        Assert.Equal(named, string.Join(' ', BodyMarks.Figures(text).Select(figure => $"{figure.Review}/{figure.Code}")));
        Assert.Equal(named.Length == 0, BodyMarks.WithoutFigures(text) == text);
    }

    [Fact]
    public void The_words_of_a_text_are_a_line_to_a_block() =>
        Assert.Equal("Một & hai\nba\nbốn", BodyMarks.Words("<p>Một &amp; <strong>hai</strong></p><ul><li>ba</li></ul><h2>bốn</h2>"));

    /// <returns>Each element or attribute that should not be in a page.</returns>
    private static List<string> Harm(string html)
    {
        var found = new List<string>();
        foreach (var element in new HtmlParser().ParseDocument("<body>" + html).Body!.QuerySelectorAll("*"))
        {
            if (!Allowed.TryGetValue(element.LocalName, out var attributes))
            {
                found.Add(element.LocalName);
                continue;
            }

            found.AddRange(element.Attributes.Where(attribute => !attributes.Contains(attribute.Name)).Select(attribute => $"{element.LocalName} {attribute.Name}"));
            found.AddRange(new[] { "href", "src" }.Select(element.GetAttribute).OfType<string>().Where(address => !Leads(element, address)));
        }

        return found;
    }

    private static bool Leads(IElement element, string address) =>
        (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal))
        || (element.LocalName == "a" && (address.StartsWith('#') || address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal) || address.StartsWith("mailto:", StringComparison.Ordinal) || address.StartsWith("tel:", StringComparison.Ordinal)));
}
