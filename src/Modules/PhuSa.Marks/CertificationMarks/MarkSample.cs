using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.CertificationMarks;

/// <summary>A picture of the mark as it stands on a label; its id is its file's.</summary>
internal sealed class MarkSample : ISaidToReaders
{
    public const int AltMaxLength = 300;

    private MarkSample()
    {
    }

    public MarkSample(Guid fileId, string alt, int order) => (Id, Alt, Order) = (fileId, alt, order);

    public Guid Id { get; private init; }

    /// <summary>What is to be seen, for who does not see it.</summary>
    public string Alt { get; private set; } = "";

    public int Order { get; private init; }

    public IEnumerable<(string Of, string Words)> Said() => [(nameof(Alt), Alt)];

    internal void Say(string alt) => Alt = alt;
}

/// <summary>The files of the samples.</summary>
internal static class MarkSampleFiles
{
    public const string Kind = CertificationMarkConfiguration.Table;
    public const int MaxMegabytes = 10;

    public static FileRules Rules { get; } = new(FileKinds.Images, MaxMegabytes * UploadLimitAttribute.Megabyte);

    public static FileOwner Of(Guid markId) => new(Kind, markId);

    /// <returns>The samples whose pictures are there, in their order.</returns>
    public static async Task<IReadOnlyList<ShownSample>> SamplesAsync(this IFiles files, CertificationMark mark, CancellationToken cancellationToken)
    {
        var pictures = await files.PicturesAsync(Of(mark.Id), [.. mark.Samples.Select(sample => sample.Id)], cancellationToken);
        return [.. mark.Samples.Where(sample => pictures.ContainsKey(sample.Id)).OrderBy(sample => sample.Order).Select(sample => new ShownSample(sample.Id, sample.Alt, pictures[sample.Id]))];
    }
}

/// <summary>A sample as a page shows it.</summary>
internal sealed record ShownSample(Guid Id, string Alt, FilePicture Picture);

/// <summary>What a mark shows is public: a buyer compares the label with it.</summary>
internal sealed class MarkSampleGuard(AppDbContext db) : IFileGuard
{
    public string Kind => MarkSampleFiles.Kind;

    public async Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken) =>
        person?.May(MarkRights.Read) == true || await db.Set<CertificationMark>().AnyAsync(m => m.Id == file.Owner.Id && m.Samples.Any(sample => sample.Id == file.Id), cancellationToken);
}
