using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Rights;

namespace PhuSa.Office;

/// <summary>The office around every module's pages: what waits for me, search, notices, the journal and the jobs.</summary>
public sealed class OfficeModule : IModule
{
    public IReadOnlyList<OfficeFolder> OfficeFolders => [new("/Office/Work", Right: null)];

    public IReadOnlyList<OfficeLink> OfficeLinks => [new(OfficeGroups.Work, 0, "Việc của tôi", "/quan-tri", Right: null)];

    public void AddServices(IServiceCollection services)
    {
    }
}
