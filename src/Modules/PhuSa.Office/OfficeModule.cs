using Microsoft.Extensions.DependencyInjection;
using PhuSa.Office.Journal;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Office;

/// <summary>The office around every module's pages: what waits for me, search, notices, the journal and the jobs.</summary>
public sealed class OfficeModule : IModule
{
    public IReadOnlyList<Right> Rights => [JournalRights.Read, JournalRights.Alarm];

    public IReadOnlyList<OfficeFolder> OfficeFolders =>
    [
        new("/Office/Work", Right: null),
        new("/Office/Journal", JournalRights.Read),
    ];

    public IReadOnlyList<OfficeLink> OfficeLinks =>
    [
        new(OfficeGroups.Work, 0, "Việc của tôi", "/quan-tri", Right: null),
        new(OfficeGroups.House, 40, "Nhật ký", "/quan-tri/nhat-ky", JournalRights.Read),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<JournalBook>();
        services.AddScoped<JournalExport>();
        services.AddSingleton<JournalStatuses>();
    }
}
