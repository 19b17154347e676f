using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Attachments;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;

namespace PhuSa.Marks.Applications;

/// <summary>Photos and papers of one field check, or of one sample.</summary>
internal static class CheckFiles
{
    public const string Kind = MarkApplicationConfiguration.ActsTable;

    public static Attaching Attaching { get; } = new(Of, ApplicationFiles.Rules, ApplicationFiles.Most, "Mỗi lần kiểm tra có tối đa {0} tệp. Bỏ bớt tệp không cần rồi thêm.", "Bỏ tệp khỏi lần kiểm tra");

    public static FileOwner Of(Guid actId) => new(Kind, actId);
}

/// <summary>Read by whoever reads the application.</summary>
internal sealed class CheckFileGuard(AppDbContext db) : IFileGuard
{
    public string Kind => CheckFiles.Kind;

    public async Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken) =>
        person is not null
        && (person.May(MarkRights.Read)
            || (person.May(MarkRights.Own) && await db.Set<MarkApplication>().AnyAsync(a => a.Acts.Any(act => act.Id == file.Owner.Id) && a.ApplicantId == person.OrganisationId, cancellationToken)));
}

/// <summary>Applications of which a step rests on a paper.</summary>
internal sealed class ApplicationPaperUse(AppDbContext db) : Papers.Contracts.IPaperUse
{
    public async Task<IReadOnlyList<string>> OfAsync(Guid paperId, CancellationToken cancellationToken) =>
        [.. (await db.Set<MarkApplication>().AsNoTracking().AsSplitQuery().Where(a => a.Steps.Any(step => step.PaperId == paperId) || a.Acts.Any(act => act.PaperId == paperId)).OrderBy(a => a.Code).ThenBy(a => a.Id).ToListAsync(cancellationToken)).Select(a => a.JournalTitle)];
}
