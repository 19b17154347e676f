using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Platform.Web;

/// <summary>Shows a refused action (409) or a lost race (409) on the page the person was on.</summary>
public sealed class RefusedPageFilter(Texts text) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var executed = await next();
        var message = executed.Exception switch
        {
            RefusedException refused => text[refused.Text, [.. refused.Args]],
            DbUpdateConcurrencyException => text["Hồ sơ vừa được người khác thay đổi. Hãy xem lại rồi thử lại."],
            DbUpdateException failure when failure.IsTwice() => text["Việc này vừa được ghi rồi, có thể do bấm hai lần. Hãy mở lại trang để xem."],
            _ => null,
        };

        if (message is null)
        {
            return;
        }

        executed.ExceptionHandled = true;
        executed.Result = executed.Exception is DbUpdateException && !await StandsAsync(executed)
            ? new NotFoundResult()
            : new PageResult { StatusCode = StatusCodes.Status409Conflict };
        executed.ModelState.AddModelError(string.Empty, message);
    }

    /// <returns>False where the record of a step is no more.</returns>
    private static async Task<bool> StandsAsync(PageHandlerExecutedContext executed)
    {
        if (executed.HandlerInstance is not IStepForm form)
        {
            return true;
        }

        var request = executed.HttpContext;
        request.RequestServices.GetRequiredService<AppDbContext>().ChangeTracker.Clear();
        if (await form.VersionNowAsync(request.RequestAborted) is not { } version)
        {
            return false;
        }

        executed.ModelState.Remove(nameof(IStepForm.Version));
        form.Version = version;
        return true;
    }
}
