using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Sites;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Portal.Sites;

/// <summary>The sites in the office: who edits which, and what of it stands on the site.</summary>
public sealed class SiteOfficeTests : IAsyncLifetime
{
    private const string Sites = "/quan-tri/trang";
    private const string Department = Sites + "/khcn";
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_officer_edits_the_site_of_their_organisation_only_and_an_administrator_every_site()
    {
        var department = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Sites);
        Assert.NotNull(department.Page.QuerySelector($"main a[href='{Department}']"));
        Assert.Null(department.Page.QuerySelector($"main a[href='{Sites}/lienminh']"));
        foreach (var part in new[] { "", "/ten", "/dia-chi", "/giao-dien", "/trang-chu", "/khoi", "/lien-he", "/phan-anh", "/tieng-anh", "/so-lieu", "/chuyen-muc", "/lien-ket/menu", "/lien-ket/nut", "/lien-ket/dai", "/lien-ket/viec", "/lien-ket/cuoi-trang" })
        {
            Assert.Equal(200, (await department.OpenAsync(Department + part)).Status);
            Assert.Equal(404, (await department.OpenAsync($"{Sites}/lienminh{part}")).Status);
        }

        Assert.Equal(404, (await department.OpenAsync(Department + "/lien-ket/khong-co")).Status);
        Assert.Equal(403, (await (await _app.SignedInAsync(Role.CooperativeDirector)).OpenAsync(Sites)).Status);
        Assert.Equal(200, (await (await _app.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"{Sites}/lienminh/ten")).Status);
        var administrator = await _app.SignedInAsync(Role.Administrator);
        Assert.Equal(200, (await administrator.OpenAsync(Department + "/ten")).Status);
        Assert.Equal(200, (await administrator.OpenAsync($"{Sites}/lienminh/ten")).Status);
    }

    [Fact]
    public async Task A_site_that_belongs_to_nobody_is_the_administrators()
    {
        await _app.InDbAsync(async db => await db.Set<Site>().Where(s => s.Code == "khcn").ExecuteUpdateAsync(set => set.SetProperty(s => s.OwnerId, (Guid?)null)));

        Assert.Equal(404, (await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Department)).Status);
        Assert.Equal(200, (await (await _app.SignedInAsync(Role.Administrator)).OpenAsync(Department)).Status);
    }

    [Fact]
    public async Task A_name_saved_in_the_office_stands_on_the_site_and_in_the_journal()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Department + "/ten");

        await officer.SubmitAsync("main form", ("Input.Name", "  Sở   Thử nghiệm "));

        Assert.Equal(302, officer.Status);
        Assert.Equal("Sở Thử nghiệm", (await _app.Visit().OpenAsync("/")).Page.QuerySelector(".ps-org b")!.TextContent);
        await _app.InDbAsync(async db => Assert.True(await db.Set<JournalEntry>().AnyAsync(e => e.Kind == "portal_sites" && e.Action == "Change")));
    }

    [Fact]
    public async Task A_new_host_leads_to_the_site_at_once()
    {
        var officer = await (await _app.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"{Sites}/lienminh/dia-chi");

        await officer.SubmitAsync("main form", ("Input.Hosts", "lienminh.localhost\r\nhtx.example.vn"), ("Input.Address", "https://htx.example.vn"));

        Assert.Equal(302, officer.Status);
        var visitor = await _app.Visit("htx.example.vn").OpenAsync("/");
        Assert.Equal("alliance", visitor.Page.DocumentElement.GetAttribute("data-site"));
        Assert.Equal("https://htx.example.vn/", visitor.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }
}
