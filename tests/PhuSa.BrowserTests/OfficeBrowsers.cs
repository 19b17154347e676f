using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>A browser for each opener, made when a page first asks for it.</summary>
internal sealed class OfficeBrowsers(Site site, OfficeRecords records, int width, string language)
{
    private readonly Dictionary<Opener, IPage> _pages = [];

    public async Task<IPage> OfAsync(Opener opener)
    {
        if (_pages.TryGetValue(opener, out var known))
        {
            return known;
        }

        var page = records.PersonOf(opener) is { } person ? await site.PageOfAsync(person, width, 900, locked: opener == Opener.Locked) : await site.PageAsync(width, 900);
        await page.Context.AddCookiesAsync([new Cookie { Name = "ngon-ngu", Value = language, Url = site.Department }]);
        if (opener == Opener.HalfWay)
        {
            await page.GotoAsync("/dang-nhap");
            await page.Locator("#Input_Login").FillAsync(records.Administrator.Email!);
            await page.Locator("#Input_Password").FillAsync(OfficePeople.Password);
            await page.Locator("main .btn-primary").ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/dang-nhap/hai-buoc"));
        }

        return _pages[opener] = page;
    }
}
