using System.Text;
using System.Text.RegularExpressions;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>The membership card and the page that its QR code opens.</summary>
public sealed partial class CardTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    [Fact]
    public async Task The_check_page_tells_class_since_when_and_the_state_of_today_in_five_kilobytes()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2024-02-01", "New");
        await house.AdmitAsync(organisation, "2025-02-01", "Official");
        using var answer = await house.App.Visit("lienminh.localhost").Http.GetAsync(new Uri($"/the-thanh-vien/{organisation.Code}", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.True(answer.IsSuccessStatusCode);
        Assert.True(Encoding.UTF8.GetByteCount(page) + answer.Headers.ToString().Length <= 5 * 1024, $"{Encoding.UTF8.GetByteCount(page)} bytes");
        var text = System.Net.WebUtility.HtmlDecode(Tags.Replace(page, " "));
        Assert.Contains(organisation.Name, text, StringComparison.Ordinal);
        Assert.Contains("thành viên chính thức", text, StringComparison.Ordinal);
        Assert.Contains("01/02/2024", text, StringComparison.Ordinal);
        Assert.Contains("Là thành viên", text, StringComparison.Ordinal);
        Assert.Contains("'sha256-", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        Assert.Equal(302, (await house.ActAsync(organisation, "Withdraw", "2026-01-01")).Status);
        var after = await (await house.App.Visit().Http.GetAsync(new Uri($"/the-thanh-vien/{organisation.Code}", UriKind.Relative))).Content.ReadAsStringAsync();
        Assert.Contains("Không còn là thành viên", System.Net.WebUtility.HtmlDecode(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_of_an_organisation_that_became_one_with_another_leads_to_the_one_that_stayed()
    {
        await house.AdmitOnceAsync("htx-binh-thanh", "2025-03-01");
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync("/quan-tri/hop-tac-xa/htx-binh-thanh/gop?voi=htx-long-binh");
        await officer.SubmitAsync(Form, ("Input.Why", "Cùng một hợp tác xã, nhập hai lần"));
        Assert.True(officer.Status == 302, officer.Text);

        var visitor = await house.App.Visit("lienminh.localhost").OpenAsync("/the-thanh-vien/htx-long-binh");
        Assert.Equal("/the-thanh-vien/htx-binh-thanh", visitor.Redirect!.OriginalString);
        var alliance = await house.OfficerAsync();
        await alliance.OpenAsync($"{Members}/htx-long-binh");
        Assert.Equal($"{Members}/htx-binh-thanh", alliance.Redirect!.OriginalString);
    }

    [Theory]
    [InlineData("khong-co")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("so-khcn")]
    public async Task What_is_no_member_is_not_found_and_nothing_of_the_address_comes_back(string code)
    {
        using var answer = await house.App.Visit().Http.GetAsync(new Uri($"/the-thanh-vien/{code}", UriKind.Relative));

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.DoesNotContain("alert(1)", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_is_printed_for_a_member_and_its_code_opens_the_check_page()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2025-02-01");
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Members}/{organisation.Code}/the");

        Assert.Equal(200, officer.Status);
        Assert.NotNull(officer.Page.QuerySelector("svg.ps-qr path"));
        Assert.EndsWith($"/the-thanh-vien/{organisation.Code}", officer.Page.QuerySelector(".ps-slip a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{Members}/htx-an-binh/the")).Status);
    }

    [Fact]
    public async Task The_card_and_its_check_page_are_the_alliances_whichever_site_they_are_opened_on()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2025-02-01");
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Members}/{organisation.Code}/the");

        Assert.Equal("lienminh.localhost", new Uri(officer.Page.QuerySelector(".ps-slip a")!.GetAttribute("href")!).Host);
        Assert.Contains("Liên minh Hợp tác xã tỉnh An Giang", officer.Page.QuerySelector(".ps-slip")!.TextContent, StringComparison.Ordinal);
        var page = System.Net.WebUtility.HtmlDecode(await house.App.Visit("khcn.localhost").Http.GetStringAsync(new Uri($"/the-thanh-vien/{organisation.Code}", UriKind.Relative)));
        Assert.Contains("Liên minh Hợp tác xã tỉnh An Giang", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sở Khoa học", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_since_means_the_same_on_the_list_the_table_the_card_and_the_certificate()
    {
        var organisation = await house.OrganisationAsync();
        await house.AdmitAsync(organisation, "2020-03-01", "New");
        Assert.Equal(302, (await house.ActAsync(organisation, "Withdraw", "2021-01-01")).Status);
        await house.AdmitAsync(organisation, "2023-04-05", "New");
        await house.AdmitAsync(organisation, "2025-02-01", "Official");
        var officer = await house.OfficerAsync();

        Assert.Equal("05/04/2023", (await officer.OpenAsync($"{Members}?q={organisation.Code}")).Page.QuerySelector("td[data-th='Thành viên từ']")!.TextContent.Trim());
        Assert.Contains("05/04/2023", await officer.Http.GetStringAsync(new Uri($"{Members}.csv?q={organisation.Code}", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("Thành viên từ: 05/04/2023", (await officer.OpenAsync($"{Members}/{organisation.Code}/the")).Text, StringComparison.Ordinal);
        await officer.OpenAsync($"/quan-tri/van-ban/moi?mau=alliance.certificate&ho-so={organisation.Id}");
        Assert.Contains("kể từ 05/04/2023; hiện là thành viên chính thức", officer.Page.QuerySelector("[name='Input.Body']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("01/03/2020", (await officer.OpenAsync($"{Members}?q={organisation.Code}&ngay=2020-06-01")).Page.QuerySelector("td[data-th='Thành viên từ']")!.TextContent.Trim());
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags { get; }
}
