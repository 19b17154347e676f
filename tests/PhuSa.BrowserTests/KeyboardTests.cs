using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>A reader with a keyboard alone: to the content, through the menu, from a word to an article.</summary>
public sealed class KeyboardTests(Site site)
{
    [Theory]
    [InlineData("/bai-viet/hoi-nghi-so-ket-6-thang-2020")]
    [InlineData("/")]
    [InlineData("/nhan-hieu/an-giang")]
    public async Task The_first_stop_leads_past_the_head_into_the_content(string address)
    {
        var page = await site.PageAsync(1280, 900);
        await page.GotoAsync(site.Department + address);

        await page.Keyboard.PressAsync("Tab");
        var skip = page.Locator(":focus");
        await Expect(skip).ToBeVisibleAsync();
        await Expect(skip).ToHaveAttributeAsync("href", new Regex("#"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"), "The next stop is not in the content.");
    }

    [Fact]
    public async Task Every_stop_of_an_article_is_seen_shows_where_it_is_and_none_holds_the_keyboard()
    {
        var page = await site.PageAsync(1280, 900);
        await page.GotoAsync(site.Department + "/bai-viet/hoi-nghi-so-ket-6-thang-2020");
        var stops = await page.EvaluateAsync<int>("() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(e => e.checkVisibility()).length");

        var wrong = new List<string>();
        var seen = 0;
        for (; seen < stops + 5; seen++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string?>(
                """
                () => {
                    const e = document.activeElement;
                    if (!e || e === document.body) return null;
                    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
                    const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
                    return box.width > 0 && box.bottom > 0 && box.top < innerHeight && marked ? '' : e.outerHTML.slice(0, 120);
                }
                """);
            if (stop is null)
            {
                break;
            }

            if (stop.Length > 0)
            {
                wrong.Add(stop);
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(seen, 10, stops);
    }

    [Fact]
    public async Task The_menu_of_a_narrow_window_opens_with_Enter_and_leads_on()
    {
        var page = await site.PageAsync(360, 700);
        await page.GotoAsync(site.Department + "/");
        var menu = page.Locator(".ps-narrow");
        await menu.Locator("summary").FocusAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(menu).ToHaveAttributeAsync("open", "");
        await page.Keyboard.PressAsync("Tab");
        var link = await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(site.Department + link);
    }

    [Fact]
    public async Task From_a_word_to_an_article_without_a_mouse()
    {
        var page = await site.PageAsync(1280, 900);
        await page.GotoAsync(site.Department + "/");
        await page.Locator("#q").FocusAsync();
        await page.Keyboard.TypeAsync("hoi nghi so ket");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/tim-kiem\\?"));
        await Expect(page.Locator("main a[href^='/bai-viet/']").First).ToBeVisibleAsync();

        for (var stops = 0; stops < 80 && !await page.EvaluateAsync<bool>("() => document.activeElement.matches('main a[href^=\"/bai-viet/\"]')"); stops++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/bai-viet/"));
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
    }
}
