using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Platform.Maps;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Office;

/// <summary>A holder of rights that the filter finds.</summary>
/// <param name="Url">Root-relative: its rights in the list, with the same filter.</param>
internal sealed record MappedHolder(Guid Id, string Name, string Url, int Rights, MapPoint? Point);

/// <summary>Where the holders of the rights in the list are, as far as the register of cooperatives knows their points.</summary>
internal sealed class HoldersOnMap(GrantList list, ICooperatives cooperatives)
{
    /// <summary>Root-relative address of the map.</summary>
    public const string Address = MarkRights.Grants + "/ban-do";

    /// <summary>The points alone (GeoJSON).</summary>
    public const string Points = Address + ".geojson";

    /// <returns>In Vietnamese order of the names.</returns>
    public async Task<IReadOnlyList<MappedHolder>> OfAsync(GrantFilter filter, CancellationToken cancellationToken)
    {
        var holders = filter.Among(await list.AllAsync(cancellationToken), list.Today).GroupBy(line => line.Holder.Id).ToList();
        var points = (await cooperatives.PointsAsync(holders.Select(holder => holder.Key), cancellationToken)).ToDictionary(point => point.Id);
        return
        [
            .. holders.Select(holder =>
            {
                var name = holder.First().Holder.Name;
                var url = MarkRights.Grants + (filter with { Words = VietnameseText.Beginning(name, GrantFilter.LongestWords) }).Query;
                return new MappedHolder(holder.Key, name, url, holder.Count(), points.TryGetValue(holder.Key, out var point) ? point with { Title = name, Url = url } : null);
            }),
        ];
    }
}

/// <summary>The points alone, for the interactive map.</summary>
internal static class HolderPoints
{
    public static void MapHolderPoints(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(HoldersOnMap.Points, AnswerAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpContext context, HoldersOnMap holders, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(PointMap.Written((await holders.OfAsync(GrantFilter.Of(context.Request.Query), cancellationToken)).Select(holder => holder.Point).OfType<MapPoint>(), ""), PointMap.ContentType);
    }
}
