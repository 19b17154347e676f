using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PhuSa.BrowserTests;

/// <summary>WCAG 2.2 AA and axe's best practice.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// The page has no frames, so axe runs in it alone: Playwright's way of putting frames together opens a second page
    /// for each look, which takes longer than the look. What passed is not listed, which spares most of the rest.
    /// </summary>
    private const string Look = """
        async () => {
            if (document.querySelector('iframe, frame')) return ['the page has a frame, into which this does not look'];
            const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } });
            return violations.map(v => `${v.id} ${v.help} ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`);
        }
        """;

    /// <returns>What is wrong with the page, a line for each kind; nothing where it is well.</returns>
    public static async Task<IEnumerable<string>> LookAsync(IPage page, string name)
    {
        await page.EvaluateAsync(Script);
        return (await page.EvaluateAsync<string[]>(Look)).Select(line => $"{name}: {line}");
    }

    /// <returns>By how many pixels the page is wider than the window.</returns>
    public static Task<int> OverAsync(IPage page) => page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <returns>By how many pixels the page is wider than the window, and what reaches furthest; null where it fits.</returns>
    public static Task<string?> WiderAsync(IPage page) => page.EvaluateAsync<string?>("""
        () => {
            const { scrollWidth, clientWidth } = document.documentElement;
            if (scrollWidth <= clientWidth) return null;
            const furthest = [...document.querySelectorAll('main *')].reduce((a, b) => b.getBoundingClientRect().right >= a.getBoundingClientRect().right ? b : a);
            return `${scrollWidth - clientWidth} px over ${innerWidth}: ${furthest.outerHTML.slice(0, 200)}`;
        }
        """);
}
