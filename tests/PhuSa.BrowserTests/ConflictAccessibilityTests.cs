using Microsoft.Playwright;
using PhuSa.Platform.Rights;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>WCAG 2.2 AA on the answer to whoever saves second (409): it stands at no address of its own, so no visit of all routes sees it.</summary>
public sealed class ConflictAccessibilityTests(Site site)
{
    private const int Conflict = 409;

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_where_two_texts_of_one_article_stand_side_by_side(string language)
    {
        var (first, second) = (await site.OfficerAsync(Role.DepartmentOfficer), await site.OfficerAsync(Role.DepartmentOfficer));
        var address = await first.WriteAsync($"Hai bản cạnh nhau {Guid.CreateVersion7():N}", "Sáu tháng đầu năm có ba hợp tác xã.");
        await second.Context.AddCookiesAsync([new Cookie { Name = "ngon-ngu", Value = language, Url = site.Department }]);
        await first.GotoAsync(address + "/sua");
        await second.GotoAsync(address + "/sua");
        await first.WriteOnAsync(" Bốn hợp tác xã nữa nhận chứng nhận.");
        await Expect(first).ToHaveURLAsync(site.Department + address);

        var answer = await second.RunAndWaitForResponseAsync(
            () => second.WriteOnAsync(" Năm hợp tác xã nữa đăng ký mã vùng trồng."),
            response => response.Request.IsNavigationRequest && response.Request.Method == "POST");

        Assert.Equal(Conflict, answer.Status);
        await Expect(second.Locator(".ps-diff ins").First).ToBeVisibleAsync();
        await Expect(second.Locator(".ProseMirror")).ToBeVisibleAsync();
        var found = new List<string>();
        foreach (var width in new[] { 1280, 360, 320 })
        {
            await second.SetViewportSizeAsync(width, 900);
            found.AddRange(await Axe.LookAsync(second, $"two texts at {width}"));
            if (await Axe.WiderAsync(second) is { } wider)
            {
                found.Add($"two texts: {wider}");
            }
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }
}
