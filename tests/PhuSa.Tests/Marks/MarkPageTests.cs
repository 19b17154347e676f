using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Web;

namespace PhuSa.Tests.Marks;

public class MarkPageTests(App app)
{
    [Fact]
    public async Task The_list_shows_both_kinds_of_marks()
    {
        var visitor = await app.Visit().OpenAsync("/nhan-hieu");

        Assert.Equal(200, visitor.Status);
        Assert.Equal(
            ["/nhan-hieu/an-giang", "/nhan-hieu/cu-lao-gieng", "/nhan-hieu/kien-an-cho-moi"],
            visitor.Page.QuerySelectorAll("main th[scope=row] a").Select(a => a.GetAttribute("href")).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Contains("Nhãn hiệu chứng nhận An Giang", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_11_a_certification_mark_shows_its_rights_by_product_and_never_in_force_without_a_term()
    {
        var visitor = await app.Visit().OpenAsync("/nhan-hieu/an-giang");
        var html = visitor.Page.DocumentElement.OuterHtml;

        Assert.Equal(200, visitor.Status);
        Assert.Equal(["Gạo an toàn", "Nước ép xoài", "Xoài các loại"], visitor.Page.QuerySelectorAll("main td[data-th='Sản phẩm']").Select(cell => cell.TextContent).Distinct());
        Assert.Equal(6, visitor.Page.QuerySelectorAll("main table th[scope=row]").Length);
        Assert.Contains("Đã trao quyền – thời hạn: chưa có dữ liệu", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Đang có hiệu lực", html, StringComparison.Ordinal);
        Assert.Contains("đợt đầu đã trao quyền cho 08 đơn vị", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_s_history_tells_when_who_and_why_but_not_from_which_account()
    {
        var visitor = await app.Visit().OpenAsync("/nhan-hieu/an-giang");

        // Six rights of one import with one outcome are one line; the batch and the mark itself have no status and are the other.
        var lines = visitor.Page.QuerySelectorAll(".ps-timeline > li");
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Contains("Nhập dữ liệu", line.TextContent, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Contains("01/07/2026", line.TextContent, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.TextContent.Contains("6 hồ sơ", StringComparison.Ordinal));
        Assert.Equal(8, lines.Sum(line => line.QuerySelectorAll("details li").Length));
        Assert.Contains(lines, line => line.TextContent.Contains("HTX Nông nghiệp Long Bình · Xoài các loại", StringComparison.Ordinal));
        Assert.DoesNotContain("Nhập từ", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("an-giang-2020", visitor.Page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.UserName + ",", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kien-an-cho-moi", "HTX. NÔNG SẢN AN TOÀN KIẾN AN - CHỢ MỚI", "Hợp tác xã Nông sản An toàn Kiến An - Chợ Mới", "Đã chi")]
    [InlineData("cu-lao-gieng", "HTX TRÁI CÂY GAP CÙ LAO GIÊNG", "Hợp tác xã Sản xuất GAP Bình Phước Xuân", "Đã thanh lý")]
    public async Task Point_15_a_collective_mark_s_page_keeps_the_name_and_shows_owner_and_contract(string slug, string name, string owner, string status)
    {
        var visitor = await app.Visit().OpenAsync($"/nhan-hieu/{slug}");

        Assert.Equal(name, visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(owner, visitor.Text, StringComparison.Ordinal);
        Assert.Contains("2.500.000 đồng", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(status, visitor.Page.QuerySelector("main .ps-summary ~ section")!.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_mark_is_not_found() => Assert.Equal(404, (await app.Visit().OpenAsync("/nhan-hieu/khong-co")).Status);

    [Theory]
    [InlineData("htx-long-binh", "Nhãn hiệu chứng nhận An Giang", "Xoài các loại", "Đã trao quyền – thời hạn: chưa có dữ liệu")]
    [InlineData("htx-binh-phuoc-xuan", "HTX TRÁI CÂY GAP CÙ LAO GIÊNG", "Nhãn hiệu tập thể", "Hợp đồng hỗ trợ: Đã thanh lý")]
    public async Task An_organisation_s_page_gets_its_rights_and_marks(string slug, string title, string detail, string status)
    {
        var parts = await PartsAsync(app, slug);

        var row = Assert.Single(Assert.Single(parts, part => part.Title == "Quyền và nhãn hiệu").Rows);
        Assert.Equal((title, detail, status), (row.Title, row.Detail, row.Status));
        Assert.StartsWith("/nhan-hieu/", row.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_without_marks_gets_no_part() => Assert.DoesNotContain(await PartsAsync(app, "htx-binh-thanh"), part => part.Title == "Quyền và nhãn hiệu");

    internal static Task<List<OrganisationPart>> PartsAsync(App app, string slug) => app.InScopeAsync(async services =>
    {
        var organisation = await services.GetRequiredService<IOrganisations>().FindAsync(slug, CancellationToken.None);
        var parts = new List<OrganisationPart>();
        foreach (var source in services.GetServices<IOrganisationParts>())
        {
            if (await source.OfAsync(organisation!.Id, CancellationToken.None) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts;
    });
}
