using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;

namespace PhuSa.Papers.Office;

/// <summary>Scanned signed copies of papers.</summary>
internal static class PaperFiles
{
    public const string Kind = PaperFact.Table;
    public const int MaxMegabytes = 20;

    /// <summary>The decree asks for a PDF in colour; a phone's picture is taken as well.</summary>
    public static FileRules Rules { get; } = new(FileKinds.Pdf | FileKinds.Images, MaxMegabytes * UploadLimitAttribute.Megabyte);

    public static FileOwner Of(Guid paperId) => new(Kind, paperId);

    /// <summary>There is a copy only once it is signed.</summary>
    public static bool Take(Paper paper) => paper.Status is PaperStatus.Signed or PaperStatus.Issued or PaperStatus.Recorded;
}

/// <summary>A signed copy is for those who see its paper in the office: that a paper is public says nothing of the signatures on it.</summary>
internal sealed class PaperFileGuard(PaperReach reach) : IFileGuard
{
    public string Kind => PaperFiles.Kind;

    public async Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return person is not null && person.May(PapersRights.Read) && await (await reach.SeenAsync(cancellationToken)).AnyAsync(p => p.Id == file.Owner.Id, cancellationToken);
    }
}
