using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Tests.Organisations;
using static PhuSa.Tests.Cooperatives.Ocop.OcopHouse;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What programs read of a cooperative's page: its products, rights, marks and awards, as far as the page shows them.</summary>
public sealed class ProfileToProgramsTests : IAsyncLifetime
{
    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        var owner = await _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Cooperative>().Where(c => c.Code == "htx-long-binh").Select(c => c.Id).SingleAsync());
        await CertifiedIn(_app, "Xoài sấy Mẫu", "2024-01-10", owner);
        using var awards = ImportFolder.With(
            ("awards", """
                code,decision,level,form,scope,organisation,recipient_name,source
                khen-tap-the,qd-khen-thuong-2020,provincial-alliance,commendation,collective,htx-long-binh,,
                khen-ca-nhan,qd-khen-thuong-2020,province,merit-certificate,individual,htx-long-binh,Người Được Kín,
                """),
            ("mark-grants", """
                code,mark,holder,product,given_on,expires_on,decision,status,programme,source
                con-han,an-giang,htx-long-binh,Chuối,2026-01-05,2027-01-05,,granted,,
                """));
        Assert.Empty((await _app.ImportAsync(awards.Path)).Errors);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_profile_names_its_products_rights_and_awards_to_programs()
    {
        var data = await DataAsync("htx-long-binh");

        var product = data.GetProperty("owns").EnumerateArray().Single();
        Assert.Equal(("Product", "Xoài sấy Mẫu", "http://lienminh.localhost/san-pham/xoai-say-mau"), (Text(product, "@type"), Text(product, "name"), Text(product, "url")));
        var rights = data.GetProperty("hasCertification").EnumerateArray().ToDictionary(right => Text(right.GetProperty("about"), "name")!);
        Assert.Equal(["Chuối", "Xoài các loại"], rights.Keys);
        Assert.Equal(("Certification", "http://lienminh.localhost/nhan-hieu/an-giang", "https://schema.org/CertificationActive"), (Text(rights["Chuối"], "@type"), Text(rights["Chuối"], "url"), Text(rights["Chuối"], "certificationStatus")));
        Assert.StartsWith("Giấy khen", data.GetProperty("award").EnumerateArray().Single().GetString(), StringComparison.Ordinal);
        Assert.False(data.TryGetProperty("brand", out _));
    }

    [Fact]
    public async Task A_right_whose_term_is_not_known_is_not_called_active_to_programs()
    {
        var right = (await DataAsync("htx-long-binh")).GetProperty("hasCertification").EnumerateArray().Single(r => Text(r.GetProperty("about"), "name") == "Xoài các loại");

        Assert.False(right.TryGetProperty("certificationStatus", out _));
    }

    [Fact]
    public async Task An_award_of_a_person_is_not_told_to_programs() =>
        Assert.DoesNotContain("Bằng khen", (await DataAsync("htx-long-binh")).GetRawText(), StringComparison.Ordinal);

    [Fact]
    public async Task A_mark_that_a_cooperative_owns_is_its_brand()
    {
        var owner = await _app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var owners = await db.Set<PhuSa.Marks.CollectiveMarks.CollectiveMark>().Select(m => m.OwnerId).ToListAsync();
            return await db.Set<Cooperative>().Where(c => owners.Contains(c.Id)).OrderBy(c => c.Code).Select(c => c.Code).FirstAsync();
        });

        var brand = (await DataAsync(owner)).GetProperty("brand").EnumerateArray().First();

        Assert.Equal("Brand", Text(brand, "@type"));
        Assert.StartsWith("http://lienminh.localhost/nhan-hieu/", Text(brand, "url"), StringComparison.Ordinal);
    }

    private async Task<JsonElement> DataAsync(string slug)
    {
        var page = await _app.Visit("lienminh.localhost").OpenAsync($"/hop-tac-xa/{slug}");
        return JsonDocument.Parse(page.Page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
