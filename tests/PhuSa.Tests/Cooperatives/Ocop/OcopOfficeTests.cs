using PhuSa.Cooperatives.Products;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Cooperatives.Ocop.OcopHouse;

namespace PhuSa.Tests.Cooperatives.Ocop;

/// <summary>Products in the office, as officers keep them on the pages.</summary>
public sealed class OcopOfficeTests(OcopHouse house) : IClassFixture<OcopHouse>
{
    [Fact]
    public async Task A_product_goes_from_its_file_to_the_certificate_and_is_public_only_then()
    {
        var owner = await house.OwnerAsync(OrganisationKind.Enterprise);
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Desk}/moi");
        await officer.SubmitAsync(Form, ("Input.Name", "Mắm cá linh Mẫu"), ("Input.Owner", owner.Name), ("Input.PlaceText", "xã Mẫu"), ("Input.Group", "Food"), ("Input.SalesPoints", "Chợ Mẫu\nSiêu thị Mẫu"));
        Assert.Equal((302, $"{Desk}/mam-ca-linh-mau"), (officer.Status, officer.Redirect!.OriginalString));
        var product = officer.Redirect.OriginalString;
        Assert.Equal(404, (await house.App.Visit().OpenAsync("/san-pham/mam-ca-linh-mau")).Status);
        Assert.DoesNotContain("Mắm cá linh Mẫu", (await house.App.Visit().OpenAsync("/san-pham")).Text, StringComparison.Ordinal);

