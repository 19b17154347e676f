using PhuSa.Marks.Attachments;
using PhuSa.Marks.Office;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;

namespace PhuSa.Marks.Inspections;

/// <summary>Photos and minutes of a visit.</summary>
internal static class VisitFiles
{
    public const string Kind = InspectionVisitConfiguration.Table;
    public const int MaxMegabytes = 10;
    public const int Most = 40;

    public static FileRules Rules { get; } = new(FileKinds.Images | FileKinds.Papers, MaxMegabytes * UploadLimitAttribute.Megabyte);

    public static Attaching Attaching { get; } = new(Of, Rules, Most, "Mỗi lượt kiểm tra có tối đa {0} tệp. Bỏ bớt tệp không cần rồi thêm.", "Bỏ tệp khỏi lượt kiểm tra");

    public static FileOwner Of(Guid visitId) => new(Kind, visitId);
}

/// <summary>They are for the office; never public.</summary>
internal sealed class VisitFileGuard : IFileGuard
{
    public string Kind => VisitFiles.Kind;

    public Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken) => Task.FromResult(person?.May(MarkRights.Read) == true);
}
