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

    /// <summary>Whether a copy carries a digital signature, given here or elsewhere: the bytes that it covers are named in every one (ISO 32000).</summary>
    public static async Task<bool> IsSignedDigitallyAsync(IFiles files, Guid paperId, CancellationToken cancellationToken)
    {
        foreach (var copy in await files.OfAsync(Of(paperId), cancellationToken))
        {
            await using var content = await files.OpenAsync(copy, cancellationToken);
            using var read = new MemoryStream();
            await content.CopyToAsync(read, cancellationToken);
            if (read.GetBuffer().AsSpan(0, (int)read.Length).IndexOf("/ByteRange"u8) >= 0)
            {
                return true;
            }
        }

        return false;
    }
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
