using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Contracts;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.OldPortal;

/// <summary>Runs the import on a mirror, and what it left in the journal.</summary>
internal static class OldPortalRun
{
    public static Task<OldPortalResult> ImportOldAsync(
        this Newsroom room, OldMirror mirror, string? category = Newsroom.Department, string? map = null, bool dryRun = false, IProgress<OldPortalProgress>? progress = null, CancellationToken cancellationToken = default) =>
        room.App.InScopeAsync(services => services.GetRequiredService<IOldPortalImport>()
            .RunAsync(new OldPortalOrder(mirror.Folder, "khcn", map ?? mirror.MapFile, category, dryRun), new Actor("Nhập cổng cũ", $"kiểm thử, {mirror.Folder}"), progress, cancellationToken));

    public static Task<int> EntriesAsync(this Newsroom room, string table) =>
        room.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().CountAsync(e => e.Kind == table));
}
