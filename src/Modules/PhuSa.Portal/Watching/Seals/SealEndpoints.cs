using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Seals;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>Signs what the product answers, for whoever watches it.</summary>
internal sealed class AnswerSealer(WatchKeys keys, TimeProvider clock) : IAnswerSealer
{
    public async Task AnswerAsync(HttpContext context, AnswerSeal seal, string nonce)
    {
        if (await SealEndpoints.KeyAsync(keys, context.RequestAborted) is not { } key)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using (key)
        {
            var envelope = Envelope.Of(new AnswerFacts(AnswerFacts.Kind, nonce, clock.GetUtcNow().UtcDateTime, seal), key);
            await context.Response.WriteAsJsonAsync(envelope, Envelope.Json, context.RequestAborted);
        }
    }
}

/// <summary>What a watcher asks the product for, beside the seals of answers: the public keys and the list of what was published.</summary>
internal static class SealEndpoints
{
    public const string Keys = "/api/v1/giam-sat/khoa";
    public const string List = "/api/v1/giam-sat/danh-sach";
    public const string FromKey = "tu";
    private const int AtOnce = 1000;

    public static void MapSeals(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Keys, KeysAsync).ExcludeFromDescription();
        endpoints.MapGet(List, ListAsync).ExcludeFromDescription();
    }

    /// <returns>Null before anything was published.</returns>
    public static async Task<SigningKey?> KeyAsync(WatchKeys keys, CancellationToken cancellationToken) =>
        await keys.NewestAsync(cancellationToken) is null ? null : await keys.SigningAsync(cancellationToken);

    private static async Task<IResult> KeysAsync(HttpContext context, WatchKeys keys)
    {
        context.Response.Headers.CacheControl = "no-store";
        var all = await keys.AllAsync(context.RequestAborted);
        return TypedResults.Json(all.Select(key => new PublicKeyFact(key.Id, key.Number, key.PublicKey, key.Endorsement)), Envelope.Json);
    }

    private static async Task<IResult> ListAsync(HttpContext context, WatchKeys keys, AppDbContext db, SealedWords sealedWords, IEnumerable<ISitePages> pages, SealChain chain, KeptSites sites, QuietTags quiet, IConfiguration configuration, TimeProvider clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        var nonce = context.Request.Query[SealAddress.NonceKey].ToString();
        if (nonce.Length is < SealAddress.ShortestNonce or > SealAddress.LongestNonce
            || !long.TryParse(context.Request.Query[FromKey], NumberStyles.None, CultureInfo.InvariantCulture, out var from))
        {
            return TypedResults.BadRequest();
        }

        if (await KeyAsync(keys, context.RequestAborted) is not { } key)
        {
            return TypedResults.NotFound();
        }

        using (key)
        {
            var (number, link) = await chain.HeadAsync(context.RequestAborted);
            var seals = await db.Set<PublicationSeal>().AsNoTracking().Where(s => s.Number >= from && s.Number <= number).OrderBy(s => s.Number).Take(AtOnce).ToListAsync(context.RequestAborted);
            var directory = await sites.DirectoryAsync(context.RequestAborted);
            var (named, words) = await sealedWords.OfAsync(db, pages, number, clock.GetUtcNow().UtcDateTime, context.RequestAborted);
            return TypedResults.Json(
                Envelope.Of(
                    new ListFacts(
                        ListFacts.Kind,
                        nonce,
                        clock.GetUtcNow().UtcDateTime,
                        number,
                        link,
                        [.. seals.Select(Fact)],
                        [.. directory.Sites.SelectMany(site => site.HostNames.Concat(site.Address is { } address ? [new Uri(address).Host] : [])).Distinct(StringComparer.Ordinal)],
                        WatchSettings.AllowedOf(configuration),
                        named,
                        words,
                        quiet.New()),
                    key),
                Envelope.Json);
        }
    }

    private static SealFact Fact(PublicationSeal seal) => new(
        seal.Number!.Value, seal.Id, seal.ArticleId, seal.Slug, seal.Act, seal.ArticleVersion, seal.Content, seal.Hosts, seal.Words, seal.At, seal.KeyId, seal.Signature, seal.Link!);
}
