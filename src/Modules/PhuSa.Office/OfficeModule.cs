using Microsoft.Extensions.DependencyInjection;
using PhuSa.Office.Filters;
using PhuSa.Office.Journal;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Office;

/// <summary>The office around every module's pages: what waits for me, search, notices, the journal and the jobs.</summary>
public sealed class OfficeModule : IModule
{
    public IReadOnlyList<Right> Rights => [.. HouseRights.All, JournalRights.Read, JournalRights.Alarm];

    public IReadOnlyList<OfficeFolder> OfficeFolders =>
    [
        new("/Office", Right: null),
        new("/Office/Journal", JournalRights.Read),
    ];

    public IReadOnlyList<OfficeLink> OfficeLinks =>
    [
        new(OfficeGroups.Work, 0, "Việc của tôi", "/quan-tri", Right: null),
        new(OfficeGroups.Mine, 90, "Bộ lọc đã lưu", "/quan-tri/bo-loc", Right: null),
        new(OfficeGroups.House, 40, "Nhật ký", "/quan-tri/nhat-ky", JournalRights.Read),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<FilterBook>();
        services.AddScoped<ISavedFilters>(provider => provider.GetRequiredService<FilterBook>());
        services.AddScoped<JournalBook>();
        services.AddScoped<JournalExport>();
        services.AddSingleton<JournalStatuses>();
    }
}
