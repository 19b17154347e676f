using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>The list by the certificates of others: which are valid, which end soon, and who has none left that is.</summary>
public sealed class CertificateFacetTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    [Fact]
    public async Task Point_12_files_are_found_by_whether_their_certificates_are_valid_and_every_count_opens_its_list()
    {
        foreach (var (code, last) in new[] { ("htx-an-binh", "2030-01-01"), ("htx-an-binh", "2026-06-30"), ("htx-cho-moi", "2026-07-01"), ("htx-vinh-binh", "2026-09-29"), ("htx-long-binh", "2026-09-30"), ("htx-vinh-thang", "2026-06-30"), ("htx-binh-thanh", null) })
        {
            await house.ChangeAsync(code, (db, c) =>
            {
                var held = new HeldCertificate(Guid.CreateVersion7(), c.Id);
                held.Describe(new CertificateContent("VietGAP", null, null, null, null, last is null ? null : DateOnly.ParseExact(last, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
                db.Add(held);
            });
        }

        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        foreach (var (word, count) in new[] { ("con-han", 4), ("sap-het", 2), ("het-han", 1) })
        {
            await officer.OpenAsync($"{RegistryHouse.Office}?chung-nhan={word}");
            Assert.Equal(count, officer.Page.QuerySelectorAll("main tbody tr").Length);
        }

        Assert.Contains("Vĩnh Thắng", officer.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        await officer.OpenAsync(RegistryHouse.Office);
        Assert.Contains("Có chứng nhận sắp hết hạn (90 ngày): 2", officer.Text, StringComparison.Ordinal);
    }
}
