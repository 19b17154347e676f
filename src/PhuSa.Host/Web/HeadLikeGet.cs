namespace PhuSa.Host.Web;

/// <summary>HEAD answers like GET, without the body: search engines and link checkers ask with it.</summary>
internal sealed class HeadLikeGet(RequestDelegate next)
{
    /// <summary>Marks a request that came as HEAD, so that it is not counted as a view.</summary>
    public const string Item = "came-as-head";

    public Task InvokeAsync(HttpContext context) => HttpMethods.IsHead(context.Request.Method) ? AnswerAsync(context) : next(context);

    private async Task AnswerAsync(HttpContext context)
    {
        var body = context.Response.Body;
        context.Items[Item] = true;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = body;
        }
    }
}
