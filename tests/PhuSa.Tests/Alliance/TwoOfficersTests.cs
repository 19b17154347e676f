using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Memberships;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>Two officers on one record of the Alliance: both versions side by side, and nothing typed is lost.</summary>
public sealed class TwoOfficersTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    private const string Office = "/quan-tri/lien-minh";

    [Theory]
    [InlineData("memorandum", "Input.Field", "Trồng lúa", "Nuôi cá", "Lĩnh vực")]
    [InlineData("obligation", "Input.What", "Mua 10 tấn", "Mua 20 tấn", "Nội dung nghĩa vụ")]
    [InlineData("class", "Input.Meaning", "Điều 5", "Điều 6", "Ý nghĩa theo Điều lệ")]
    [InlineData("award", "Input.Name", "Giấy khen A", "Giấy khen B", "Tên hình thức khen thưởng")]
    [InlineData("schedule", "Input.Amounts[0]", "100000", "200000", "thành viên chính thức: mức chung")]
    [InlineData("list", "Input.Title", "Đợt một", "Đợt hai", "Tên gọi của danh sách")]
    public async Task Who_comes_second_sees_both_versions_and_saves_over_at_the_next_press(string record, string field, string first, string second, string label)
    {
        var (quick, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        var address = await AddressAsync(quick, record);
        await slow.OpenAsync(address);
        Assert.Equal(200, slow.Status);
        await quick.OpenAsync(address);
        await quick.SubmitAsync(Form, (field, first));
        Assert.True(quick.Status == 302, quick.Text);

        await slow.SubmitAsync(Form, (field, second));

        Assert.Equal(409, slow.Status);
        var row = slow.Page.QuerySelectorAll("main table tbody tr").Single(tr => tr.QuerySelector("th")!.TextContent.Trim() == label);
        var (typed, saved) = (row.QuerySelectorAll("td")[0].TextContent, row.QuerySelectorAll("td")[1].TextContent);
        Assert.Contains(Shown(second), typed, StringComparison.Ordinal);
        Assert.Contains(Shown(first), saved, StringComparison.Ordinal);
        Assert.Equal(second, ValueOf(slow, field));
        await quick.OpenAsync(address);
        Assert.Equal(first, ValueOf(quick, field));

        await slow.SubmitAsync(Form);
        Assert.True(slow.Status == 302, slow.Text);
        await quick.OpenAsync(address);
        Assert.Equal(second, ValueOf(quick, field));
    }

    [Fact]
    public async Task Who_changes_nothing_that_another_changed_meanwhile_is_not_held_up()
    {
        var (quick, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        var address = await AddressAsync(quick, "memorandum");
        await slow.OpenAsync(address);
        await StepAsync(quick, address[..^"/sua".Length], "vi-pham", "Bên thứ hai không thực hiện");

        await slow.SubmitAsync(Form, ("Input.Field", "Chế biến"));

        Assert.True(slow.Status == 302, slow.Text);
    }

    [Fact]
    public async Task A_step_that_was_overtaken_tells_how_the_record_stands_and_by_whom_keeps_what_was_typed_and_is_taken_at_the_next_press()
    {
        var (quick, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        var nomination = await AwardOfficeTests.NominateAsync(quick, (await house.OrganisationAsync()).Code, "Giấy khen của Liên minh Hợp tác xã tỉnh", "Collective", "");
        await slow.OpenAsync($"{nomination}/khong-dong-y");
        await StepAsync(quick, nomination, "dong-y", "Đủ phiếu");

        await slow.SubmitAsync(Form, ("Input.Why", "Chưa đủ thời gian"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("nay là “Hội đồng đồng ý”", slow.Text, StringComparison.Ordinal);
        Assert.Equal("Chưa đủ thời gian", ValueOf(slow, "Input.Why"));
        await slow.SubmitAsync(Form);
        Assert.True(slow.Status == 302, slow.Text);
        await quick.OpenAsync(nomination);
        Assert.Contains("Chưa đủ thời gian", quick.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_cannot_be_taken_any_more_says_so_and_keeps_what_was_typed()
    {
        var (quick, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        var request = await RequestAsync(quick, await house.OrganisationAsync());
        await slow.OpenAsync($"{request}/tham-dinh");
        await StepAsync(quick, request, "rut", "Tổ chức rút đơn");

        await slow.SubmitAsync(Form, ("Input.Room", "Phòng Tư vấn"), ("Input.Why", "Đủ điều kiện"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("nay là “Đã rút đề nghị”", slow.Text, StringComparison.Ordinal);
        Assert.Contains("không thực hiện được bước này nữa", slow.Text, StringComparison.Ordinal);
        Assert.Equal("Đủ điều kiện", ValueOf(slow, "Input.Why"));
    }

    private static string Shown(string typed) => typed.All(char.IsAsciiDigit) ? PhuSa.Vietnamese.Dong.Figures(long.Parse(typed, System.Globalization.CultureInfo.InvariantCulture)) : typed;

    private static string ValueOf(Visitor visitor, string field)
    {
        var element = visitor.Page.QuerySelector($"main [name='{field}']")!;
        return (element.LocalName == "textarea" ? element.TextContent : element.GetAttribute("value") ?? "").Trim();
    }

    private async Task<string> AddressAsync(Visitor officer, string record)
    {
        switch (record)
        {
            case "memorandum":
                return $"{(await MemorandumOfficeTests.SignedAsync(house, officer, "Bản ghi nhớ hai người sửa")).Address}/sua";
            case "obligation":
                var (memorandum, party) = await MemorandumOfficeTests.SignedAsync(house, officer, "Bản ghi nhớ có nghĩa vụ hai người sửa");
                await MemorandumOfficeTests.OweAsync(officer, memorandum, party.Name, "Mua nông sản", "2026-12-01");
                await officer.OpenAsync(memorandum);
                return officer.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(url => Guid.TryParse(url.Split("/nghia-vu/")[^1], out _));
            case "class":
                await officer.OpenAsync($"{Office}/loai-thanh-vien/moi");
                await officer.SubmitAsync(Form, ("Input.Name", "thành viên hai người sửa"));
                return $"{Office}/loai-thanh-vien/{await house.InDbAsync(db => db.Set<MemberClass>().Where(c => c.Name == "thành viên hai người sửa").Select(c => c.Code).SingleAsync())}";
            case "award":
                await officer.OpenAsync($"{Office}/hinh-thuc-khen/moi");
                await officer.SubmitAsync(Form, ("Input.Name", "Giấy khen hai người sửa"), ("Input.Level", nameof(AwardLevel.ProvincialAlliance)), ("Input.Form", nameof(AwardForm.Commendation)));
                return $"{Office}/hinh-thuc-khen/{await house.InDbAsync(db => db.Set<AwardKind>().Where(k => k.Name == "Giấy khen hai người sửa").Select(k => k.Id).SingleAsync())}";
            case "schedule":
                await officer.OpenAsync($"{Office}/hoi-phi/bieu/moi");
                await officer.SubmitAsync(Form, ("Input.FirstYear", "2050"), ("Input.Source", "Nghị quyết"), ("Input.Amounts[0]", "50000"));
                return $"{Office}/hoi-phi/bieu/2050";
            default:
                var request = await RequestAsync(officer, await house.OrganisationAsync());
                await StepAsync(officer, request, "tham-dinh");
                return $"{await ListAsync(officer, Admissions, request)}/danh-sach";
        }
    }
}
