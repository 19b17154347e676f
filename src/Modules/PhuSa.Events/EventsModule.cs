using Microsoft.Extensions.DependencyInjection;
using PhuSa.Events.Attendance;
using PhuSa.Events.Events;
using PhuSa.Events.Figures;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Import;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;

namespace PhuSa.Events;

/// <summary>Supply–demand sessions, workshops, trainings and conferences, and who came.</summary>
public sealed class EventsModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOrganisationMerge, EventReferences>();
        services.AddScoped<ISearchSource, EventSearch>();
        services.AddScoped<ISitePages, EventPages>();
        services.AddScoped<IImportTable, EventsTable>();
        services.AddScoped<IImportTable, AttendanceTable>();
        services.AddScoped<IFigure, SupplyDemandSessions>();
        services.AddScoped<IFigure, WorkshopDelegates>();
        services.AddScoped<IFigure, WorkshopBusinessesAndCooperatives>();
        services.AddScoped<IFigure, AttendanceRate>();
        services.AddScoped<IReach, EventReach>();
    }
}