        await BeginAsync(officer, product, "First");
        await StepAsync(officer, product, "gui", "Đủ hồ sơ, biên bản ngày 01/06/2026");
        await OpenStepAsync(officer, product, "ket-qua");
        await officer.SubmitAsync(Form, ("Input.On", "2026-06-10"), ("Input.Level", "Province"), ("Input.A", "32,5"), ("Input.B", "20"), ("Input.C", "25"));
        Assert.True(officer.Status == 302, officer.Text);
        await OpenStepAsync(officer, product, "chung-nhan");
        Assert.Contains("4 sao", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Number", "86/QĐ-UBND"), ("Input.On", "2026-06-20"), ("Input.Certificate", "GCN-01"));
        Assert.True(officer.Status == 302, officer.Text);

        await officer.OpenAsync(product);
        Assert.Contains("Còn hiệu lực", officer.Text, StringComparison.Ordinal);
        Assert.Contains("20/06/2029", officer.Text, StringComparison.Ordinal);
        Assert.Contains("A 32,5, B 20, C 25; tổng 77,5", officer.Text, StringComparison.Ordinal);
        Assert.Contains("1489/QĐ-TTg", officer.Text, StringComparison.Ordinal);
        Assert.Contains("4 sao", (await house.App.Visit().OpenAsync("/san-pham/mam-ca-linh-mau")).Text, StringComparison.Ordinal);

        await OpenStepAsync(officer, product, "thu-hoi");
        await officer.SubmitAsync(Form, ("Input.Why", "Chủ thể ngừng sản xuất"));
        Assert.Equal(("Nhập ngày thu hồi", 422), (officer.ErrorFor("Input.On"), officer.Status));
        await officer.SubmitAsync(Form, ("Input.On", "2026-06-30"), ("Input.Why", "Chủ thể ngừng sản xuất"));
        Assert.Equal(302, officer.Status);
        Assert.Contains("đã bị thu hồi từ ngày 30/06/2026", (await house.App.Visit().OpenAsync("/san-pham/mam-ca-linh-mau")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_comes_back_with_a_message_beside_each_field()
    {
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Desk}/moi");
        await officer.SubmitAsync(Form, ("Input.Name", " "), ("Input.Owner", ""));

        Assert.Equal(422, officer.Status);
        Assert.Equal(("Nhập tên sản phẩm", "Nhập mã hoặc tên chủ thể"), (officer.ErrorFor("Input.Name"), officer.ErrorFor("Input.Owner")));
        await officer.SubmitAsync(Form, ("Input.Name", "Mẫu không chủ"), ("Input.Owner", "không có ai"));
        Assert.StartsWith("Không có tổ chức nào", officer.ErrorFor("Input.Owner"), StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Owner", "so-khcn"));
        Assert.StartsWith("Chủ thể phải là", officer.ErrorFor("Input.Owner"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_product_and_another_of_the_same_name_gets_a_code_of_its_own()
    {
        var owner = await house.OwnerAsync();
        var (officer, other) = (await house.OfficerAsync(), await house.OfficerAsync());
        await officer.OpenAsync($"{Desk}/moi");
        await officer.SubmitAsync(Form, ("Input.Name", "Khô cá lóc gửi hai lần"), ("Input.Owner", owner.Code));
        await officer.PostAsync($"{Desk}/moi", ("NewId", "x"));
        Assert.Equal(400, officer.Status);
        await other.OpenAsync($"{Desk}/moi");
        await other.SubmitAsync(Form, ("Input.Name", "Khô cá lóc gửi hai lần"), ("Input.Owner", owner.Code));
        Assert.Equal($"{Desk}/kho-ca-loc-gui-hai-lan-2", other.Redirect!.OriginalString);

        await other.OpenAsync($"{Desk}/moi");
        var form = other.Page;
        await other.SubmitAsync(Form, ("Input.Name", "Khô cá lóc gửi hai lần nữa"), ("Input.Owner", owner.Code));
        var first = other.Redirect!.OriginalString;
        var fields = ((AngleSharp.Html.Dom.IHtmlFormElement)form.QuerySelector(Form)!).Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Where(i => i.Type == "hidden").Select(i => (i.Name!, i.Value)).ToList();
        await other.PostAsync($"{Desk}/moi", [.. fields, ("Input.Name", "Khô cá lóc gửi hai lần nữa"), ("Input.Owner", owner.Code)]);
        Assert.Equal(first, other.Redirect!.OriginalString);
    }

    [Fact]
    public async Task A_stale_form_is_refused_and_nothing_of_it_is_saved()
    {
        var (code, _) = await house.CertifiedAsync("Gạo sửa hai nơi", "2025-01-01");
        var (officer, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        await slow.OpenAsync($"{Desk}/{code}/sua");
        await officer.OpenAsync($"{Desk}/{code}/sua");
        await officer.SubmitAsync(Form, ("Input.SubGroup", "Gạo thơm"));
        Assert.Equal(302, officer.Status);

        await slow.SubmitAsync(Form, ("Input.SubGroup", "Chậm tay"));

        Assert.Equal(409, slow.Status);
        Assert.Equal("Gạo thơm", await house.ReadAsync(code, (product, _) => product.SubGroup));
    }

    [Fact]
    public async Task Two_rounds_are_never_open_at_once_and_one_step_is_taken_once()
    {
        var (code, _) = await house.CertifiedAsync("Đường thốt nốt hai lần mở", "2023-08-01");
        var product = $"{Desk}/{code}";
        var (officer, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        await slow.OpenAsync($"{product}/danh-gia/moi");
        await BeginAsync(officer, product, "Again");
        await slow.SubmitAsync(Form);
        Assert.Equal(409, slow.Status);

        await OpenStepAsync(officer, product, "gui");
        await officer.SubmitAsync(Form, ("Input.Why", "Gửi khi còn thiếu"));
        Assert.Equal(409, officer.Status);
        Assert.Contains("Hồ sơ còn thiếu: Phiếu đăng ký", officer.Text, StringComparison.Ordinal);
        await OpenStepAsync(officer, product, "ho-so");
        await officer.SubmitAsync(Form, ("Input.Rows[0].ReceivedOn", "2026-06-20"), ("Input.Rows[1].ReceivedOn", "2026-06-21"), ("Input.Rows[2].Name", "Phiếu kiểm nghiệm"), ("Input.Rows[2].ReceivedOn", "2026-06-22"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains("Phiếu kiểm nghiệm: đã nhận ngày 22/06/2026", (await officer.OpenAsync(product)).Text, StringComparison.Ordinal);
        await OpenStepAsync(slow, product, "gui");
        await StepAsync(officer, product, "gui", "Đủ hồ sơ");
        await slow.SubmitAsync(Form, ("Input.Why", "Gửi lần nữa"));
        Assert.Equal(409, slow.Status);
        Assert.Equal(1, await house.ReadAsync(code, (_, all) => all.SelectMany(e => e.Steps).Count(step => step.Action == "Send")));
    }

    [Fact]
    public async Task Point_21_too_many_points_are_told_beside_their_part()
    {
        var (code, _) = await house.CertifiedAsync("Trà mãng cầu thừa điểm", "2023-08-01");
        var product = $"{Desk}/{code}";
        var officer = await house.OfficerAsync();
        await BeginAsync(officer, product, "First");
        await StepAsync(officer, product, "gui", "Đủ hồ sơ");
        await OpenStepAsync(officer, product, "ket-qua");

        await officer.SubmitAsync(Form, ("Input.On", "2026-06-10"), ("Input.Level", "Province"), ("Input.A", "35"), ("Input.B", "25,5"), ("Input.C", "40"));

        Assert.Equal(422, officer.Status);
        Assert.Contains("từ 0 đến 25", officer.ErrorFor("Input.B"), StringComparison.Ordinal);
        Assert.Contains("từ 0 đến 35", officer.ErrorFor("Input.C"), StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.A", "không phải số"), ("Input.B", "1.5"), ("Input.C", "-3"));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.On", "2019-01-01"), ("Input.A", "30"), ("Input.B", "20"), ("Input.C", "30"));
        Assert.Contains("chưa có bộ tiêu chí", officer.ErrorFor("Input.On"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_21_five_stars_go_up_to_the_ministry()
    {
        var (code, _) = await house.CertifiedAsync("Mật ong năm sao", "2023-08-01");
        var product = $"{Desk}/{code}";
        var officer = await house.OfficerAsync();
        await BeginAsync(officer, product, "First");
        await StepAsync(officer, product, "gui", "Đủ hồ sơ");
        await EvaluateAsync("Province");
        await OpenStepAsync(officer, product, "chung-nhan");
        await officer.SubmitAsync(Form, ("Input.Number", "99/QĐ-UBND"), ("Input.On", "2026-06-20"));
        Assert.Equal(409, officer.Status);
        Assert.Contains("được chuyển lên Bộ", officer.Text, StringComparison.Ordinal);

        await StepAsync(officer, product, "chuyen-len", "Từ 90 điểm");
        await EvaluateAsync("Central");
        await OpenStepAsync(officer, product, "chung-nhan");
        await officer.SubmitAsync(Form, ("Input.Number", "99/QĐ-BNNMT"), ("Input.On", "2026-06-20"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains("5 sao", (await officer.OpenAsync(product)).Text, StringComparison.Ordinal);

        async Task EvaluateAsync(string level)
        {
            await OpenStepAsync(officer, product, "ket-qua");
            await officer.SubmitAsync(Form, ("Input.On", "2026-06-10"), ("Input.Level", level), ("Input.A", "38"), ("Input.B", "23"), ("Input.C", "31"));
            Assert.True(officer.Status == 302, officer.Text);
        }
    }

    [Fact]
    public async Task A_product_that_fails_or_is_given_up_says_why_and_another_round_may_begin()
    {
        var (code, _) = await house.CertifiedAsync("Rượu không đạt", "2020-01-01");
        var product = $"{Desk}/{code}";
        var officer = await house.OfficerAsync();
        await BeginAsync(officer, product, "First");
        await OpenStepAsync(officer, product, "thoi");
        await officer.SubmitAsync(Form, ("Input.Why", ""));
        Assert.Equal((422, "Nhập lý do, căn cứ"), (officer.Status, officer.ErrorFor("Input.Why")));
        await officer.SubmitAsync(Form, ("Input.Why", "Chủ thể rút hồ sơ"));
        Assert.Equal(302, officer.Status);
        await BeginAsync(officer, product, "First");

        await officer.OpenAsync(product);
        Assert.Contains("Chủ thể rút hồ sơ", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Đã hết hạn", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_the_register_reads_products_and_only_its_keepers_change_them()
    {
        var (code, _) = await house.CertifiedAsync("Bánh phồng chỉ đọc", "2025-01-01");
        foreach (var role in new[] { Role.AllianceLeader, Role.DepartmentLeader, Role.Auditor })
        {
            var reader = await house.App.SignedInAsync(role);
            Assert.Contains("Bánh phồng chỉ đọc", (await reader.OpenAsync($"{Desk}/{code}")).Text, StringComparison.Ordinal);
            Assert.Null(reader.Page.QuerySelector("#tt"));
            Assert.Equal(403, (await reader.OpenAsync($"{Desk}/{code}/sua")).Status);
        }

        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.CooperativeDirector)).OpenAsync(Desk)).Status);
        Assert.Equal(200, (await (await house.App.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"{Desk}/{code}/sua")).Status);
    }

    [Fact]
    public async Task A_photo_has_words_for_who_does_not_see_it_and_is_public_with_its_product()
    {
        var (code, _) = await house.CertifiedAsync("Khăn rằn có ảnh", "2025-01-01");
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Desk}/{code}/anh");
        await officer.UploadAsync(Form, "Input.File", Files.Samples.Photograph(), "anh.jpg", "image/jpeg");
        Assert.Equal((422, "Nhập mô tả ảnh"), (officer.Status, officer.ErrorFor("Input.Alt")));
        using var refused = await SendPhotoAsync(officer, code, Files.Samples.Pdf(), "Không phải ảnh");
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var taken = await SendPhotoAsync(officer, code, Files.Samples.Photograph(), "Khăn rằn đen trắng");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, taken.StatusCode);

        var reader = await house.App.Visit().OpenAsync($"/san-pham/{code}");
        var picture = reader.Page.QuerySelector("main picture img")!;
        Assert.Equal("Khăn rằn đen trắng", picture.GetAttribute("alt"));
        using var seen = await reader.Http.GetAsync(new Uri(picture.GetAttribute("src")!, UriKind.Relative));
        Assert.True(seen.IsSuccessStatusCode);

        await officer.OpenAsync($"{Desk}/{code}/anh");
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").First(a => a.GetAttribute("href")!.Contains("/anh/", StringComparison.Ordinal)).GetAttribute("href")!);
        await officer.SubmitAsync(Form, ("Do", "bo"));
        Assert.Equal(302, officer.Status);
        Assert.Null((await house.App.Visit().OpenAsync($"/san-pham/{code}")).Page.QuerySelector("main picture"));
    }

    [Fact]
    public async Task The_photo_of_a_product_that_is_not_certified_is_for_the_office()
    {
        var owner = await house.OwnerAsync();
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Desk}/moi");
        await officer.SubmitAsync(Form, ("Input.Name", "Nón lá chưa chứng nhận"), ("Input.Owner", owner.Code));
        using var taken = await SendPhotoAsync(officer, "non-la-chua-chung-nhan", Files.Samples.Photograph(), "Nón lá");
        await officer.OpenAsync($"{Desk}/non-la-chua-chung-nhan/anh");
        var file = new Uri(officer.Page.QuerySelector("main picture img")!.GetAttribute("src")!, UriKind.Relative);

        using var own = await officer.Http.GetAsync(file);
        using var reader = await house.App.Visit().Http.GetAsync(file);
        Assert.True(own.IsSuccessStatusCode);
        Assert.False(reader.IsSuccessStatusCode);
    }

    internal static async Task BeginAsync(Visitor officer, string product, string round)
    {
        await officer.OpenAsync($"{product}/danh-gia/moi");
        await officer.SubmitAsync(Form, ("Input.Round", round));
        Assert.True(officer.Status == 302, officer.Text);
    }

    internal static async Task StepAsync(Visitor officer, string product, string step, string why)
    {
        await OpenStepAsync(officer, product, step);
        await officer.SubmitAsync(Form, ("Input.Why", why));
        Assert.True(officer.Status == 302, officer.Text);
    }

    /// <summary>By the link on the product's page.</summary>
    internal static async Task OpenStepAsync(Visitor officer, string product, string step)
    {
        await officer.OpenAsync(product);
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").First(a => a.GetAttribute("href")!.EndsWith($"/{step}", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Equal(200, officer.Status);
    }
}
