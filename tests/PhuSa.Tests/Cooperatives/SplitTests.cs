using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A number for life: what was divided keeps its code and its address, and those it was divided into have their own.</summary>
public sealed class SplitTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Slug_and_code_of_one_that_was_divided_answer_for_ever_and_nobody_else_gets_them()
    {
        var (one, other) = (await RegisteredAsync("HTX Chia Một"), await RegisteredAsync("HTX Chia Hai"));
        var before = await house.ReadAsync("htx-long-binh", (db, c) => db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == c.Id));
        var into = await house.App.InScopeAsync(services => ((AppDbContext)services.GetService(typeof(AppDbContext))!).Set<Cooperative>().Where(c => c.Code == one || c.Code == other).Select(c => c.Id).ToListAsync());

        await house.ChangeAsync("htx-long-binh", (_, c) => c.Change(CooperativeAction.SplitInto, new StatusNews(new DateOnly(2026, 6, 1), "Quyết định chia", "Đại hội thành viên", into), new DateOnly(2026, 7, 1), RegistryHouse.By, App.Start.UtcDateTime));

        var after = await house.ReadAsync("htx-long-binh", (db, c) => db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == c.Id));
        Assert.Equal((before.Id, before.Code, before.Slug, before.Name), (after.Id, after.Code, after.Slug, after.Name));
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        foreach (var address in new[] { "/hop-tac-xa/htx-long-binh", "/api/v1/cooperatives/htx-long-binh", $"{RegistryHouse.Office}/htx-long-binh", "/quan-tri/to-chuc/htx-long-binh" })
        {
            Assert.Equal((address, 200), (address, (await officer.OpenAsync(address)).Status));
        }

        await officer.OpenAsync($"{RegistryHouse.Office}/htx-long-binh");
        Assert.Contains("Chia thành nơi khác", officer.Text, StringComparison.Ordinal);
        Assert.All(new[] { one, other }, code => Assert.NotNull(officer.Page.QuerySelector($"main a[href='{RegistryHouse.Office}/{code}']")));
        await officer.OpenAsync($"{RegistryHouse.Office}?q=long+binh&tinh-trang=da-chia");
        Assert.Single(officer.Page.QuerySelectorAll("main tbody tr"));

        // The same name again is another cooperative with another code.
        Assert.Equal("htx-long-binh-2", await RegisteredAsync("HTX Long Bình"));
        Assert.Equal("htx-long-binh", (await house.OfAsync("htx-long-binh")).Code);
    }

    private async Task<string> RegisteredAsync(string name)
    {
        var officer = await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{RegistryHouse.Office}/moi");
        await officer.SubmitAsync(Form, ("Input.Name", name));
        if (officer.Status == 422)
        {
            officer.Page.QuerySelector("#Input_IsAnother")!.SetAttribute("checked", "checked");
            await officer.SubmitAsync(Form);
        }

        Assert.True(officer.Status == 302, officer.Text);
        return officer.Redirect!.OriginalString.Split('/')[^1];
    }
}
