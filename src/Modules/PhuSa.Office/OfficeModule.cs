using Microsoft.Extensions.DependencyInjection;
using PhuSa.Office.Filters;
using PhuSa.Platform;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Office;

/// <summary>The office around every module's pages: what waits for me, search, notices, the journal and the jobs.</summary>
public sealed class OfficeModule : IModule
{
    public IReadOnlyList<OfficeFolder> OfficeFolders => [new("/Office", Right: null)];

    public IReadOnlyList<Right> Rights => HouseRights.All;

    public IReadOnlyList<OfficeLink> OfficeLinks => 
    [
        new(OfficeGroups.Work, 0, "Việc của tôi", "/quan-tri", Right: null),
        new(OfficeGroups.Mine, 90, "Bộ lọc đã lưu", "/quan-tri/bo-loc", Right: null),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<FilterBook>();
        services.AddScoped<ISavedFilters>(provider => provider.GetRequiredService<FilterBook>());
    }
}
