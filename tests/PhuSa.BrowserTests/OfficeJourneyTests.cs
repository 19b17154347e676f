using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Platform.Rights;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>The ways through the office, each on a phone without JavaScript, as people who sign in walk them.</summary>
public sealed class OfficeJourneyTests(Site site)
{
    private const string NewPassword = "Đồng bằng sông Cửu Long 2020!";

    [Fact]
    public async Task An_officer_signs_in_sees_their_work_and_signs_out()
    {
        var officer = await site.PersonAsync(Role.DepartmentOfficer);
        var page = await site.PhoneWithoutJavaScriptAsync();

        await SignInAsync(page, officer.Email!, OfficePeople.Password);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
        await Expect(page.Locator(".ps-queue").First).ToBeVisibleAsync();
        await page.GetByText("Danh mục").ClickAsync();
        await page.Locator(".ps-to-lg").GetByRole(AriaRole.Link, new() { Name = "Tài khoản của tôi" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Tài khoản của tôi");
        await Press(page, "Đăng xuất");

        await Expect(page.Locator("h1")).ToHaveTextAsync("Đăng nhập");
        await page.GotoAsync("/quan-tri");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Đăng nhập");
    }

    [Fact]
    public async Task The_first_administrator_goes_from_a_one_time_password_to_the_office()
    {
        var (person, password) = await WithOneTimePasswordAsync(Role.Administrator);
        var page = await site.PhoneWithoutJavaScriptAsync();
        await SignInAsync(page, person.Email!, password);

        await NewPasswordAsync(page, password);
        await ConsentAsync(page);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Đăng nhập hai bước");
        await page.GetByRole(AriaRole.Link, new() { Name = "Thêm ứng dụng tạo mã" }).ClickAsync();
        var key = (await page.Locator(".ps-key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.GetByLabel("Mã sáu chữ số đang hiện trong ứng dụng").FillAsync(Totp.CodeOf(key, Totp.StepOf(TimeProvider.System.GetUtcNow())));
        await Press(page, "Bật ứng dụng tạo mã");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Mã dự phòng của bạn");
        await Expect(page.Locator(".ps-codes code").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tôi đã cất mã, tiếp tục" }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
        await page.GotoAsync("/quan-tri/nguoi-dung");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Người dùng");
    }

    [Fact]
    public async Task An_administrator_adds_an_officer_who_signs_in_with_the_password_on_the_slip()
    {
        var email = $"can.bo.{Guid.CreateVersion7():N}@kiem-thu.vn";
        var page = await site.PageOfAsync(await site.PersonAsync(Role.Administrator), 360, 640, javaScript: false);
        await page.GotoAsync("/quan-tri/nguoi-dung");
        await page.GetByRole(AriaRole.Link, new() { Name = "Thêm người dùng" }).ClickAsync();
        await page.GetByLabel("Tên tổ chức").FillAsync("so khoa hoc");
        await Press(page, "Tìm tổ chức");
        await page.Locator("main a[href*='to-chuc=']").Filter(new() { HasText = "Sở Khoa học và Công nghệ" }).First.ClickAsync();
        await page.GetByLabel("Họ và tên").FillAsync("Mai Thị Lụa");
        await page.GetByLabel("Thư điện tử").FillAsync(email);
        await page.GetByLabel("Chuyên viên Sở").CheckAsync();
        await Press(page, "Thêm người dùng");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Mật khẩu dùng một lần");
        var password = (await page.Locator(".ps-code").InnerTextAsync()).Trim();

        var phone = await site.PhoneWithoutJavaScriptAsync();
        await SignInAsync(phone, email, password);
        await NewPasswordAsync(phone, password);
        await ConsentAsync(phone);

        await Expect(phone.Locator("h1")).ToHaveTextAsync("Việc của tôi");
    }

    [Fact]
    public async Task An_officer_prints_a_code_with_which_a_director_signs_in_on_a_phone()
    {
        const string number = "+84918000777";
        var director = await site.PersonAsync(Role.CooperativeDirector, "Huỳnh Văn Bảy", phone: number, password: null);
        var page = await site.PageOfAsync(await site.PersonAsync(Role.DepartmentOfficer), 360, 640, javaScript: false);
        await page.GotoAsync($"/quan-tri/dai-dien-htx/{director.Id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cấp mã" }).ClickAsync();
        await Press(page, "In mã");
        var code = (await page.Locator("#ma").InnerTextAsync()).Trim();

        var phone = await site.PhoneWithoutJavaScriptAsync();
        await phone.GotoAsync("/dang-nhap/ma");
        await phone.GetByLabel("Số điện thoại").FillAsync("0918 000 777");
        await phone.GetByLabel("Mã đăng nhập").FillAsync(code);
        await Press(phone, "Đăng nhập");

        await Expect(phone.Locator("h1")).ToHaveTextAsync("Việc của tôi");
        await page.ReloadAsync();
        await Expect(page.Locator("#ma")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_typed_survives_a_screen_that_locked_meanwhile()
    {
        var officer = await site.PersonAsync(Role.DepartmentOfficer);
        var page = await site.PageOfAsync(officer, 360, 640, javaScript: false);
        await page.GotoAsync("/tai-khoan/ten");
        await page.GetByLabel("Họ và tên").FillAsync("Trần Thị Hà Giang");
        await site.LockAsync(officer);

        await page.Locator("main .btn-primary").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Màn hình đã khoá");
        await page.GetByLabel("Mật khẩu").FillAsync(OfficePeople.Password);
        await Press(page, "Mở khoá");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Biểu mẫu của bạn còn nguyên");
        await page.Locator("main .btn-primary").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/tai-khoan$"));
        await Expect(page.Locator("main")).ToContainTextAsync("Trần Thị Hà Giang");
    }

    private static async Task SignInAsync(IPage page, string login, string password)
    {
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Thư điện tử hoặc số điện thoại").FillAsync(login);
        await page.GetByLabel("Mật khẩu").FillAsync(password);
        await Press(page, "Đăng nhập");
    }

    private static async Task NewPasswordAsync(IPage page, string old)
    {
        await Expect(page.Locator("h1")).ToHaveTextAsync("Đổi mật khẩu");
        if (await page.GetByLabel("Mật khẩu hiện tại").CountAsync() > 0)
        {
            await page.GetByLabel("Mật khẩu hiện tại").FillAsync(old);
        }

        await page.GetByLabel("Mật khẩu mới", new() { Exact = true }).FillAsync(NewPassword);
        await page.GetByLabel("Nhập lại mật khẩu mới").FillAsync(NewPassword);
        await Press(page, "Đổi mật khẩu");
    }

    private static async Task ConsentAsync(IPage page)
    {
        await Expect(page.Locator("h1")).ToHaveTextAsync("Sự đồng ý về dữ liệu cá nhân");
        await page.GetByLabel("Tôi đồng ý").CheckAsync();
        await Press(page, "Gửi câu trả lời");
    }

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>As the first start leaves them: a password that serves once, no consent, no second factor.</summary>
    private Task<(Person Person, string Password)> WithOneTimePasswordAsync(Role role) => site.InScopeAsync(async services =>
    {
        var password = OneTimePassword.New();
        var account = new NewAccount("Quản trị viên", new SignInAddress($"quan.tri.{Guid.CreateVersion7():N}@kiem-thu.vn", Phone: null), OrganisationId: null, [role]);
        return (await services.GetRequiredService<AccountRegister>().AddAsync(account, password, CancellationToken.None), password);
    });
}
