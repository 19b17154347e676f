using Microsoft.Playwright;
using PhuSa.Platform.Rights;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>Lists of papers, units and people that grow while one writes.</summary>
public sealed class GrowingRowsTests(Site site)
{
    private const string Units = "Input.Directory.Units";

    [Fact]
    public async Task Rows_added_by_the_button_are_empty_focused_and_saved_with_the_others()
    {
        var writer = await site.OfficerAsync(Role.DepartmentOfficer);
        await writer.GotoAsync("/quan-tri/bai-viet/moi?loai=danh-ba");
        await writer.Locator("#Input_Title").FillAsync($"Danh bạ {Guid.CreateVersion7():N}");
        await writer.Locator($"[name='{Units}[1].Name']").FillAsync("Văn phòng");
        await writer.Locator("#Input_Home").SelectOptionAsync(new SelectOptionValue { Label = "Hoạt động Khoa học công nghệ" });

        await writer.GetByRole(AriaRole.Button, new() { Name = "Thêm đơn vị" }).ClickAsync();
        await Expect(writer.Locator($"[name='{Units}[2].Name']")).ToBeFocusedAsync();
        await writer.Keyboard.TypeAsync("Phòng Quản lý công nghệ");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Thêm người" }).Nth(2).ClickAsync();
        await Expect(writer.Locator($"[name='{Units}[2].Officials[2].Name']")).ToBeFocusedAsync();
        await writer.Keyboard.TypeAsync("Nguyễn Thị Ba");
        await Expect(writer.Locator($"[data-rows='{Units}'] > li:nth-child(3) > fieldset > legend")).ToHaveTextAsync("Đơn vị mới");
        Assert.Equal(1, await writer.Locator("#Input_Directory_Units_2__Officials_2__Name").CountAsync());
        Assert.Empty(await Axe.LookAsync(writer, "rows"));

        await writer.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Expect(writer.Locator("main")).ToContainTextAsync("Bản nháp");
        await writer.GotoAsync(new Uri(writer.Url).AbsolutePath + "/sua");
        await Expect(writer.Locator($"[name='{Units}[0].Name']")).ToHaveValueAsync("Văn phòng");
        await Expect(writer.Locator($"[name='{Units}[1].Name']")).ToHaveValueAsync("Phòng Quản lý công nghệ");
        await Expect(writer.Locator($"[name='{Units}[1].Officials[0].Name']")).ToHaveValueAsync("Nguyễn Thị Ba");
    }

    [Fact]
    public async Task What_was_typed_in_an_added_row_is_taken_back_from_the_device()
    {
        const string last = "[name='Input.Procedure.Papers[5].Name']";
        var writer = await site.OfficerAsync(Role.DepartmentOfficer);
        await writer.GotoAsync("/quan-tri/bai-viet/moi?loai=thu-tuc");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Thêm giấy tờ" }).ClickAsync();
        await writer.Locator(last).FillAsync("Bản đồ vùng trồng");
        await Expect(writer.GetByLabel("Giấy tờ 6")).ToHaveValueAsync("Bản đồ vùng trồng");
        await writer.WaitForFunctionAsync("() => Object.values(localStorage).some(kept => kept.includes('Bản đồ vùng trồng'))");

        await writer.ReloadAsync();
        await Expect(writer.Locator(last)).ToHaveCountAsync(0);
        await writer.Locator(".ps-note button").First.ClickAsync();

        await Expect(writer.Locator(last)).ToHaveValueAsync("Bản đồ vùng trồng");
    }

    [Fact]
    public async Task Without_script_no_button_is_shown_that_would_do_nothing()
    {
        var page = await site.OfficerAsync(Role.DepartmentOfficer);
        await page.RouteAsync("**/editor.*.mjs", route => route.AbortAsync());
        await page.GotoAsync("/quan-tri/bai-viet/moi?loai=thu-tuc");

        await Expect(page.GetByText("Thêm giấy tờ")).ToBeHiddenAsync();
        Assert.Equal(5, await page.Locator("[data-rows] > li").CountAsync());
    }
}
