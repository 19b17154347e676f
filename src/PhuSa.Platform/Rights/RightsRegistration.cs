using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace PhuSa.Platform.Rights;

/// <summary>Makes a policy of every right, and lays the rights of folders over their pages.</summary>
public static class RightsRegistration
{
    /// <summary>Places whose pages nobody may open without signing in.</summary>
    private static readonly string[] Closed = [PersonalPlaces.Office, PersonalPlaces.MyCooperative];

    public static IServiceCollection AddRights(this IServiceCollection services, IEnumerable<IModule> modules)
    {
        services.AddAuthorization(options =>
        {
            foreach (var right in modules.SelectMany(module => module.Rights))
            {
                options.AddPolicy(right.Policy, policy => policy.RequireAuthenticatedUser().RequireClaim(Right.Claim, right.Code));
            }
        });
        return services;
    }

    /// <exception cref="InvalidOperationException">A page of the office stands in no folder that says who may open it.</exception>
    public static void AddOffice(this PageConventionCollection conventions, IEnumerable<IModule> modules)
    {
        var folders = modules.SelectMany(module => module.OfficeFolders).OrderByDescending(folder => folder.Folder.Length).ToList();

        // With the address, which is known when the house opens, and not with what the page says of itself, which is read when it is first asked for.
        conventions.AddFolderRouteModelConvention("/", page =>
        {
            var found = folders.Find(folder => page.ViewEnginePath.StartsWith(folder.Folder + "/", StringComparison.Ordinal));
            foreach (var address in page.Selectors)
            {
                if (found is not null)
                {
                    address.EndpointMetadata.Add(found.Right is { } right ? new AuthorizeAttribute(right.Policy) : new AuthorizeAttribute());
                }
                else if (IsClosed(address.AttributeRouteModel?.Template))
                {
                    throw new InvalidOperationException($"{page.ViewEnginePath} is a page of the office that no OfficeFolder covers.");
                }
            }
        });
    }

    private static bool IsClosed(string? template) =>
        Closed.Any(place => $"/{template?.TrimStart('/')}/".StartsWith(place + "/", StringComparison.OrdinalIgnoreCase));
}
