using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.House;

/// <summary>One address of the endpoint table and who may use it.</summary>
/// <param name="Template">Such as <c>/quan-tri/nguoi-dung/{id:guid}</c>.</param>
/// <param name="Closed">Only for those who are signed in.</param>
/// <param name="Policies">Named policies, all of which are asked for.</param>
/// <param name="ChecksToken">A POST without an antiforgery token is refused.</param>
public sealed record HouseRoute(RoutePattern Pattern, string Template, bool IsPage, IReadOnlyList<string> Methods, bool Closed, IReadOnlyList<string> Policies, bool ChecksToken)
{
    public bool Gets => Methods.Contains("GET");

    public bool Posts => Methods.Contains("POST");
}

/// <summary>Every address the running product answers, as its own endpoint table has it.</summary>
public static class HouseRoutes
{
    public static async Task<IReadOnlyList<HouseRoute>> OfAsync(App app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var routes = new List<HouseRoute>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                // A page says who may open it only once it is loaded.
                var loaded = await loader.LoadAsync(page, endpoint.Metadata);
                var handlers = loaded.HandlerMethods.Select(handler => handler.HttpMethod?.ToUpperInvariant()).OfType<string>().Append("GET").Distinct().ToList();
                routes.Add(Route(endpoint, new EndpointMetadataCollection(endpoint.Metadata.Concat(loaded.EndpointMetadata ?? [])), isPage: true, handlers));
            }
            else
            {
                routes.Add(Route(endpoint, endpoint.Metadata, isPage: false, endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.ToList() ?? ["GET"]));
            }
        }

        return [.. routes.OrderBy(route => route.Template, StringComparer.Ordinal)];
    }

    /// <summary>The address with something plausible in its places.</summary>
    public static string Filled(this HouseRoute route, Func<RoutePatternParameterPart, string>? value = null)
    {
        ArgumentNullException.ThrowIfNull(route);
        return "/" + string.Join('/', route.Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Uri.EscapeDataString(value?.Invoke(parameter) ?? Plausible(parameter)),
            _ => "",
        }))));
    }

    private static string Plausible(RoutePatternParameterPart parameter)
    {
        var rules = parameter.ParameterPolicies.Select(policy => policy.Content).ToList();
        return rules.Contains("guid") ? "0198c0de-0000-7000-8000-000000000001"
            : rules.Contains("int") || rules.Contains("long") ? "404"
            : parameter.Name == "format" ? "csv"
            : "khong-co";
    }

    private static HouseRoute Route(RouteEndpoint endpoint, EndpointMetadataCollection metadata, bool isPage, IReadOnlyList<string> methods)
    {
        var open = metadata.GetMetadata<IAllowAnonymous>() is not null;
        var asked = metadata.GetOrderedMetadata<IAuthorizeData>();
        var antiforgery = metadata.GetMetadata<IAntiforgeryMetadata>();
        return new HouseRoute(
            endpoint.RoutePattern,
            "/" + endpoint.RoutePattern.RawText?.TrimStart('/'),
            isPage,
            methods,
            !open && asked.Count > 0,
            [.. asked.Select(data => data.Policy).OfType<string>().Distinct(StringComparer.Ordinal)],
            isPage ? metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is null : antiforgery?.RequiresValidation ?? false);
    }
}
