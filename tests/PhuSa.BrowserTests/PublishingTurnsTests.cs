using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Revisions;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>What else may happen to an article on its way: refused, scheduled, written by two at once; and how it is read large and on paper.</summary>
public sealed class PublishingTurnsTests(Site site)
{
    [Fact]
    public async Task A_refused_article_comes_back_to_its_writer_with_the_reason_and_is_sent_again()
    {
        var (writer, publisher) = (await site.OfficerAsync(Role.DepartmentOfficer), await site.OfficerAsync(Role.DepartmentPublisher));
        var address = await site.AwaitingAsync(writer, Title("Trình lần đầu"));

        await publisher.GotoAsync(address + "/khong-duyet");
        await publisher.GetByRole(AriaRole.Button, new() { Name = "Không duyệt đăng" }).ClickAsync();
        await Expect(publisher.Locator(".ps-errors")).ToContainTextAsync("lý do");
        await publisher.GetByLabel("Lý do").FillAsync("Thiếu số của quyết định.");
        await publisher.GetByRole(AriaRole.Button, new() { Name = "Không duyệt đăng" }).ClickAsync();
        await Expect(publisher).ToHaveURLAsync(site.Department + address);

        await writer.GotoAsync("/quan-tri");
        await writer.Locator("main a", new() { HasText = "Trình lần đầu" }).First.ClickAsync();
        await Expect(writer.Locator("main")).ToContainTextAsync("Thiếu số của quyết định.");
        await writer.GotoAsync(address + "/sua");
        await writer.Locator(".ProseMirror").ClickAsync();
        await writer.Keyboard.PressAsync("Control+End");
        await writer.Keyboard.TypeAsync(" Quyết định số 71.");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Expect(writer).ToHaveURLAsync(site.Department + address);
        await writer.PressAsync(address + "/gui-bien-tap");
        await Expect(writer.Locator("main")).ToContainTextAsync("Chờ biên tập");
    }

    [Fact]
    public async Task A_scheduled_article_goes_out_at_its_hour_and_not_before()
    {
        var (writer, publisher) = (await site.OfficerAsync(Role.DepartmentOfficer), await site.OfficerAsync(Role.DepartmentPublisher));
        var title = Title("Hẹn giờ");
        var address = await site.AwaitingAsync(writer, title);

        await publisher.GotoAsync(address + "/duyet-dang");
        await publisher.GetByLabel("Hẹn giờ, theo giờ Việt Nam").CheckAsync();
        await publisher.GetByRole(AriaRole.Button, new() { Name = "Duyệt đăng" }).ClickAsync();
        await Expect(publisher.Locator(".ps-errors")).ToBeVisibleAsync();
        await publisher.Locator("#Input_Day").FillAsync(VietnamTime.Today(TimeProvider.System).AddDays(3).ToString("yyyy-MM-dd"));
        await publisher.Locator("#Input_Hour").FillAsync("07:30");
        await publisher.GetByRole(AriaRole.Button, new() { Name = "Duyệt đăng" }).ClickAsync();
        await Expect(publisher.Locator("main")).ToContainTextAsync("07:30");

        var phone = await site.PhoneWithoutJavaScriptAsync();
        await phone.GotoAsync($"{site.Department}/luu-tru/{VietnamTime.Today(TimeProvider.System):yyyy-MM}");
        await Expect(phone.Locator("main")).Not.ToContainTextAsync(title);
        await ComeAsync(title);

        await phone.GotoAsync($"{site.Department}/luu-tru/{VietnamTime.Today(TimeProvider.System):yyyy-MM}");
        await phone.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Expect(phone.Locator("h1")).ToHaveTextAsync(title);
    }

    [Fact]
    public async Task Who_saves_second_sees_both_texts_and_loses_nothing()
    {
        var (first, second) = (await site.OfficerAsync(Role.DepartmentOfficer), await site.OfficerAsync(Role.DepartmentOfficer));
        var address = await first.WriteAsync(Title("Hai người cùng sửa"), "Câu chung.");
        await first.GotoAsync(address + "/sua");
        await second.GotoAsync(address + "/sua");
        await first.WriteOnAsync(" Người thứ nhất.");
        await Expect(first).ToHaveURLAsync(site.Department + address);

        await second.WriteOnAsync(" Người thứ hai.");

        await Expect(second.Locator(".ps-errors")).ToContainTextAsync("trong lúc bạn sửa");
        await Expect(second.Locator("main")).ToContainTextAsync("Người thứ nhất.");
        await Expect(second.Locator(".ProseMirror")).ToContainTextAsync("Người thứ hai.");
        await second.WriteOnAsync(" Cả hai.");
        await Expect(second).ToHaveURLAsync(site.Department + address);
        await second.GotoAsync(address + "/xem-truoc");
        await Expect(second.Locator("main")).ToContainTextAsync("Câu chung. Người thứ hai. Cả hai.");
    }

    [Fact]
    public async Task An_article_is_read_larger_and_printed_without_JavaScript()
    {
        var phone = await site.PhoneWithoutJavaScriptAsync();
        await phone.GotoAsync(site.Department + "/bai-viet/hoi-nghi-so-ket-6-thang-2020");
        var before = await SizeAsync(phone);

        await phone.GetByRole(AriaRole.Button, new() { Name = "Chữ to hơn" }).ClickAsync();
        await Expect(phone.Locator("html")).ToHaveAttributeAsync("data-size", "1");
        Assert.True(await SizeAsync(phone) > before);
        Assert.Equal(0, await phone.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Chữ nhỏ hơn" }).ClickAsync();
        await Expect(phone.Locator("html:not([data-size])")).ToHaveCountAsync(1);
        Assert.Equal(before, await SizeAsync(phone));

        await phone.GetByRole(AriaRole.Link, new() { Name = "In", Exact = true }).First.ClickAsync();
        await Expect(phone.Locator("html[data-view=print]")).ToHaveCountAsync(1);
        await phone.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(phone.Locator("h1")).ToBeVisibleAsync();
        await Expect(phone.Locator("nav:visible")).ToHaveCountAsync(0);
        await Expect(phone.Locator("body")).ToContainTextAsync("/bai-viet/hoi-nghi-so-ket-6-thang-2020");
    }

    private static string Title(string what) => $"{what} {Guid.CreateVersion7():N}";

    private static Task<float> SizeAsync(IPage page) => page.EvaluateAsync<float>("() => parseFloat(getComputedStyle(document.querySelector('.ps-prose p')).fontSize)");

    /// <summary>Its hour comes, and the job looks.</summary>
    private async Task ComeAsync(string title) => await site.InScopeAsync(async services =>
    {
        await services.GetRequiredService<AppDbContext>().Set<Revision>().Where(revision => revision.Title == title)
            .ExecuteUpdateAsync(set => set.SetProperty(revision => revision.PublishAt, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-1)));
        await services.GetRequiredService<IJobs>().RunNowAsync(PublishingJob.JobCode, CancellationToken.None);
        return true;
    });
}
