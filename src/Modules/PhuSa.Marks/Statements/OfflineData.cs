using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Statements;

/// <summary>
/// What a phone takes along to check without network, as one answer, so that its keys and its list are of one moment. Anybody may ask for it, so the
/// records are read once for each change of them.
/// </summary>
internal sealed class OfflineData(IContentWatch watch, IServiceScopeFactory scopes, TimeProvider clock)
{
    private volatile Read? _read;

    public async Task<IResult> AnswerAsync(HttpContext context, ISites sites, CancellationToken cancellationToken)
    {
        // Before the reading: it may hold more than this moment, never less.
        var (stamp, now) = (watch.Current, clock.GetUtcNow());
        if (_read is not { } read || read.Stamp != stamp)
        {
            _read = read = await ReadAsync(stamp, cancellationToken);
        }

        var data = PublishedKeys.Of(await PublishedKeys.IssuerAsync(sites, context, cancellationToken), read.Keys);
        data["asOf"] = now.ToUnixTimeSeconds();
        var codes = new JsonObject();
        foreach (var (code, state, on) in read.Codes)
        {
            codes[code] = new JsonArray(state, on?.ToString("O", CultureInfo.InvariantCulture));
        }

        data["codes"] = codes;
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(data, PageJson.Options);
    }

    private async Task<Read> ReadAsync(long stamp, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var keys = await scope.ServiceProvider.GetRequiredService<StatementKeys>().AllAsync(cancellationToken);
        return new Read(stamp, keys, await scope.ServiceProvider.GetRequiredService<WarnedCodes>().ReadAsync(cancellationToken));
    }

    private sealed record Read(long Stamp, IReadOnlyList<StatementKey> Keys, IReadOnlyList<WarnedCode> Codes);
}
