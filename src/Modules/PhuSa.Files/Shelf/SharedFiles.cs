using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;

namespace PhuSa.Files.Shelf;

/// <summary>Files that the people of one organisation share: forms, lists, photographs that belong to no record yet.</summary>
internal static class SharedFiles
{
    public const string Kind = "files_shared";
    public const string Url = "/quan-tri/tep";
    public const int MaxMegabytes = 20;

    public static Right Manage { get; } = new(
        "files.manage",
        "Thêm, tải về và gỡ tệp dùng chung của cơ quan mình",
        Role.DepartmentOfficer,
        Role.DepartmentPublisher,
        Role.DepartmentLeader,
        Role.AllianceOfficer,
        Role.AlliancePublisher,
        Role.AllianceLeader);

    public static FileRules Rules { get; } = new(FileKinds.Images | FileKinds.Papers | FileKinds.Text | FileKinds.Zip, MaxMegabytes * UploadLimitAttribute.Megabyte);

    /// <summary>An organisation has one shelf, known by its own id.</summary>
    public static FileOwner Of(SignedIn person) => new(Kind, person.OrganisationId);
}

internal sealed class SharedFilesGuard : IFileGuard
{
    public string Kind => SharedFiles.Kind;

    public Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken) =>
        Task.FromResult(person is not null && person.May(SharedFiles.Manage) && person.OrganisationId == file.Owner.Id);
}
