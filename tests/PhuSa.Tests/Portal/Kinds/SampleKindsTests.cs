namespace PhuSa.Tests.Portal.Kinds;

/// <summary>What the samples hold of documents, procedures and contacts, as readers meet it.</summary>
public sealed class SampleKindsTests(App app)
{
    [Fact]
    public async Task Point_6_the_decision_of_the_scheme_says_what_is_found_and_that_the_rest_is_not()
    {
        var page = await app.Visit().OpenAsync("/van-ban/quyet-dinh-71-2019-qd-ubnd");

        Assert.Equal(("71/2019/QĐ-UBND", "Trần Anh Thư", "23/12/2019", "03/01/2020", "chưa có dữ liệu"), (page.Said("Số, ký hiệu"), page.Said("Người ký"), page.Said("Ngày ban hành"), page.Said("Ngày có hiệu lực"), page.Said("Ngày hết hiệu lực")));
        Assert.Contains("567/QĐ-UBND", page.Said("Thay thế"), StringComparison.Ordinal);
        Assert.Equal("Hết hiệu lực", (await app.Visit().OpenAsync("/van-ban/quyet-dinh-567-qd-ubnd")).Page.QuerySelector("main .ps-tag")!.TextContent.Trim());
        var procedure = await app.Visit().OpenAsync("/thu-tuc/ho-tro-doi-moi-cong-nghe-qd-71-2019");
        Assert.Equal(("chưa có dữ liệu", "chưa có dữ liệu"), (procedure.Said("Thời hạn giải quyết"), procedure.Said("Phí, lệ phí")));
    }

    [Theory]
    [InlineData("van-ban", "71/2019", "/van-ban/quyet-dinh-71-2019-qd-ubnd")]
    [InlineData("thu-tuc", "ho tro doi moi", "/thu-tuc/ho-tro-doi-moi-cong-nghe-qd-71-2019")]
    [InlineData("gioi-thieu", "tang phu an", "/gioi-thieu/co-cau-va-danh-ba")]
    public async Task Each_kind_is_found_under_its_own_name_by_its_facts(string kind, string words, string address)
    {
        var page = await app.Visit().OpenAsync($"/tim-kiem?loai={kind}&q={Uri.EscapeDataString(words)}");

        Assert.Contains(address, page.Page.QuerySelectorAll("main .ps-found a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_paper_asked_at_its_former_address_leads_to_the_book_of_papers()
    {
        var moved = await app.Visit().OpenAsync("/van-ban/qd-71-2019");

        Assert.Equal((301, "/so-van-ban/qd-71-2019"), (moved.Status, moved.Redirect!.OriginalString));
        Assert.Equal(404, (await app.Visit().OpenAsync("/van-ban/khong-co")).Status);
    }
}
