using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PhuSa.BrowserTests;

/// <summary>WCAG 2.2 AA and axe's best practice.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <returns>What is wrong with the page, a line for each kind; nothing where it is well.</returns>
    public static async Task<IEnumerable<string>> LookAsync(IPage page, string name) =>
        (await page.RunAxe(Rules)).Violations.Select(v => $"{name}: {v.Id} {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");

    /// <returns>By how many pixels the page is wider than the window.</returns>
    public static Task<int> OverAsync(IPage page) => page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
