using System.Text;
using System.Text.RegularExpressions;
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

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags { get; }
}
