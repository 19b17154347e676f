using PhuSa.Alliance.Office;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;

namespace PhuSa.Alliance.Memoranda;

/// <summary>Scanned signed copies of memoranda: for the Alliance's office only.</summary>
internal static class MemorandumFiles
{
    public const string Kind = MemorandumConfiguration.Table;
    public const int MaxMegabytes = 20;

    public static FileRules Rules { get; } = new(FileKinds.Pdf | FileKinds.Images, MaxMegabytes * UploadLimitAttribute.Megabyte);

    public static FileOwner Of(Guid memorandumId) => new(Kind, memorandumId);
}

internal sealed class MemorandumFileGuard : IFileGuard
{
    public string Kind => MemorandumFiles.Kind;

    public Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken) =>
        Task.FromResult(person is not null && person.May(AllianceRights.Read));
}
