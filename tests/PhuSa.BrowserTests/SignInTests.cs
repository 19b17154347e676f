using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>Signing in with Chromium: a passkey in its virtual authenticator, a one-time code on a telephone without JavaScript.</summary>
public sealed class SignInTests(Site site)
{
    [Fact]
    public async Task A_passkey_is_added_and_signs_in_with_a_press()
    {
        var email = (await site.PersonAsync(Role.CooperativeDirector)).Email!;
        var page = await site.PageAsync(1280, 900);
        await AuthenticatorAsync(page);
        await page.GotoAsync("/dang-nhap?tiep=/tai-khoan/hai-buoc/khoa");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khoá (vân tay, mặt)" })).ToBeVisibleAsync();
        await page.GetByLabel("Thư điện tử hoặc số điện thoại").FillAsync(email);
        await page.GetByLabel("Mật khẩu").FillAsync(OfficePeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await page.GetByLabel("Tên khoá").FillAsync("Máy của tôi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo khoá trên thiết bị này" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Mã dự phòng" })).ToBeVisibleAsync();
        await page.GotoAsync("/tai-khoan/hai-buoc");
        await Expect(page.Locator("main")).ToContainTextAsync("Máy của tôi");

        // The sign-in page would offer the key by itself, and this authenticator needs no hand to say yes.
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/dang-nhap/khoa?tiep=/tai-khoan/hai-buoc");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dùng khoá (vân tay, mặt)" }).ClickAsync();

        await Expect(page.Locator("main")).ToContainTextAsync("Máy của tôi");
    }

    [Fact]
    public async Task A_director_signs_in_by_a_printed_code_on_a_phone_without_javascript()
    {
        var person = await site.PersonAsync(Role.CooperativeDirector, phone: "+84918000001");
        await using var scope = site.Services.CreateAsyncScope();
        var code = await scope.ServiceProvider.GetRequiredService<OneTimeCodes>().IssueAsync(person.Id, OneTimeCodeUse.Printed, OfficePeople.By, CancellationToken.None);
        var page = await site.PhoneWithoutJavaScriptAsync();
        await page.GotoAsync("/dang-nhap");
        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập bằng mã dùng một lần" }).ClickAsync();

        await page.GetByLabel("Số điện thoại").FillAsync("0918 000 001");
        await page.GetByLabel("Mã đăng nhập").FillAsync(code);
        await page.GetByLabel("Nhớ điện thoại này").CheckAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();

        await Expect(page.Locator("h1")).ToContainTextAsync("Việc của tôi");
    }

    [Fact]
    public async Task A_person_signs_in_by_the_provider_on_a_phone_without_javascript()
    {
        var person = await site.PersonAsync(Role.CooperativeDirector);
        site.Provider.Next = new(StringComparer.Ordinal) { ["sub"] = person.Id.ToString("N"), ["email"] = person.Email!, ["email_verified"] = true };
        var page = await site.PhoneWithoutJavaScriptAsync();
        await page.GotoAsync("/dang-nhap?tiep=/tai-khoan/lien-ket");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập bằng tài khoản công vụ của tỉnh" }).ClickAsync();

        await Expect(page.Locator("h1")).ToContainTextAsync("Đăng nhập bằng tài khoản khác");
        await Expect(page.Locator("main")).ToContainTextAsync("Đã liên kết");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task Who_refuses_at_the_provider_reads_why_on_a_phone_without_javascript()
    {
        site.Provider.Next = null;
        var page = await site.PhoneWithoutJavaScriptAsync();
        await page.GotoAsync("/dang-nhap");

        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập bằng tài khoản công vụ của tỉnh" }).ClickAsync();

        await Expect(page.Locator("h1")).ToContainTextAsync("Đăng nhập không thành công");
        await page.GetByRole(AriaRole.Link, new() { Name = "Về trang đăng nhập" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Đăng nhập");
    }

    [Fact]
    public async Task A_passkey_proves_again_who_sits_there_before_the_ways_to_sign_in_change()
    {
        var person = await site.PersonAsync(Role.CooperativeDirector);
        var page = await site.PageAsync(1280, 900);
        await AuthenticatorAsync(page);
        await page.GotoAsync("/dang-nhap?tiep=/tai-khoan/hai-buoc/khoa");
        await page.GetByLabel("Thư điện tử hoặc số điện thoại").FillAsync(person.Email!);
        await page.GetByLabel("Mật khẩu").FillAsync(OfficePeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await page.GetByLabel("Tên khoá").FillAsync("Máy của tôi");
        await site.ForgetProofsAsync(person);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo khoá trên thiết bị này" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Xác nhận là bạn");
        Assert.Empty(await Axe.LookAsync(page, "xac-nhan"));
        await page.GetByLabel("Mật khẩu").FillAsync(OfficePeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận" }).ClickAsync();
        await page.GetByLabel("Tên khoá").FillAsync("Máy của tôi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo khoá trên thiết bị này" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Mã dự phòng" })).ToBeVisibleAsync();

        await site.ForgetProofsAsync(person);
        await page.GotoAsync("/tai-khoan/hai-buoc/ung-dung");
        await page.SetViewportSizeAsync(360, 640);
        Assert.Equal(0, await Axe.OverAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Dùng khoá (vân tay, mặt)" }).ClickAsync();

        await Expect(page.Locator("h1")).ToContainTextAsync("Thêm ứng dụng tạo mã");
    }

    private static async Task AuthenticatorAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = JsonSerializer.SerializeToElement(new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            }),
        });
    }
}
