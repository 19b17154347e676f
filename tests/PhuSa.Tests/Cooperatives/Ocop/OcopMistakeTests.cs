using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Rules;
using static PhuSa.Tests.Cooperatives.Ocop.OcopHouse;
using static PhuSa.Tests.Cooperatives.Ocop.OcopOfficeTests;

namespace PhuSa.Tests.Cooperatives.Ocop;

/// <summary>What was recorded on the wrong product, or mistyped, is taken back with a reason; the mistaken step stays.</summary>
public sealed class OcopMistakeTests(OcopHouse house) : IClassFixture<OcopHouse>
{
    [Fact]
    public async Task A_revocation_recorded_on_the_wrong_product_is_taken_back_and_readers_see_it_certified_again()
    {
        var (code, _) = await house.CertifiedAsync("Mật ong thu hồi nhầm", "2025-01-10", revokedOn: "2026-02-01");
        var officer = await house.OfficerAsync();
        Assert.Contains("đã bị thu hồi", (await house.App.Visit().OpenAsync($"/san-pham/{code}")).Text, StringComparison.Ordinal);
        await OpenStepAsync(officer, $"{Desk}/{code}", "bo-thu-hoi");
        await officer.SubmitAsync(Form, ("Input.Why", " "));
        Assert.Equal(422, officer.Status);

        await officer.SubmitAsync(Form, ("Input.Why", "Quyết định thu hồi là của sản phẩm khác"));

        Assert.True(officer.Status == 302, officer.Text);
        Assert.DoesNotContain("đã bị thu hồi", (await house.App.Visit().OpenAsync($"/san-pham/{code}")).Text, StringComparison.Ordinal);
        Assert.Equal((OcopEvaluationStatus.Certified, (DateOnly?)null), await house.ReadAsync(code, (_, rounds) => (rounds[0].Status, rounds[0].RevokedOn)));
        Assert.Contains("Quyết định thu hồi là của sản phẩm khác", (await officer.OpenAsync($"{Desk}/{code}")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{Desk}/{code}/danh-gia/{await house.ReadAsync(code, (_, rounds) => rounds[0].Id)}/bo-thu-hoi")).Status);
    }

    [Theory]
    [InlineData("", "Preparing")]
    [InlineData("gui", "Sent")]
    [InlineData("ket-qua", "Evaluated")]
    public async Task A_round_given_up_by_mistake_goes_on_from_where_it_stood(string reached, string status)
    {
        var (officer, product, code) = await BegunAsync($"Bánh phồng thôi nhầm {status}");
        await ReachAsync(officer, product, reached);
        await StepAsync(officer, product, "thoi", "Bấm nhầm");

        await StepAsync(officer, product, "danh-gia-tiep", "Chủ thể vẫn muốn đánh giá");

        Assert.Equal(status, await house.ReadAsync(code, (_, rounds) => rounds[0].Status.ToString()));
    }

    [Fact]
    public async Task A_product_that_was_not_certified_is_reconsidered_unless_another_round_is_open()
    {
        var (officer, product, code) = await BegunAsync("Khô bò xét lại");
        await ReachAsync(officer, product, "ket-qua");
        await StepAsync(officer, product, "khong-dat", "Hội đồng không đồng ý");
        await BeginAsync(officer, product, "First");
        await OpenStepAsync(officer, product, "xet-lai");
        await officer.SubmitAsync(Form, ("Input.Why", "Có kết luận kiểm tra lại"));
        Assert.Equal(409, officer.Status);
        Assert.Contains("một lần đánh giá chưa xong", officer.Text, StringComparison.Ordinal);
        await StepAsync(officer, product, "thoi", "Mở nhầm");

        await StepAsync(officer, product, "xet-lai", "Có kết luận kiểm tra lại");

        Assert.Equal([OcopEvaluationStatus.Evaluated, OcopEvaluationStatus.GivenUp], await house.ReadAsync(code, (_, rounds) => rounds.Select(e => e.Status).Order()));
    }

    [Fact]
    public async Task Mistyped_points_of_a_certified_product_are_corrected_with_a_reason_and_its_stars_follow()
    {
        var (officer, product, code) = await BegunAsync("Trà mãng cầu sửa điểm");
        await ReachAsync(officer, product, "ket-qua");
        await OpenStepAsync(officer, product, "chung-nhan");
        await officer.SubmitAsync(Form, ("Input.Number", "87/QĐ-UBND"), ("Input.On", "2026-06-20"), ("Input.Certificate", "GCN-02"));
        Assert.True(officer.Status == 302, officer.Text);
        await OpenStepAsync(officer, product, "ket-qua");
        Assert.StartsWith("32,5", officer.Page.QuerySelector("[name='Input.A']")!.GetAttribute("value"), StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.A", "23,5"));
        Assert.Equal((422, "Nhập lý do, căn cứ"), (officer.Status, officer.ErrorFor("Input.Why")));

        await officer.SubmitAsync(Form, ("Input.Why", "Gõ nhầm 23,5 thành 32,5"));

        Assert.True(officer.Status == 302, officer.Text);
        Assert.Equal((23.5m, 3), await house.ReadAsync(code, (_, rounds) => (rounds[0].ScoreA, rounds[0].Stars)));
        Assert.Contains("Gõ nhầm 23,5 thành 32,5", (await officer.OpenAsync(product)).Text, StringComparison.Ordinal);

        // What the level does not certify is refused, and nothing of it is kept.
        await OpenStepAsync(officer, product, "ket-qua");
        await officer.SubmitAsync(Form, ("Input.A", "1"), ("Input.B", "1"), ("Input.C", "1"), ("Input.Why", "Sai"));
        Assert.Equal(409, officer.Status);
        Assert.Equal(3, await house.ReadAsync(code, (_, rounds) => rounds[0].Stars));
    }

    [Fact]
    public void A_table_takes_no_mistake_back()
    {
        var evaluation = new OcopEvaluation(Guid.CreateVersion7(), "mau-lan-1", Guid.CreateVersion7(), OcopRound.First, OcopEvaluationStatus.Revoked, By, DateTime.UnixEpoch, "Vi phạm");

        Assert.Throws<RefusedException>(() => evaluation.Follow(OcopEvaluationStatus.Certified, By, DateTime.UnixEpoch, why: null));

        evaluation.Follow(OcopEvaluationStatus.Revoked, By, DateTime.UnixEpoch, why: null);
        Assert.Single(evaluation.Steps);
    }

    private async Task<(Visitor Officer, string Product, string Code)> BegunAsync(string name)
    {
        var owner = await house.OwnerAsync();
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"{Desk}/moi");
        await officer.SubmitAsync(Form, ("Input.Name", name), ("Input.Owner", owner.Code), ("Input.Group", "Food"));
        Assert.True(officer.Status == 302, officer.Text);
        var product = officer.Redirect!.OriginalString;
        await BeginAsync(officer, product, "First");
        return (officer, product, product.Split('/')[^1]);
    }

    private static async Task ReachAsync(Visitor officer, string product, string reached)
    {
        if (reached.Length > 0)
        {
            await StepAsync(officer, product, "gui", "Đủ hồ sơ");
        }

        if (reached == "ket-qua")
        {
            await OpenStepAsync(officer, product, "ket-qua");
            await officer.SubmitAsync(Form, ("Input.On", "2026-06-10"), ("Input.Level", "Province"), ("Input.A", "32,5"), ("Input.B", "20"), ("Input.C", "25"));
            Assert.True(officer.Status == 302, officer.Text);
        }
    }
}
