using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PhuSa.BrowserTests;

/// <summary>WCAG 2.2 AA on every page at which somebody is signed in or signs in, also on its answer to an empty form.</summary>
public sealed class OfficeAccessibilityTests(Site site)
{
    private const int Phone = 360;
    private const int Smallest = 320;
    private const string LargestLetters = "3";
    private const string DefaultLanguage = "vi";

    /// <summary>They only take what is sent to them, send on, or give a file.</summary>
    internal static readonly HashSet<string> NoPages = new(StringComparer.Ordinal)
    {
        "/dang-nhap/ra", "/tai-khoan/khoa-man-hinh", "/tai-khoan/phien/ket-thuc-het", "/quan-tri/bo-loc/bo", "/quan-tri/nhat-ky/tai-ve/{format:regex(^(csv|xlsx)$)}", "/quan-tri/thong-bao/{id:guid}",
    };

    /// <summary>They answer with a page of "not found" until something happened elsewhere: a form that asks for a code, another system to sign in by, a freeze.</summary>
    private static readonly HashSet<string> NotYet = new(StringComparer.Ordinal)
    {
        "/dang-nhap/ma/gui", "/dang-nhap/sso/khong-co/bat-dau", "/quan-tri/giam-sat/bo-tam-dung",
    };

    private static readonly Stop[] Further =
    [
        new("/quan-tri", Opener.Officer), new("/quan-tri", Opener.Director), new("/quan-tri/tim?q=long+binh", Opener.Officer), new("/quan-tri/tim?q=khong-co-gi-nhu-the", Opener.Officer),
        new("/quan-tri/nguoi-dung?tim=ngoc", Opener.Administrator), new("/quan-tri/nguoi-dung?tim=khong-co-ai", Opener.Administrator), new("/quan-tri/nguoi-dung", Opener.Officer),
        new("/quan-tri/nguoi-dung/moi?to-chuc=he-thong", Opener.Administrator), new("/quan-tri/khong-co-trang-nay", Opener.Officer), new("/quan-tri/nguoi-dung?in=1", Opener.Administrator),
        new("/quan-tri/bai-viet/moi?loai=van-ban", Opener.Officer), new("/quan-tri/bai-viet/moi?loai=thu-tuc", Opener.Officer), new("/quan-tri/bai-viet/moi?loai=danh-ba", Opener.Officer),
    ];

    [Fact]
    public async Task Every_office_route_with_a_place_to_fill_has_an_address_on_the_records()
    {
        var records = await OfficeRecords.MakeAsync(site);

        Assert.DoesNotContain(site.OfficeRoutes, route => records.Of(route) is null);
    }

    /// <summary>Also in its list when nothing is found and in the answer to its form sent empty; one visit for most, which spares most of the time.</summary>
    [Theory]
    [InlineData("vi", 360, 1280)]
    [InlineData("en", 360)]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_on_any_office_page(string language, params int[] widths)
    {
        var records = await OfficeRecords.MakeAsync(site);
        var (empty, answered, forms) = (new ConcurrentBag<string>(), new ConcurrentBag<string>(), new ConcurrentBag<Stop>());
        var lanes = new OfficeLanes(site, records, widths[0], language);

        var found = await lanes.LookAsync(Stops(records), async (page, stop) =>
        {
            var answer = await page.GotoAsync(stop.Address);
            var wrong = new List<string>();
            if (answer!.Status >= (Further.Contains(stop) || NotYet.Contains(stop.Address) ? 500 : 400))
            {
                wrong.Add($"{stop.Address}: {answer.Status}");
            }

            foreach (var width in widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                wrong.AddRange(await Axe.LookAsync(page, $"{stop.Address} at {width}"));
            }

            wrong.AddRange(await WideAsync(page, stop.Address, widths));
            if (language == DefaultLanguage)
            {
                if (await page.HasFormAsync())
                {
                    forms.Add(stop);
                }

                wrong.AddRange(await FindNothingAsync(page, empty));
            }

            return wrong;
        });

        // Behind everything else: what an empty form does change would be in the way of other pages.
        found = [.. found, .. await lanes.LookAsync(forms, (page, stop) => SendEmptyAsync(page, stop, answered))];
        Assert.True(found.Count == 0, string.Join("\n", found));
        Assert.True(language != DefaultLanguage || answered.Count >= 15, $"Only {string.Join(", ", answered)} answered with errors.");
        Assert.True(language != DefaultLanguage || empty.Count >= 10, $"Only {string.Join(", ", empty)} have a search.");
    }

    private static async Task<IEnumerable<string>> FindNothingAsync(IPage page, ConcurrentBag<string> empty)
    {
        if (await page.Locator("main form[method=get] input[name=q]").CountAsync() == 0)
        {
            return [];
        }

        var address = $"{new Uri(page.Url).AbsolutePath}?q=khong+co+gi+nhu+the";
        await page.GotoAsync(address);
        empty.Add(address);
        return [.. await Axe.LookAsync(page, address), .. await WideAsync(page, address, [Phone])];
    }

    private static async Task<IReadOnlyList<string>> SendEmptyAsync(IPage page, Stop stop, ConcurrentBag<string> answered)
    {
        // Sent empty it is not refused: the site has no menu from then on, and other tests look for it.
        if (stop.Address == "/quan-tri/trang/khcn/lien-ket/menu")
        {
            return [];
        }

        await page.GotoAsync(stop.Address);
        if (await page.SubmitEmptyAsync() is not 422)
        {
            return [];
        }

        answered.Add(stop.Address);
        List<string> wrong = [.. await Axe.LookAsync(page, stop.Address + " empty"), .. await WideAsync(page, stop.Address + " empty", [Phone])];
        if (await page.Locator(".ps-errors").CountAsync() == 0)
        {
            wrong.Add($"{stop.Address}: no summary of errors");
        }

        return wrong;
    }

    private IEnumerable<Stop> Stops(OfficeRecords records) => site.OfficeRoutes.Where(route => !NoPages.Contains(route)).Select(records.Of).OfType<Stop>().Concat(Further);

    /// <summary>Leaves the window as it was first, the letters at their largest.</summary>
    private static async Task<IReadOnlyList<string>> WideAsync(IPage page, string name, int[] widths)
    {
        var wide = new List<string>();
        foreach (var (window, size) in widths.Prepend(Smallest).Select(width => (width, "")).Concat(widths.Reverse().Select(width => (width, LargestLetters))))
        {
            await page.SetViewportSizeAsync(window, 900);
            await page.EvaluateAsync("size => { if (size) document.documentElement.dataset.size = size }", size);
            if (await Axe.WiderAsync(page) is { } wider)
            {
                wide.Add($"{name}, text size {size}: {wider}");
            }
        }

        // A sheet of a table must not be cut: on a phone nobody scrolls a card.
        wide.AddRange((await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.ps-sheets td, .ps-sheets th, .ps-tag')].filter(e => innerWidth < 768 && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline').map(e => e.textContent.trim())"))
            .Select(words => $"{name}: “{words}” is cut"));
        return wide;
    }
}
