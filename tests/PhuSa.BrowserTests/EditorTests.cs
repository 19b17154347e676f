using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PhuSa.Platform.Rights;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>What the editor's buttons make of a text, as it is kept.</summary>
public sealed class EditorTests(Site site)
{
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task Headings_lists_a_quote_and_a_rule_are_made_by_their_buttons()
    {
        var writer = await OpenAsync();

        await writer.GetByLabel("Kiểu đoạn").SelectOptionAsync(new SelectOptionValue { Label = "Đề mục lớn" });
        await Expect(writer.Locator(".ProseMirror")).ToBeFocusedAsync();
        await writer.Keyboard.TypeAsync("Mở đầu");
        await writer.Keyboard.PressAsync("Enter");
        await ButtonAsync(writer, "Danh sách gạch đầu dòng");
        await writer.Keyboard.TypeAsync("Xoài");
        await writer.Keyboard.PressAsync("Enter");
        await writer.Keyboard.TypeAsync("Lúa");
        await writer.Keyboard.PressAsync("Enter");
        await writer.Keyboard.PressAsync("Enter");
        await ButtonAsync(writer, "Danh sách đánh số");
        await writer.Keyboard.TypeAsync("Một");

        await Expect(writer.Locator("#Input_Body")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^<h2>Mở đầu</h2><ul><li><p>Xoài</p></li><li><p>Lúa</p></li></ul><ol><li><p>Một</p></li></ol>(<p></p>)?$"));
    }

    [Fact]
    public async Task A_table_is_made_filled_and_grows_by_a_row_and_its_head_is_one()
    {
        var writer = await OpenAsync();

        await ButtonAsync(writer, "Bảng");
        await writer.Keyboard.TypeAsync("Tên");
        await writer.Keyboard.PressAsync("Tab");
        await writer.Keyboard.TypeAsync("Số");
        await writer.Keyboard.PressAsync("Tab");
        await writer.Keyboard.TypeAsync("Đơn vị");
        await Expect(writer.Locator(".ProseMirror tr")).ToHaveCountAsync(3);
        await ButtonAsync(writer, "Thêm hàng dưới");
        await Expect(writer.Locator(".ProseMirror tr")).ToHaveCountAsync(4);

        var body = await writer.Locator("#Input_Body").InputValueAsync();
        Assert.Contains("Tên", body, StringComparison.Ordinal);
        Assert.Equal((3, 9), (Count(body, "<th"), Count(body, "<td")));
        Assert.Empty(await Axe.LookAsync(writer, "editor with a table"));
        await ButtonAsync(writer, "Bỏ bảng");
        await Expect(writer.Locator(".ProseMirror table")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_image_is_put_in_with_its_words_and_not_without()
    {
        var writer = await OpenAsync();
        await writer.Locator("#Input_Title").FillAsync($"Bài có ảnh {Guid.CreateVersion7():N}");
        await writer.Locator("#Input_Home").SelectOptionAsync(new SelectOptionValue { Label = "Hoạt động Khoa học công nghệ" });
        await writer.Locator(".ProseMirror").ClickAsync();
        await ButtonAsync(writer, "Ảnh");
        await Expect(writer.Locator("dialog[open]")).ToBeVisibleAsync();
        await writer.Keyboard.PressAsync("Escape");
        await writer.Locator(".ProseMirror").ClickAsync();
        await writer.Keyboard.TypeAsync("Trước ảnh.");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Expect(writer.Locator("h1")).ToContainTextAsync("Bài có ảnh");
        var address = new Uri(writer.Url).AbsolutePath;
        await writer.GotoAsync(address + "/tep");
        await writer.Locator("main input[type=file]").SetInputFilesAsync(new FilePayload { Name = "xoai.png", MimeType = "image/png", Buffer = Convert.FromBase64String(Picture) });
        await writer.Locator("main form button.btn-primary").First.ClickAsync();

        await writer.GotoAsync(address + "/sua");
        await writer.Locator(".ProseMirror").ClickAsync();
        await writer.Keyboard.PressAsync("Control+End");
        await ButtonAsync(writer, "Ảnh");
        var dialog = writer.Locator("dialog[open]");
        Assert.Empty(await Axe.LookAsync(writer, "image dialog"));
        await dialog.Locator("input[type=text]").First.FillAsync("");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Áp dụng" }).ClickAsync();
        await Expect(dialog.Locator(".ps-error:visible")).ToHaveCountAsync(1);
        await dialog.Locator("input[type=text]").First.FillAsync("Xoài trên cành");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Áp dụng" }).ClickAsync();

        // The plain field follows the editor a moment later.
        await Expect(writer.Locator("#Input_Body")).ToHaveValueAsync(new Regex("<figure.*alt=\"Xoài trên cành\""));
    }

    [Fact]
    public async Task Pasted_pictures_stay_out_of_the_text_and_the_page_says_where_they_come_in()
    {
        var writer = await OpenAsync();
        var told = writer.Locator(".ps-editor + [aria-live=polite]");
        await Expect(told).ToBeEmptyAsync();

        await writer.PasteAsync("<p>Xoài trên cành</p><p><img src=\"file:///C:/Users/lan/AppData/image001.png\"></p>");

        await Expect(told).ToContainTextAsync("Ảnh và tệp");
        await Expect(writer.Locator("#Input_Body")).ToHaveValueAsync(new Regex("Xoài trên cành"));
        Assert.DoesNotContain("<img", await writer.Locator("#Input_Body").InputValueAsync(), StringComparison.Ordinal);
        Assert.Empty(await Axe.LookAsync(writer, "editor with pictures left out"));

        // Words alone bring no picture back, so what is missing stays told of.
        await writer.PasteAsync("<p>Chỉ có chữ</p>");
        await Expect(writer.Locator("#Input_Body")).ToHaveValueAsync(new Regex("Chỉ có chữ"));
        await Expect(told).ToContainTextAsync("Ảnh và tệp");
    }

    [Fact]
    public async Task A_picture_that_is_pasted_by_itself_does_not_vanish_without_a_word()
    {
        var writer = await OpenAsync();

        await writer.EvaluateAsync(
            """
            () => {
                const data = new DataTransfer();
                data.items.add(new File(['x'], 'anh.png', { type: 'image/png' }));
                document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);

        await Expect(writer.Locator(".ps-editor + [aria-live=polite]")).ToContainTextAsync("Ảnh và tệp");
    }

    /// <summary>Whatever may stand in a text comes through a correction of one letter as it was.</summary>
    [Fact]
    public async Task A_text_with_every_element_is_opened_and_corrected_and_loses_nothing()
    {
        const string whole = "<h2>Đề mục lớn</h2><h3>Đề mục vừa</h3><h4>Đề mục nhỏ</h4><p>Chữ <strong>đậm</strong>, <em>nghiêng</em>, 10<sup>3</sup> ha, CO<sub>2</sub>,<br>dòng hai, <a href=\"/hop-tac-xa\">một liên kết</a></p>"
            + "<ul><li><p>Một</p><ul><li><p>Con</p></li></ul></li></ul><ol start=\"4\"><li><p>Bốn</p></li></ol><blockquote><p>Trích</p></blockquote><hr>"
            + "<table><caption>Diện tích</caption><tbody><tr><th colspan=\"1\" rowspan=\"1\"><p>Xã</p></th></tr><tr><td colspan=\"1\" rowspan=\"1\"><p>Một</p></td></tr></tbody></table><p>Cuối</p>";
        var writer = await OpenAsync();
        await writer.Locator("#Input_Title").FillAsync($"Bài đủ thứ {Guid.CreateVersion7():N}");
        await writer.Locator("#Input_Home").SelectOptionAsync(new SelectOptionValue { Label = "Hoạt động Khoa học công nghệ" });
        await writer.Locator(".ProseMirror").ClickAsync();
        await writer.PasteAsync(whole);
        await writer.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Expect(writer.Locator("h1")).ToContainTextAsync("Bài đủ thứ");
        await writer.GotoAsync(new Uri(writer.Url).AbsolutePath + "/sua");
        var kept = await writer.Locator("#Input_Body").InputValueAsync();
        foreach (var part in new[] { "10<sup>3</sup>", "CO<sub>2</sub>", "<caption>Diện tích</caption>", "<ol start=\"4\">", "<h4>", "<blockquote>", "<hr>", "<br>", "<a href=\"/hop-tac-xa\"" })
        {
            Assert.Contains(part, kept, StringComparison.Ordinal);
        }

        await writer.Locator(".ProseMirror").ClickAsync();
        await writer.Keyboard.PressAsync("Control+End");
        await writer.Keyboard.TypeAsync("!");
        await Expect(writer.Locator("#Input_Body")).ToHaveValueAsync(new Regex("Cuối!"));
        await writer.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Expect(writer.Locator("h1")).ToContainTextAsync("Bài đủ thứ");
        await writer.GotoAsync(new Uri(writer.Url).AbsolutePath + "/sua");

        Assert.Equal(kept.Replace("Cuối", "Cuối!", StringComparison.Ordinal), await writer.Locator("#Input_Body").InputValueAsync());
    }

    private async Task<IPage> OpenAsync()
    {
        var writer = await site.OfficerAsync(Role.DepartmentOfficer);
        await writer.GotoAsync("/quan-tri/bai-viet/moi");
        await writer.Locator(".ProseMirror").ClickAsync();
        return writer;
    }

    /// <summary>The text has the keyboard again a moment later; the image's button asks first.</summary>
    private static async Task ButtonAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        if (name != "Ảnh")
        {
            await Expect(page.Locator(".ProseMirror")).ToBeFocusedAsync();
        }
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
