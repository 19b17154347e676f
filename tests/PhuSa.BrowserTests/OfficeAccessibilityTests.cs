using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PhuSa.BrowserTests;

/// <summary>WCAG 2.2 AA on every page at which somebody is signed in or signs in, also on its answer to an empty form.</summary>
public sealed class OfficeAccessibilityTests(Site site)
{
    private const int Phone = 360;
    private const int Smallest = 320;
    private const string LargestLetters = "3";

    /// <summary>They only take what is sent to them, send on, or give a file.</summary>
    private static readonly HashSet<string> NoPages = new(StringComparer.Ordinal)
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

    [Theory]
    [InlineData("vi", 360, 1280)]
    [InlineData("en", 360)]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_on_any_office_page(string language, params int[] widths)
    {
        var records = await OfficeRecords.MakeAsync(site);

        var found = await new OfficeLanes(site, records, widths[0], language).LookAsync(Stops(records), async (page, stop) =>
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
            return wrong;
        });

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    [Fact]
    public async Task Axe_finds_nothing_in_the_answer_to_any_empty_form()
    {
        var records = await OfficeRecords.MakeAsync(site);
        var answered = new ConcurrentBag<string>();

        var found = await new OfficeLanes(site, records, Phone, "vi").LookAsync(Stops(records), async (page, stop) =>
        {
            await page.GotoAsync(stop.Address);
            if (await SubmitEmptyAsync(page) is not 422)
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
        });

        Assert.True(found.Count == 0, string.Join("\n", found));
        Assert.True(answered.Count >= 15, $"Only {string.Join(", ", answered)} answered with errors.");
    }

    [Fact]
    public async Task Axe_finds_nothing_in_any_list_that_finds_nothing()
    {
        var records = await OfficeRecords.MakeAsync(site);
        var empty = new ConcurrentBag<string>();

        var found = await new OfficeLanes(site, records, Phone, "vi").LookAsync(Stops(records), async (page, stop) =>
        {
            await page.GotoAsync(stop.Address);
            if (await page.Locator("main form[method=get] input[name=q]").CountAsync() == 0)
            {
                return [];
            }

            var address = $"{new Uri(page.Url).AbsolutePath}?q=khong+co+gi+nhu+the";
            await page.GotoAsync(address);
            empty.Add(address);
            return [.. await Axe.LookAsync(page, address), .. await WideAsync(page, address, [Phone])];
        });

        Assert.True(found.Count == 0, string.Join("\n", found));
        Assert.True(empty.Count >= 10, $"Only {string.Join(", ", empty)} have a search.");
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

    /// <summary>Empties the page's own form and sends it, past the browser's checks.</summary>
    /// <returns>The status of the answer; null where the page has no form with a field to empty.</returns>
    private static async Task<int?> SubmitEmptyAsync(IPage page)
    {
        const string form = "main form[method=post]:not([hidden]):not([data-passkey]):has(input:not([type=hidden]), select, textarea)";
        if (await page.Locator(form).CountAsync() == 0)
        {
            return null;
        }

        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator(form).First.EvaluateAsync("""
                form => {
                    for (const field of form.elements) {
                        if (field.type === 'hidden') continue;
                        if (field.type === 'radio' || field.type === 'checkbox') field.checked = false; else if ('value' in field && field.tagName !== 'BUTTON') field.value = '';
                    }
                    window.before = true;
                    form.submit();
                }
                """),
            response => response.Request.IsNavigationRequest && response.Request.Method == "POST");
        await page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
        return answer.Status;
    }
}
