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
        var its = services.Single(service => service.ServiceType == typeof(IPageApplicationModelPartsProvider));
        services.Remove(its);
        services.AddSingleton<IPageApplicationModelPartsProvider>(provider =>
            new BoundPropertiesOnly((IPageApplicationModelPartsProvider)ActivatorUtilities.CreateInstance(provider, its.ImplementationType!)));
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

/// <summary>
/// At a start the framework asks the model metadata about every property of every page, which is most of what a start costs. Only a property
/// that a request binds needs to be known, and all that there is to know stands in its own attributes.
/// </summary>
internal sealed class BoundPropertiesOnly(IPageApplicationModelPartsProvider framework) : IPageApplicationModelPartsProvider
{
    public PageHandlerModel? CreateHandlerModel(MethodInfo method) => framework.CreateHandlerModel(method);

    public PageParameterModel CreateParameterModel(ParameterInfo parameter) => framework.CreateParameterModel(parameter);

    public PagePropertyModel CreatePropertyModel(PropertyInfo property)
    {
        if (!property.CustomAttributes.Any(attribute => IsBinding(attribute.AttributeType)) && !MayInherit(property))
        {
            return new PagePropertyModel(property, []) { PropertyName = property.Name };
        }

        var attributes = property.GetCustomAttributes(inherit: true);
        return new PagePropertyModel(property, attributes) { PropertyName = property.Name, BindingInfo = BindingInfo.GetBindingInfo(attributes) };
    }

    public bool IsHandler(MethodInfo methodInfo) => framework.IsHandler(methodInfo);

    private static bool MayInherit(PropertyInfo property) => property.GetMethod is { } getter && getter.GetBaseDefinition() != getter;

    private static bool IsBinding(Type attribute) =>
        attribute.IsAssignableTo(typeof(IBindingSourceMetadata)) || attribute.IsAssignableTo(typeof(IRequestPredicateProvider)) || attribute.IsAssignableTo(typeof(IModelNameProvider));
}
