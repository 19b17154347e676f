using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Attachments;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;

namespace PhuSa.Marks.Applications;

/// <summary>Photos and papers of an application.</summary>
internal static class ApplicationFiles
{
    public const string Kind = MarkApplicationConfiguration.Table;
    public const int MaxMegabytes = 10;
    public const int Most = 20;

    public static FileRules Rules { get; } = new(FileKinds.Images | FileKinds.Papers, MaxMegabytes * UploadLimitAttribute.Megabyte);

    public static Attaching Attaching { get; } = new(Of, Rules, Most, "Mỗi đơn có tối đa {0} tệp. Bỏ bớt tệp không cần rồi thêm.", "Bỏ tệp khỏi đơn");

    public static FileOwner Of(Guid applicationId) => new(Kind, applicationId);
}

/// <summary>They are for the office and for the applicant's own people; never public.</summary>
internal sealed class ApplicationFileGuard(AppDbContext db) : IFileGuard
{
    public string Kind => ApplicationFiles.Kind;

    public async Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken) =>
        person is not null
        && (person.May(MarkRights.Read)
            || (person.May(MarkRights.Own) && await db.Set<MarkApplication>().AnyAsync(a => a.Id == file.Owner.Id && a.ApplicantId == person.OrganisationId, cancellationToken)));
}
