using PhuSa.Organisations.Contracts;
using static PhuSa.Tests.Cooperatives.Ocop.OcopHouse;

namespace PhuSa.Tests.Cooperatives.Ocop;

/// <summary>The office's list: every count is that of the list it opens, and what is taken away is what is shown.</summary>
public sealed class OcopListTests : IAsyncLifetime
{
    private App _app = null!;
    private Visitor _officer = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _officer = await PhuSa.Tests.Identity.TestPeople.SignedInAsync(_app, PhuSa.Platform.Rights.Role.DepartmentOfficer);
        var enterprise = await OwnerIn(_app, OrganisationKind.Enterprise);
        await CertifiedIn(_app, "Đậu phộng Mẫu", "2024-01-10", enterprise.Id, stars: 5);
        await CertifiedIn(_app, "Dầu dừa Mẫu", "2023-08-01", enterprise.Id);
        await CertifiedIn(_app, "Ảnh gốm Mẫu", "2022-01-10", group: null, stars: 3);
        await CertifiedIn(_app, "Bột nghệ Mẫu", null);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Every_count_opens_the_list_that_it_counts()
    {
        foreach (var address in new[] { Desk, $"{Desk}?hieu-luc=con", $"{Desk}?q=mau&chu-the=doanh-nghiep" })
        {
            await _officer.OpenAsync(address);
            var counts = _officer.Page.QuerySelectorAll("main details a").Select(a => (Url: a.GetAttribute("href")!, Count: int.Parse(a.TextContent.Split(": ")[^1], System.Globalization.CultureInfo.InvariantCulture))).ToList();
            Assert.True(counts.Count >= 4);
            foreach (var (url, count) in counts)
            {
                await _officer.OpenAsync(url);
                Assert.Equal((url, count), (url, _officer.Page.QuerySelectorAll("tbody tr").Length));
            }
        }
    }

    [Fact]
    public async Task The_list_is_in_Vietnamese_order_and_is_taken_away_with_its_filter()
    {
        await _officer.OpenAsync(Desk);
        Assert.Equal(["Ảnh gốm Mẫu", "Bột nghệ Mẫu", "Dầu dừa Mẫu", "Đậu phộng Mẫu"], _officer.Page.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));

        var csv = await _officer.Http.GetStringAsync(new Uri($"{Desk}.csv?sao=5", UriKind.Relative));
        var lines = csv.TrimStart('\uFEFF').TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains("Đậu phộng Mẫu", lines[1], StringComparison.Ordinal);
        Assert.Contains("2027-01-10", lines[1], StringComparison.Ordinal);
        using var sheet = await _officer.Http.GetAsync(new Uri($"{Desk}.xlsx", UriKind.Relative));
        Assert.True(sheet.IsSuccessStatusCode);
        Assert.Equal(404, (await _officer.OpenAsync($"{Desk}?trang=9")).Status);
    }

    [Fact]
    public async Task What_cannot_be_read_is_no_filter()
    {
        await _officer.OpenAsync($"{Desk}?hieu-luc=%27%3B+DROP&nhom=%3Cb%3E&sao=99&q=%09");

        Assert.Equal((200, 4), (_officer.Status, _officer.Page.QuerySelectorAll("tbody tr").Length));
    }
}
