using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PhuSa.Platform.Web;

/// <summary>A form of readers takes words, no files: what is larger than all its fields together is refused before it is read (413).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FormBodyLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>A letter of Vietnamese takes up to nine bytes in a form.</summary>
    private const long Most = 128 * 1024;

    /// <summary>Before the token of the form is looked for, which reads the body.</summary>
    public int Order => -1000;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            return;
        }

        if (request.ContentLength > Most)
        {
            context.HttpContext.Response.Headers.Connection = "close";
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Most;
        }

        context.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { BufferBodyLengthLimit = Most, MultipartBodyLengthLimit = Most, ValueLengthLimit = (int)Most }));
    }
}
