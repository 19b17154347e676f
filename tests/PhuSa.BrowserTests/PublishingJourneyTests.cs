using Microsoft.Playwright;
using PhuSa.Platform.Rights;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>An article on its way from the editor to a reader's phone.</summary>
public sealed class PublishingJourneyTests(Site site)
{
    /// <summary>As Word puts it on the clipboard: lists and titles are paragraphs with a class and a drawn bullet.</summary>
    private const string FromWord = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-parent:""}</style></head><body>
        <p class=MsoTitle>Kết quả<o:p></o:p></p>
        <p class=MsoNormal style='mso-margin-top-alt:auto'><b><span style='color:red'>Sáu tháng</span></b> đầu năm.</p>
        <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>   </span></span>Xoài</p>
        <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>   </span></span>Lúa</p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        </body></html>
        """;

    [Fact]
    public async Task What_is_written_in_the_editor_is_reviewed_published_and_read_on_a_phone()
    {
        var (writer, reviewer, publisher) = (await site.OfficerAsync(Role.DepartmentOfficer), await site.OfficerAsync(Role.DepartmentOfficer), await site.OfficerAsync(Role.DepartmentPublisher));
        var refused = new List<string>();
        writer.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                refused.Add(message.Text);
            }
        };
        var title = $"Ba hợp tác xã nhận chứng nhận {Guid.CreateVersion7():N}";

        await writer.GotoAsync("/quan-tri/bai-viet/moi");
        await writer.Locator("#Input_Title").FillAsync(title);
        await writer.Locator(".ProseMirror").ClickAsync();
        await writer.PasteAsync(FromWord);
        await writer.Keyboard.PressAsync("Control+End");
        await writer.Locator("#Input_Home").SelectOptionAsync(new SelectOptionValue { Label = "Hoạt động Khoa học công nghệ" });
        await writer.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Expect(writer.Locator("h1")).ToHaveTextAsync(title);
        var address = new Uri(writer.Url).AbsolutePath;
        await writer.PressAsync(address + "/gui-bien-tap");
        await reviewer.PressAsync(address + "/bien-tap-xong");
        await writer.PressAsync(address + "/trinh-duyet");
        await publisher.PressAsync(address + "/duyet-dang");

        await publisher.GotoAsync(address);
        var url = await publisher.GetByRole(AriaRole.Link, new() { Name = "Xem bài đã đăng" }).GetAttributeAsync("href");
        var phone = await site.PhoneWithoutJavaScriptAsync();
        await phone.GotoAsync(url!);
        await Expect(phone.Locator("h1")).ToHaveTextAsync(title);
        await Expect(phone.Locator(".ps-prose h2")).ToHaveTextAsync("Kết quả");
        await Expect(phone.Locator(".ps-prose strong")).ToHaveTextAsync("Sáu tháng");
        await Expect(phone.Locator(".ps-prose li")).ToHaveTextAsync(["Xoài", "Lúa"]);
        Assert.Empty(refused);
    }

    [Fact]
    public async Task What_a_plan_of_Word_numbers_keeps_its_numbers_and_letters()
    {
        var writer = await site.OfficerAsync(Role.DepartmentOfficer);
        await writer.GotoAsync("/quan-tri/bai-viet/moi");
        await writer.Locator(".ProseMirror").ClickAsync();

        await writer.PasteAsync("<html><body>" + Item(1, "1.", "Tuyên truyền") + Item(1, "2.", "Tập huấn") + "<p class=MsoNormal>Việc khác</p>" + Item(1, "3.", "Hỗ trợ") + Item(2, "a)", "Máy sấy") + Item(2, "b)", "Bao bì")
            + Item(1, "4.", "Tổng kết") + Item(1, "7.", "Khen thưởng") + "</body></html>");

        await Expect(writer.Locator("#Input_Body")).ToHaveValueAsync(
            "<ol><li><p>Tuyên truyền</p></li><li><p>Tập huấn</p></li></ol><p>Việc khác</p><ol start=\"3\"><li><p>Hỗ trợ</p><p>a) Máy sấy</p><p>b) Bao bì</p></li><li><p>Tổng kết</p></li></ol><ol start=\"7\"><li><p>Khen thưởng</p></li></ol>");

        static string Item(int level, string mark, string words) =>
            $"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><span style='mso-list:Ignore'>{mark}<span>   </span></span>{words}</p>";
    }

    [Fact]
    public async Task The_toolbar_is_one_stop_of_the_keyboard_and_its_buttons_do_what_they_say()
    {
        var writer = await site.OfficerAsync(Role.DepartmentOfficer);
        await writer.GotoAsync("/quan-tri/bai-viet/moi");
        await writer.Locator("#Input_Summary").FocusAsync();

        await writer.Keyboard.PressAsync("Tab");
        await Expect(writer.GetByLabel("Kiểu đoạn")).ToBeFocusedAsync();
        await writer.Keyboard.PressAsync("ArrowRight");
        await Expect(writer.GetByRole(AriaRole.Button, new() { Name = "Đậm", Exact = true })).ToBeFocusedAsync();
        await writer.Keyboard.PressAsync("Enter");
        await Expect(writer.Locator(".ProseMirror")).ToBeFocusedAsync();
        await writer.Keyboard.TypeAsync("đậm");

        await Expect(writer.Locator("#Input_Body")).ToHaveValueAsync("<p><strong>đậm</strong></p>");
        Assert.Empty(await Axe.LookAsync(writer, "editor"));
        await ShotAsync(writer, "bai-viet-soan");
    }

    [Fact]
    public async Task A_link_that_could_run_a_script_is_refused_in_the_dialog()
    {
        var writer = await site.OfficerAsync(Role.DepartmentOfficer);
        await writer.GotoAsync("/quan-tri/bai-viet/moi");
        await writer.Locator(".ProseMirror").ClickAsync();
        await writer.Keyboard.TypeAsync("xem");
        await writer.Keyboard.PressAsync("Control+a");
        await writer.Keyboard.PressAsync("Control+k");
        var dialog = writer.Locator("dialog[open]");

        await dialog.GetByLabel("Địa chỉ").FillAsync("javascript:alert(1)");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Áp dụng" }).ClickAsync();
        await Expect(dialog.Locator(".ps-error")).ToContainTextAsync("Hãy gõ lại");
        await dialog.GetByLabel("Địa chỉ").FillAsync("/hop-tac-xa");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Áp dụng" }).ClickAsync();

        await Expect(writer.Locator("#Input_Body")).ToHaveValueAsync("<p><a href=\"/hop-tac-xa\">xem</a></p>");
    }

    [Fact]
    public async Task What_was_typed_and_not_saved_is_offered_again_on_the_same_device()
    {
        var writer = await site.OfficerAsync(Role.DepartmentOfficer);
        await writer.GotoAsync("/quan-tri/bai-viet/moi");
        await writer.Locator(".ProseMirror").ClickAsync();
        await writer.Keyboard.TypeAsync("chưa lưu");
        await writer.WaitForFunctionAsync("() => Object.keys(localStorage).some(key => localStorage.getItem(key).includes('chưa lưu'))");

        await writer.ReloadAsync();
        await writer.GetByRole(AriaRole.Button, new() { Name = "Lấy lại bản đó" }).ClickAsync();

        await Expect(writer.Locator(".ProseMirror")).ToHaveTextAsync("chưa lưu");
        await Expect(writer.Locator("#Input_Body")).ToHaveValueAsync("<p>chưa lưu</p>");
    }

    [Fact]
    public async Task What_was_typed_stays_on_the_device_until_that_very_text_is_saved_and_is_its_writers_alone()
    {
        const string Kept = "() => Object.keys(localStorage).filter(key => localStorage.getItem(key).includes('chưa lưu'))";
        var writer = await site.OfficerAsync(Role.DepartmentOfficer);
        var title = $"Bài mới {Guid.CreateVersion7():N}";
        var saved = await writer.WriteAsync($"Bài khác {Guid.CreateVersion7():N}", "đã lưu");
        await writer.GotoAsync("/quan-tri/bai-viet/moi");
        await writer.Locator("#Input_Title").FillAsync(title);
        await writer.Locator("#Input_Home").SelectOptionAsync(new SelectOptionValue { Label = "Hoạt động Khoa học công nghệ" });
        await writer.Locator(".ProseMirror").ClickAsync();
        await writer.Keyboard.TypeAsync("chưa lưu");
        await writer.WaitForFunctionAsync($"() => ({Kept})().length > 0");

        await writer.GotoAsync(saved);
        await writer.GotoAsync("/quan-tri/bai-viet/moi");
        Assert.NotEqual("", await writer.EvaluateAsync<string>("() => document.body.dataset.person"));
        Assert.True(await writer.EvaluateAsync<bool>($"() => ({Kept})().every(key => key.includes(document.body.dataset.person))"));
        await writer.GetByRole(AriaRole.Button, new() { Name = "Lấy lại bản đó" }).ClickAsync();
        await Expect(writer.Locator("#Input_Title")).ToHaveValueAsync(title);
        await writer.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Expect(writer.Locator("h1")).ToHaveTextAsync(title);
        Assert.Empty(await writer.EvaluateAsync<string[]>(Kept));
    }

    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS_TO") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
