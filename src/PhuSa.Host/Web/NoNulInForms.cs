using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PhuSa.Host.Web;

/// <summary>
/// A form with a NUL in a field is no person's: ASP.NET Core refuses it in a form that is sent as one line, but not in one sent in parts, and
/// PostgreSQL answers such a text with an error. Stands behind the check of the form's token, which reads the form within its limits.
/// </summary>
internal sealed class NoNulInForms : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var request = context.HttpContext.Request;
        // The page that says what was wrong stands in for the one that was asked: the form was refused before it.
        var isErrorPage = context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isErrorPage && !HttpMethods.IsGet(request.Method) && request.HasFormContentType && await IsRefusedAsync(request, context.HttpContext.RequestAborted))
        {
            context.Result = new BadRequestResult();
            return;
        }

        await next();
    }

    private static async Task<bool> IsRefusedAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return HasNul(await request.ReadFormAsync(cancellationToken));
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private static bool HasNul(IFormCollection form) =>
        form.Any(field => field.Key.Contains('\0', StringComparison.Ordinal) || field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) is true));
}
