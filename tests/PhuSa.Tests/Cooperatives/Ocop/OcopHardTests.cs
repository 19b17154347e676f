using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Cooperatives.Ocop.OcopHouse;

namespace PhuSa.Tests.Cooperatives.Ocop;

/// <summary>Products where two officers meet, or a day is late.</summary>
public sealed class OcopHardTests(OcopHouse house) : IClassFixture<OcopHouse>
{
    [Fact]
    public async Task Two_officers_at_one_product_both_versions_are_shown_and_the_next_press_saves()
    {
        var (code, _) = await house.CertifiedAsync("Gạo hai người sửa", "2025-01-01");
        var (officer, slow) = (await house.OfficerAsync(), await house.App.SignedInAsync(Role.AllianceOfficer));
        await slow.OpenAsync($"{Desk}/{code}/sua");
        await officer.OpenAsync($"{Desk}/{code}/sua");
        await officer.SubmitAsync(Form, ("Input.SubGroup", "Gạo thơm"), ("Input.SalesPoints", "Chợ Mẫu"));

        await slow.SubmitAsync(Form, ("Input.SubGroup", "Gạo nếp"), ("Input.Source", "Phiếu của chủ thể"));

        Assert.Equal(409, slow.Status);
        Assert.Equal("Gạo nếp", slow.Page.QuerySelector("[name='Input.SubGroup']")!.GetAttribute("value"));
        Assert.Equal("Phiếu của chủ thể", slow.Page.QuerySelector("[name='Input.Source']")!.GetAttribute("value"));
        Assert.Contains("Gạo thơm", slow.Text, StringComparison.Ordinal);
        Assert.Contains("Chợ Mẫu", slow.Text, StringComparison.Ordinal);
        await slow.SubmitAsync(Form, ("Input.SalesPoints", "Chợ Mẫu"));
        Assert.Equal(302, slow.Status);
        Assert.Equal(("Gạo nếp", "Chợ Mẫu", "Phiếu của chủ thể"), await house.ReadAsync(code, (product, _) => (product.SubGroup, product.SalesPoints, product.Source)));
    }

    [Fact]
    public async Task Two_officers_at_one_decision_the_other_version_is_shown_and_the_next_press_saves()
    {
        var (code, evaluation) = await house.CertifiedAsync("Mắm hai người ghi", "2025-01-01");
        var (officer, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        await slow.OpenAsync($"{Desk}/{code}/danh-gia/{evaluation}/chung-nhan");
        await officer.OpenAsync($"{Desk}/{code}/danh-gia/{evaluation}/chung-nhan");
        await officer.SubmitAsync(Form, ("Input.Certificate", "GCN-07"));
        Assert.Equal(302, officer.Status);

        await slow.SubmitAsync(Form, ("Input.On", "2025-01-02"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("GCN-07", slow.Text, StringComparison.Ordinal);
        Assert.Equal("2025-01-02", slow.Page.QuerySelector("[name='Input.On']")!.GetAttribute("value"));
        await slow.SubmitAsync(Form, ("Input.Certificate", "GCN-07"));
        Assert.Equal(302, slow.Status);
        Assert.Equal((Day("2025-01-02"), "GCN-07"), await house.ReadAsync(code, (_, all) => (all[0].DecidedOn, all[0].CertificateNumber)));
    }

    [Theory]
    [InlineData("2023-08-01", "2026-07-01", false)]
    [InlineData("2023-07-31", "2026-07-01", false)]
    [InlineData("2023-07-30", "2026-07-01", true)]
    public async Task Point_12_a_letter_that_went_out_less_than_thirty_days_before_the_end_is_told_as_late(string decided, string sent, bool isLate)
    {
        var (code, evaluation) = await house.CertifiedAsync($"Chè thư gửi {decided}", decided);
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Desk}/{code}/danh-gia/{evaluation}/cong-van");
        await officer.SubmitAsync(Form, ("Input.Number", "12/PKT"), ("Input.On", sent));
        Assert.Equal(302, officer.Status);

        await officer.OpenAsync($"{Desk}/{code}");
        Assert.Equal(isLate, officer.Text.Contains("trễ, phải gửi chậm nhất ngày", StringComparison.Ordinal));
    }
}
