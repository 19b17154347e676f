using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Import;
using PhuSa.Platform.Office;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Api;
using PhuSa.Programmes.Contracts;
using PhuSa.Programmes.Freezing;
using PhuSa.Programmes.Plans;
using PhuSa.Programmes.Printing;
using PhuSa.Programmes.Programmes;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes;

/// <summary>Joint programmes, their plans with targets, and the reviews whose every figure stands on records.</summary>
public sealed class ProgrammesModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ISearchSource, PlanSearch>();
        services.AddScoped<ISearchSource, PlanItemSearch>();
        services.AddScoped<ISearchSource, ReviewSearch>();
        services.AddScoped<IWorkSource, PlanWork>();
        services.AddScoped<IImportTable, ProgrammesTable>();
        services.AddScoped<IImportTable, PlansTable>();
        services.AddScoped<IImportTable, PlanItemsTable>();
        services.AddScoped<IImportTable, ReviewsTable>();
        services.AddScoped<IImportTable, ReviewPartsTable>();
        services.AddScoped<IFigureFamily, PlanItemFigures>();
        services.AddScoped<PlanReader>();
        services.AddScoped<ReviewReader>();
        services.AddScoped<ReviewUses>();
        services.AddScoped<IReviewFreezing, ReviewFreezing>();
        services.AddScoped<ISaveChangesInterceptor, ReviewHold>();
        services.AddScoped<IPublications, ReviewPublications>();
        services.AddScoped<ISitePages, ReviewPages>();
        services.AddScoped<IReviewFigures, ReviewFigures>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapReviewApi();
        endpoints.MapFigureApi();
        endpoints.MapReviewDownloads();
    }
}
