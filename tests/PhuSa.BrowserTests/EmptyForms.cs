using Microsoft.Playwright;

namespace PhuSa.BrowserTests;

internal static class EmptyForms
{
    private const string Form = "main form[method=post]:not([hidden]):not([data-passkey]):has(input:not([type=hidden]), select, textarea)";

    public static async Task<bool> HasFormAsync(this IPage page) => await page.Locator(Form).CountAsync() > 0;

    /// <summary>Empties the page's own form and sends it, past the browser's checks.</summary>
    /// <returns>The status of the answer; null where the page has no form with a field to empty.</returns>
    public static async Task<int?> SubmitEmptyAsync(this IPage page)
    {
        if (!await page.HasFormAsync())
        {
            return null;
        }

        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator(Form).First.EvaluateAsync("""
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
