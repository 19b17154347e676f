using Microsoft.Playwright;
using PhuSa.Platform.Rights;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>Officers at their desks, and what they do with an article.</summary>
internal static class Desk
{
    public static async Task<IPage> OfficerAsync(this Site site, Role role) => await site.PageOfAsync(await site.PersonAsync(role), 1280, 900);

    /// <returns>The article's address in the office.</returns>
    public static async Task<string> WriteAsync(this IPage writer, string title, string body)
    {
        await writer.GotoAsync("/quan-tri/bai-viet/moi");
        await writer.Locator("#Input_Title").FillAsync(title);
        await writer.Locator(".ProseMirror").ClickAsync();
        await writer.Keyboard.TypeAsync(body);
        await writer.Locator("#Input_Home").SelectOptionAsync(new SelectOptionValue { Label = "Hoạt động Khoa học công nghệ" });
        await writer.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" }).ClickAsync();
        await Expect(writer.Locator("h1")).ToHaveTextAsync(title);
        return new Uri(writer.Url).AbsolutePath;
    }

    /// <summary>Writes on at the end of the text that stands open in the editor, and saves.</summary>
    public static async Task WriteOnAsync(this IPage writer, string words)
    {
        await writer.Locator(".ProseMirror").ClickAsync();
        await writer.Keyboard.PressAsync("Control+End");
        await writer.Keyboard.TypeAsync(words);
        await writer.Locator("main form[method=post] .btn-primary").ClickAsync();
    }

    /// <summary>Pastes into the editor as a browser hands over what another program has copied.</summary>
    public static async Task PasteAsync(this IPage page, string html) => await page.EvaluateAsync(
        """
        html => {
            const data = new DataTransfer();
            data.setData('text/html', html);
            document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        html);

    /// <summary>Opens a page that asks for one decision, and takes it: done once the product has led on from the page.</summary>
    public static async Task PressAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator("main form[method=post] .btn-primary").ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new Uri(new Uri(page.Url), address).ToString());
    }

    /// <summary>Written, reviewed and sent for publishing.</summary>
    public static async Task<string> AwaitingAsync(this Site site, IPage writer, string title, string body = "Sáu tháng đầu năm có ba hợp tác xã.")
    {
        var reviewer = await site.OfficerAsync(Role.DepartmentOfficer);
        var address = await writer.WriteAsync(title, body);
        await writer.PressAsync(address + "/gui-bien-tap");
        await reviewer.PressAsync(address + "/bien-tap-xong");
        await writer.PressAsync(address + "/trinh-duyet");
        return address;
    }
}
