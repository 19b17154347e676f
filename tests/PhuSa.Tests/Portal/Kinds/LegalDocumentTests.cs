using System.Globalization;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.Kinds;

/// <summary>A legal document from its form to the library.</summary>
public sealed class LegalDocumentTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Prefix = "Input.Legal.";

    [Fact]
    public async Task A_document_goes_from_its_writer_past_a_reviewer_and_a_publisher_into_the_library()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.WriteAsync(writer, "van-ban", "Quy chế quản lý nhãn hiệu xoài", (Prefix + "Number", "12/2024/QĐ-UBND"), (Prefix + "Type", nameof(LegalType.Decision)),
            (Prefix + "IssuedBy", "UBND tỉnh"), (Prefix + "IssuedOn", "2024-05-06"), (Prefix + "EffectiveOn", "2024-06-01"), (Prefix + "Field", "Sở hữu trí tuệ"));
        Assert.Equal(404, (await room.App.Visit().OpenAsync("/van-ban/quyet-dinh-12-2024-qd-ubnd")).Status);
        Assert.DoesNotContain("nhãn hiệu xoài", (await room.App.Visit().OpenAsync("/van-ban")).Text, StringComparison.Ordinal);

        await room.PublishAsync(writer, id);

        var page = await room.App.Visit().OpenAsync("/van-ban/quyet-dinh-12-2024-qd-ubnd");
        Assert.Equal(200, page.Status);
        Assert.Equal("Còn hiệu lực", page.Page.QuerySelector("main .ps-tag")!.TextContent.Trim());
        Assert.Equal(("12/2024/QĐ-UBND", "UBND tỉnh", "06/05/2024", "chưa có dữ liệu", "chưa có dữ liệu"), (page.Said("Số, ký hiệu"), page.Said("Cơ quan ban hành"), page.Said("Ngày ban hành"), page.Said("Người ký"), page.Said("Toàn văn")));
        Assert.Contains("\"Legislation\"", page.Page.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/van-ban/quyet-dinh-12-2024-qd-ubnd", page.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("a[href*='in=1']"));
        var row = (await room.App.Visit().OpenAsync("/van-ban?q=nhan+hieu+xoai")).Page.QuerySelector("main tbody tr")!;
        Assert.Equal("/van-ban/quyet-dinh-12-2024-qd-ubnd", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain("nhãn hiệu xoài", (await room.App.Visit("lienminh.localhost").OpenAsync("/van-ban")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_document_shows_the_other_both_ways_and_is_no_longer_in_force()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.PublishedAsync(writer, "van-ban", "Quy định cũ", (Prefix + "Number", "01/2010/QĐ-UBND"), (Prefix + "Type", nameof(LegalType.Decision)), (Prefix + "EffectiveOn", "2010-01-01"));
        var old = await room.App.Visit().OpenAsync("/van-ban/quyet-dinh-01-2010-qd-ubnd");
        Assert.Equal("Còn hiệu lực", old.Page.QuerySelector("main .ps-tag")!.TextContent.Trim());

        // By its number, as a clerk mistypes it.
        var id = await room.WriteAsync(writer, "van-ban", "Quy định mới", (Prefix + "Number", "02/2020/QĐ-UBND"), (Prefix + "Type", nameof(LegalType.Decision)), (Prefix + "EffectiveOn", "2020-02-01"), (Prefix + "Replaces", "1/2010/QĐUBND"));
        Assert.Equal("Còn hiệu lực", (await room.App.Visit().OpenAsync("/van-ban/quyet-dinh-01-2010-qd-ubnd")).Page.QuerySelector("main .ps-tag")!.TextContent.Trim());
        await room.PublishAsync(writer, id);

        old = await room.App.Visit().OpenAsync("/van-ban/quyet-dinh-01-2010-qd-ubnd");
        Assert.Equal("Hết hiệu lực", old.Page.QuerySelector("main .ps-tag")!.TextContent.Trim());
        Assert.Equal("01/02/2020", old.Said("Ngày hết hiệu lực"));
        Assert.Contains("Quyết định 02/2020/QĐ-UBND: Quy định mới", old.Said("Được thay thế bởi"), StringComparison.Ordinal);
        Assert.Contains("/van-ban/quyet-dinh-02-2020-qd-ubnd", old.Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Quyết định 01/2010/QĐ-UBND: Quy định cũ", (await room.App.Visit().OpenAsync("/van-ban/quyet-dinh-02-2020-qd-ubnd")).Said("Thay thế"), StringComparison.Ordinal);
        Assert.Equal(["Quy định cũ"], await TitlesAsync("q=quy+dinh&co-quan=&hieu-luc=het-hieu-luc"));
    }

    [Fact]
    public async Task The_library_is_filtered_by_what_stands_in_its_address_and_taken_away_as_it_is_filtered()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.PublishedAsync(writer, "van-ban", "Thư viện lọc một", (Prefix + "Number", "31/KH-SKHCN"), (Prefix + "Type", nameof(LegalType.Plan)), (Prefix + "IssuedBy", "Sở thứ nhất"), (Prefix + "IssuedOn", "2021-03-04"), (Prefix + "EffectiveOn", "2021-03-04"), (Prefix + "Field", "Đo lường"));
        await room.PublishedAsync(writer, "van-ban", "Thư viện lọc hai", (Prefix + "Type", nameof(LegalType.Circular)), (Prefix + "IssuedBy", "Bộ thứ hai"), (Prefix + "IssuedOn", "2023-03-04"), (Prefix + "EffectiveOn", "2031-01-01"));
        await room.PublishedAsync(writer, "van-ban", "Thư viện lọc ba");

        Assert.Equal(["Thư viện lọc hai", "Thư viện lọc một", "Thư viện lọc ba"], await TitlesAsync("q=thu+vien+loc"));
        Assert.Equal(["Thư viện lọc một"], await TitlesAsync("q=31/kh"));
        Assert.Equal(["Thư viện lọc một"], await TitlesAsync("loai=ke-hoach"));
        Assert.Equal(["Thư viện lọc hai"], await TitlesAsync("co-quan=" + Uri.EscapeDataString("Bộ thứ hai")));
        Assert.Equal(["Thư viện lọc một"], await TitlesAsync("nam=2021"));
        Assert.Equal(["Thư viện lọc một"], await TitlesAsync("linh-vuc=" + Uri.EscapeDataString("Đo lường")));
        Assert.Equal(["Thư viện lọc hai"], await TitlesAsync("q=thu+vien+loc&hieu-luc=chua-co-hieu-luc"));
        Assert.Equal(["Thư viện lọc ba"], await TitlesAsync("q=thu+vien+loc&hieu-luc=chua-ro"));
        Assert.Equal(3, (await TitlesAsync("q=thu+vien+loc&loai=xyz&nam=nam-nay&hieu-luc='--")).Count);
        Assert.Equal(404, (await room.App.Visit().OpenAsync("/van-ban?trang=99")).Status);
        var csv = await room.App.CreateClient().GetStringAsync("http://khcn.localhost/van-ban/danh-sach.csv?loai=ke-hoach");
        Assert.Contains("31/KH-SKHCN,Kế hoạch,Thư viện lọc một,Sở thứ nhất,Đo lường,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("lọc hai", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_spellings_of_a_body_or_a_field_are_one_choice_that_finds_both_and_the_form_offers_it()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        foreach (var (at, body) in new[] { "UBND tỉnh Đồng Lầy", "Uỷ ban nhân dân tỉnh Đồng Lầy", "UBND TỈNH  đồng lầy", "UBND tỉnh Đồng Lầy" }.Index())
        {
            await room.PublishedAsync(writer, "van-ban", $"Cách viết {at}", (Prefix + "IssuedBy", body), (Prefix + "Field", at % 2 == 0 ? "Giống cây trồng" : "GIỐNG CÂY TRỒNG"));
        }

        var page = await room.App.Visit().OpenAsync("/van-ban?co-quan=" + Uri.EscapeDataString("Ủy ban nhân dân tỉnh Đồng Lầy"));
        Assert.Equal(4, page.Page.QuerySelectorAll("main tbody tr").Length);
        var choice = Assert.Single(page.Page.QuerySelectorAll("#co-quan option"), option => option.TextContent.Contains("đồng lầy", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(("UBND tỉnh Đồng Lầy", true), (choice.TextContent, choice.HasAttribute("selected")));
        Assert.Single(page.Page.QuerySelectorAll("#linh-vuc option"), option => option.TextContent.Equals("giống cây trồng", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(4, (await TitlesAsync("linh-vuc=" + Uri.EscapeDataString("giống cây trồng"))).Count);
        Assert.Equal(5, (await room.App.CreateClient().GetStringAsync("http://khcn.localhost/van-ban/danh-sach.csv?co-quan=" + Uri.EscapeDataString("UBND tỉnh Đồng Lầy"))).Trim().Split('\n').Length);

        foreach (var kind in new[] { "van-ban", "thu-tuc" })
        {
            await writer.OpenAsync("/quan-tri/bai-viet/moi?loai=" + kind);
            Assert.Single(writer.Page.QuerySelectorAll("#co-quan-da-co option"), option => option.GetAttribute("value") == "UBND tỉnh Đồng Lầy");
            Assert.Equal(2, writer.Page.QuerySelectorAll("main input[list]").Length);
        }
    }

    [Theory]
    [InlineData("EndsOn", "2020-01-01", "Ngày hết hiệu lực phải sau ngày có hiệu lực")]
    [InlineData("IssuedOn", "2020-02-30", "2020-02-30")]
    [InlineData("Number", "dài", "Số, ký hiệu dài tối đa 80 ký tự")]
    [InlineData("Replaces", "99/2099/QĐ-KHÔNG-CÓ", "Thư viện không có văn bản")]
    [InlineData("Replaces", "/bai-viet/hoi-nghi-so-ket-6-thang-2020", "Thư viện không có văn bản")]
    [InlineData("Amends", "chính nó", "Văn bản không thể chỉ đến chính nó")]
    [InlineData("Type", "Hiến pháp", "Hiến pháp")]
    public async Task A_fact_that_cannot_be_taken_is_refused_beside_its_field_and_kept_in_the_form(string field, string value, string message)
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.WriteAsync(writer, "van-ban", "Thử sai");
        var typed = value switch { "dài" => new string('x', 81), "chính nó" => (await room.ArticleAsync(id)).Slug, _ => value };
        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/sua");

        await writer.SubmitAsync(Writing.Form, (Prefix + "EffectiveOn", "2020-01-01"), (Prefix + "Signer", "Chữ phải còn"), (Prefix + field, typed));

        Assert.Equal(422, writer.Status);
        Assert.Contains(message, writer.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Chữ phải còn", writer.Page.QuerySelector("#Input_Legal_Signer")!.GetAttribute("value"));
        Assert.Single(await room.VersionsAsync(id));
    }

    [Fact]
    public async Task Two_documents_cannot_replace_each_other()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var first = await room.WriteAsync(writer, "van-ban", "Vòng tròn một", (Prefix + "Number", "71/VT"));
        var second = await room.WriteAsync(writer, "van-ban", "Vòng tròn hai", (Prefix + "Number", "72/VT"), (Prefix + "Replaces", "71/VT"));

        await room.MoveAsync(writer, first, "sua", (Prefix + "Replaces", "72/VT"));

        Assert.Equal(422, writer.Status);
        Assert.Contains("Văn bản kia đã ghi là thay thế văn bản này", writer.Text, StringComparison.Ordinal);
        Assert.Equal([new ArticleLink(LinkRole.Replaces, first)], (await room.ArticleAsync(second)).Links);
    }

    [Fact]
    public async Task Nor_can_two_that_were_written_beside_each_other_both_go_out()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var first = await room.PublishedAsync(writer, "van-ban", "Song song một", (Prefix + "Number", "76/VT"));
        var second = await room.PublishedAsync(writer, "van-ban", "Song song hai", (Prefix + "Number", "77/VT"));
        await room.DoneAsync(writer, first, "sua", (Prefix + "Replaces", "77/VT"));
        await room.DoneAsync(writer, second, "sua", (Prefix + "Replaces", "76/VT"));
        await room.PublishAsync(writer, first, ("Input.ChangeNote", "Thay thế văn bản cũ"));

        var leader = await room.AwaitingAsync(writer, second);
        await room.MoveAsync(leader, second, "duyet-dang", ("Input.ChangeNote", "Thay thế văn bản cũ"));

        Assert.Equal(409, leader.Status);
        Assert.Contains("thay thế chính văn bản này", leader.Text, StringComparison.Ordinal);
        Assert.Empty((await room.ArticleAsync(second)).Links);
    }

    [Fact]
    public async Task Of_two_that_were_approved_for_an_hour_beside_each_other_the_later_waits_for_a_person_again()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var first = await room.PublishedAsync(writer, "van-ban", "Hẹn giờ một", (Prefix + "Number", "78/VT"));
        var second = await room.PublishedAsync(writer, "van-ban", "Hẹn giờ hai", (Prefix + "Number", "79/VT"));
        await room.DoneAsync(writer, first, "sua", (Prefix + "Replaces", "79/VT"));
        await room.DoneAsync(writer, second, "sua", (Prefix + "Replaces", "78/VT"));
        var at = PhuSa.Platform.VietnamTime.Local(room.App.Clock.GetUtcNow().UtcDateTime.AddMinutes(3));
        foreach (var (id, minutes) in new[] { (first, 0), (second, 1) })
        {
            var leader = await room.AwaitingAsync(writer, id);
            var hour = at.AddMinutes(minutes);
            await room.MoveAsync(leader, id, "duyet-dang", ("Input.ChangeNote", "Thay thế văn bản cũ"), ("Input.Later", "true"), ("Input.Day", hour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Input.Hour", hour.ToString("HH:mm", CultureInfo.InvariantCulture)));
            Assert.True(leader.Status == 302, leader.Text);
        }

        room.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await room.RunJobAsync();

        Assert.Equal([new ArticleLink(LinkRole.Replaces, second)], (await room.ArticleAsync(first)).Links);
        Assert.Empty((await room.ArticleAsync(second)).Links);
        var page = await writer.OpenAsync($"/quan-tri/bai-viet/{second}");
        Assert.Contains("Chờ duyệt đăng", page.Text, StringComparison.Ordinal);
        Assert.Contains("thay thế chính văn bản này", page.Text, StringComparison.Ordinal);
        Assert.Contains("bị rút duyệt, không đăng theo giờ đã hẹn", (await writer.OpenAsync("/quan-tri/thong-bao")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_of_the_same_number_stands_in_nobodys_way()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var published = await room.PublishedAsync(writer, "van-ban", "Số trùng đã đăng", (Prefix + "Number", "99/2024/VT"));
        await room.WriteAsync(writer, "van-ban", "Số trùng bản nháp", (Prefix + "Number", "99/2024/VT"));

        var replacing = await room.WriteAsync(writer, "van-ban", "Văn bản thay số trùng", (Prefix + "Number", "100/VT"), (Prefix + "Replaces", "99/2024/VT"));

        Assert.Equal([new ArticleLink(LinkRole.Replaces, published)], (await room.ArticleAsync(replacing)).Links);

        // Without a year it may be of any year, and the writer says which.
        await room.PublishedAsync(writer, "van-ban", "Số không năm đã đăng", (Prefix + "Number", "98/VT"));
        await room.WriteAsync(writer, "van-ban", "Số không năm bản nháp", (Prefix + "Number", "98/VT"));
        await room.MoveAsync(writer, replacing, "sua", (Prefix + "Replaces", "98/VT"));
        Assert.Equal(422, writer.Status);
        Assert.Contains("Thư viện có nhiều văn bản số", writer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opens_a_document_is_told_of_another_with_its_number()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await room.PublishedAsync(writer, "van-ban", "Văn bản vào trước", (Prefix + "Number", "77/2024/QĐ-UBND"), (Prefix + "IssuedBy", "UBND tỉnh An Giang"));
        await room.PublishedAsync(writer, "van-ban", "Văn bản của nơi khác", (Prefix + "Number", "77/2024/QĐ-UBND"), (Prefix + "IssuedBy", "HĐND tỉnh khác"));
        await room.PublishedAsync(writer, "van-ban", "Văn bản năm trước", (Prefix + "Number", "77/KH-SKHCN"), (Prefix + "IssuedOn", "2023-01-02"));

        var twin = await room.WriteAsync(writer, "van-ban", "Văn bản vào lần hai", (Prefix + "Number", "077/2024/QĐUBND"), (Prefix + "IssuedBy", "UBND tỉnh"));
        var next = await room.WriteAsync(writer, "van-ban", "Văn bản năm nay", (Prefix + "Number", "77/KH-SKHCN"), (Prefix + "IssuedOn", "2024-01-02"));

        await writer.OpenAsync($"/quan-tri/bai-viet/{twin}");
        Assert.Equal("Văn bản vào trước", Assert.Single(writer.Page.QuerySelectorAll(".ps-notice li")).TextContent.Trim());
        await writer.OpenAsync($"/quan-tri/bai-viet/{next}");
        Assert.Empty(writer.Page.QuerySelectorAll(".ps-notice li"));
    }

    [Fact]
    public async Task Nor_can_three_in_a_circle()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var first = await room.WriteAsync(writer, "van-ban", "Vòng ba một", (Prefix + "Number", "73/VT"));
        await room.WriteAsync(writer, "van-ban", "Vòng ba hai", (Prefix + "Number", "74/VT"), (Prefix + "Replaces", "73/VT"));
        await room.WriteAsync(writer, "van-ban", "Vòng ba ba", (Prefix + "Number", "75/VT"), (Prefix + "Replaces", "74/VT"));

        await room.MoveAsync(writer, first, "sua", (Prefix + "Replaces", "75/VT"));

        Assert.Equal(422, writer.Status);
        Assert.Contains("Các văn bản này thay thế nhau thành vòng tròn", writer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_are_versioned_compared_and_restored_with_the_text_and_a_stale_form_overwrites_none()
    {
        var (writer, other) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentPublisher));
        var id = await room.WriteAsync(writer, "van-ban", "Có nhiều bản", (Prefix + "Number", "81/NB"), (Prefix + "Signer", "Người ký một"));
        await other.OpenAsync($"/quan-tri/bai-viet/{id}/sua");
        await room.DoneAsync(writer, id, "sua", (Prefix + "Signer", "Người ký hai"));

        await other.SubmitAsync(Writing.Form, (Prefix + "Signer", "Người ký ba"));
        Assert.Equal(409, other.Status);
        Assert.Contains("Người ký hai", other.Text, StringComparison.Ordinal);
        Assert.Equal("Người ký ba", other.Page.QuerySelector("#Input_Legal_Signer")!.GetAttribute("value"));

        await writer.OpenAsync($"/quan-tri/bai-viet/{id}/so-sanh?a=1&b=2");
        Assert.Equal(["một"], writer.Page.QuerySelectorAll("main del").Select(piece => piece.TextContent));
        Assert.Equal(["hai"], writer.Page.QuerySelectorAll("main ins").Select(piece => piece.TextContent));
        await room.DoneAsync(writer, id, "khoi-phuc/1");
        Assert.Equal(["Người ký một", "Người ký hai", "Người ký một"], (await room.VersionsAsync(id)).Select(version => ((LegalFacts)version.Read().Facts!).Signer));
    }

    [Fact]
    public async Task Readers_keep_the_published_facts_until_the_change_is_approved()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.PublishedAsync(writer, "van-ban", "Sửa sau khi đăng", (Prefix + "Number", "91/SĐ"), (Prefix + "IssuedBy", "Cơ quan cũ"));
        await room.DoneAsync(writer, id, "sua", (Prefix + "IssuedBy", "Cơ quan mới"));
        Assert.Equal("Cơ quan cũ", (await room.App.Visit().OpenAsync("/van-ban/91-sd")).Said("Cơ quan ban hành"));

        await room.PublishAsync(writer, id, ("Input.Minor", "true"));

        Assert.Equal("Cơ quan mới", (await room.App.Visit().OpenAsync("/van-ban/91-sd")).Said("Cơ quan ban hành"));
        Assert.Equal("Cơ quan mới", (await room.ArticleAsync(id)).BodyName);
    }

    [Fact]
    public async Task What_a_hostile_writer_types_into_facts_is_only_words()
    {
        const string attack = "<script>alert(1)</script>";
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var id = await room.WriteAsync(writer, "van-ban", attack + "tấn công", (Prefix + "IssuedBy", attack), (Prefix + "Field", "<img src=x onerror=alert(1)>"), (Prefix + "ReplacesText", attack), (Prefix + "Number", "\"><b>1"));
        foreach (var page in new[] { "", "/xem-truoc", "/sua", "/khoi-phuc/1" })
        {
            await writer.OpenAsync($"/quan-tri/bai-viet/{id}{page}");
            Assert.Equal(200, writer.Status);
            Assert.Empty(writer.Page.QuerySelectorAll("main script, main [onerror], main dd b"));
        }
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(string query)
    {
        var page = await room.App.Visit().OpenAsync("/van-ban?" + query);
        Assert.Equal(200, page.Status);
        return [.. page.Page.QuerySelectorAll("main tbody th a").Select(link => link.TextContent)];
    }
}
