using System.Reflection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing.Matching;

namespace PhuSa.Host.Web;

/// <summary>What of the framework the pages need, and no more.</summary>
internal static class PagesAlone
{
    /// <summary>
    /// Razor pages without controllers: there are none, and looking for them loads every type of every module. What a page binds and asks for is read
    /// when somebody first opens it, not for all pages of the house at each start.
    /// </summary>
    public static IMvcBuilder AddPagesAlone(this IServiceCollection services, Action<RazorPagesOptions> configure)
    {
        var mvc = services.AddRazorPages(configure);
        mvc.ConfigureApplicationPartManager(parts => parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single()));
        services.Remove(services.Single(service => service.ImplementationType == typeof(CompiledPageActionDescriptorProvider)));
        services.AddSingleton<IActionDescriptorProvider, PageActionDescriptorProvider>();
        services.AddSingleton<MatcherPolicy, ReadWhenAskedFor>();
        return mvc;
    }
}

/// <summary>Puts the page, with all that it says of itself, in the place of its address before anything looks at what was asked for.</summary>
internal sealed class ReadWhenAskedFor(PageLoader loader) : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => int.MinValue + 100;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => Unread(endpoint) is not null);

    public async Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            var (endpoint, values) = (candidates[i].Endpoint, candidates[i].Values);
            if (candidates.IsValidCandidate(i) && Unread(endpoint) is { } page && (await loader.LoadAsync(page, endpoint.Metadata)).Endpoint is { } read)
            {
                candidates.ReplaceEndpoint(i, read, values);
            }
        }
    }

    private static PageActionDescriptor? Unread(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page and not CompiledPageActionDescriptor ? page : null;
}
