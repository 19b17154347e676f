using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Web;

namespace PhuSa.Platform.Files;

/// <summary>
/// A page that takes files in: <c>[UploadLimit(20)]</c>. A body that is larger, by its own word or while it is read, comes back as the page itself (413)
/// with a sentence, not as a broken connection.
/// </summary>
/// <param name="megabytes">How large one file may be, or all together where there may be several.</param>
/// <param name="field">The field that shows the sentence.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute(int megabytes, string field = "Input.File") : Attribute, IAsyncAuthorizationFilter, IAsyncPageFilter, IOrderedFilter
{
    public const long Megabyte = 1024 * 1024;

    /// <summary>The other fields of the form and the borders between them.</summary>
    private const long Slack = 256 * 1024;

    /// <summary>So much more is read and thrown away, so that a browser that sends first and reads afterwards sees the page.</summary>
    private const long Swallowed = 256 * Megabyte;

    /// <summary>The field takes several files, which are too large together.</summary>
    public bool Several { get; init; }

    /// <summary>Before the token of the form is looked for, which reads the body.</summary>
    public int Order => -1000;

    private long MaxBody => (megabytes * Megabyte) + Slack;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || await FitsAsync(context.HttpContext))
        {
            return;
        }

        // The form is lost; the page is shown as on a first visit, with the sentence.
        context.HttpContext.Items[typeof(UploadLimitAttribute)] = true;
        request.Method = HttpMethods.Get;
        request.Form = new FormCollection([]);
        request.ContentType = null;
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var executed = await next();
        if (context.HttpContext.Items.ContainsKey(typeof(UploadLimitAttribute)) && executed.Result is PageResult page)
        {
            var text = context.HttpContext.RequestServices.GetRequiredService<Texts>();
            executed.ModelState.AddModelError(field, Several
                ? text["Các tệp cộng lại lớn hơn {0} MB nên chưa tệp nào được nhận. Hãy chọn ít tệp hơn mỗi lần.", megabytes]
                : text["Tệp lớn hơn {0} MB nên không nhận được. Hãy chọn tệp nhỏ hơn.", megabytes]);
            page.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
    }

    private async Task<bool> FitsAsync(HttpContext http)
    {
        var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (http.Request.ContentLength > MaxBody)
        {
            await SwallowAsync(http, limit);
            return false;
        }

        if (limit is { IsReadOnly: false })
        {
            limit.MaxRequestBodySize = MaxBody;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = megabytes * Megabyte, ValueLengthLimit = (int)Slack }));
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return false;
        }
    }

    private static async Task SwallowAsync(HttpContext http, IHttpMaxRequestBodySizeFeature? limit)
    {
        if (http.Request.ContentLength > Swallowed || limit is null or { IsReadOnly: true })
        {
            http.Response.Headers.Connection = "close";
            return;
        }

        limit.MaxRequestBodySize = Swallowed;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    }
}
