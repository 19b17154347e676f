using Microsoft.EntityFrameworkCore;
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

    [Fact]
    public async Task Two_officers_at_one_result_both_versions_are_shown_and_the_step_is_taken_once()
    {
        var (officer, slow, product) = (await house.OfficerAsync(), await house.OfficerAsync(), await SentAsync("Nem hai người chấm"));
        await OcopOfficeTests.OpenStepAsync(slow, product, "ket-qua");
        await OcopOfficeTests.OpenStepAsync(officer, product, "ket-qua");
        await officer.SubmitAsync(Form, ("Input.On", "2026-06-10"), ("Input.Level", "Province"), ("Input.A", "31,5"), ("Input.B", "20"), ("Input.C", "25"));
        Assert.Equal(302, officer.Status);

        await slow.SubmitAsync(Form, ("Input.On", "2026-06-11"), ("Input.Level", "Province"), ("Input.A", "28"), ("Input.B", "20"), ("Input.C", "25"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("Phần này vừa được người khác sửa", slow.Text, StringComparison.Ordinal);
        Assert.Contains("31,5", slow.Text, StringComparison.Ordinal);
        Assert.Contains("10/06/2026", slow.Text, StringComparison.Ordinal);
        Assert.Equal("28", slow.Page.QuerySelector("[name='Input.A']")!.GetAttribute("value"));
        await slow.SubmitAsync(Form);
        Assert.Equal(409, slow.Status);
        Assert.Contains("Không thực hiện được bước này", slow.Text, StringComparison.Ordinal);
        Assert.Equal(31.5m, await house.ReadAsync(product.Split('/')[^1], (_, all) => all[0].ScoreA));
    }

    [Fact]
    public async Task Two_officers_at_one_step_the_other_one_is_shown_and_the_next_press_takes_it_where_it_still_may_be_taken()
    {
        var (officer, slow, product) = (await house.OfficerAsync(), await house.OfficerAsync(), await SentAsync("Chả hai người xử lý"));
        await OcopOfficeTests.OpenStepAsync(slow, product, "thoi");
        house.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await OcopOfficeTests.StepAsync(officer, product, "tra-lai", "Thiếu phiếu kiểm nghiệm");

        await slow.SubmitAsync(Form, ("Input.Why", "Chủ thể xin thôi"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("Trả lại để bổ sung", slow.Text, StringComparison.Ordinal);
        Assert.Contains("Thiếu phiếu kiểm nghiệm", slow.Text, StringComparison.Ordinal);
        Assert.Equal("Chủ thể xin thôi", slow.Page.QuerySelector("[name='Input.Why']")!.TextContent.Trim());
        await slow.SubmitAsync(Form);
        Assert.Equal(302, slow.Status);
        Assert.Equal(OcopEvaluationStatus.GivenUp, await house.ReadAsync(product.Split('/')[^1], (_, all) => all[0].Status));
    }

    [Fact]
    public async Task A_picture_is_taken_away_at_the_second_press_where_somebody_changed_the_product_meanwhile()
    {
        var (code, _) = await house.CertifiedAsync("Bánh ảnh hai người bỏ", "2025-01-01");
        var (officer, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        using var taken = await SendPhotoAsync(officer, code, Files.Samples.Photograph(), "Bánh");
        await slow.OpenAsync($"{Desk}/{code}/anh/{await house.ReadAsync(code, (product, _) => product.Photos[0].Id)}");
        await officer.OpenAsync($"{Desk}/{code}/sua");
        await officer.SubmitAsync(Form, ("Input.SubGroup", "Bánh khô"));

        await slow.SubmitAsync(Form, ("Do", "bo"), ("Input.Alt", ""));
        Assert.Equal(409, slow.Status);
        await slow.SubmitAsync(Form, ("Do", "bo"), ("Input.Alt", ""));

        Assert.Equal(302, slow.Status);
        Assert.Empty(await house.ReadAsync(code, (product, _) => product.Photos.ToList()));
    }

    [Fact]
    public async Task A_product_has_one_open_round_in_the_database_too()
    {
        var (code, _) = await house.CertifiedAsync("Tương hai lần mở", "2023-01-01");
        var product = await house.ReadAsync(code, (known, _) => known.Id);
        await AddAsync(2);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => AddAsync(3));

        Task<bool> AddAsync(int number) => WriteAsync(house.App, db => db.Add(new OcopEvaluation(Guid.CreateVersion7(), $"{code}-lan-{number}", product, OcopRound.Again, Today, By, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc))));
    }

    /// <summary>A product whose file is with the council.</summary>
    /// <returns>Its address.</returns>
    private async Task<string> SentAsync(string name)
    {
        var (officer, owner) = (await house.OfficerAsync(), await house.OwnerAsync());
        await officer.OpenAsync($"{Desk}/moi");
        await officer.SubmitAsync(Form, ("Input.Name", name), ("Input.Owner", owner.Code), ("Input.Group", "Food"));
        Assert.Equal(302, officer.Status);
        var product = officer.Redirect!.OriginalString;
        await OcopOfficeTests.BeginAsync(officer, product, "First");
        await OcopOfficeTests.StepAsync(officer, product, "gui", "Đủ hồ sơ");
        return product;
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
