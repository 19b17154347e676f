using Microsoft.EntityFrameworkCore;
using PhuSa.Files.Images;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;

namespace PhuSa.Files.Keeping;

/// <summary>The smallest size of many pictures in one question, for lists: a page of twenty lines asks once.</summary>
internal sealed class Thumbnails(AppDbContext db)
{
    public async Task<IReadOnlyDictionary<(FileOwner Owner, Guid File), FilePicture>> OfAsync(IReadOnlyCollection<Guid> files, CancellationToken cancellationToken)
    {
        var asked = files.Distinct().ToArray();
        var smallest = VariantMaking.Widths[0];
        var sizes = await (
            from file in db.Set<KeptFile>()
            join content in db.Set<KeptContent>() on file.Sha256 equals content.Sha256
            join variant in db.Set<KeptVariant>() on file.Sha256 equals variant.Sha256
            where EF.Parameter(asked).Contains(file.Id) && content.Width != null && content.Height != null && variant.Width <= smallest
            select new Size(file.Id, file.OwnerKind, file.OwnerId, file.Name, content.Width!.Value, content.Height!.Value, variant.Width, variant.Kind)).ToListAsync(cancellationToken);
        return sizes.GroupBy(size => (Owner: new FileOwner(size.OwnerKind, size.OwnerId), size.File))
            .Where(picture => picture.Any(size => size.IsFallback))
            .ToDictionary(picture => picture.Key, picture => Shown([.. picture]));
    }

    private static FilePicture Shown(List<Size> sizes)
    {
        var fallback = sizes.First(size => size.IsFallback);
        return new FilePicture(
            fallback.Url,
            fallback.Width,
            Math.Max(1, (int)Math.Round((double)fallback.WholeHeight * fallback.Width / fallback.WholeWidth)),
            [.. sizes.Where(size => !size.IsFallback).OrderBy(size => size.Kind == FileKind.WebP).Select(size => new PictureSource(FileKindFacts.Of(size.Kind).MediaType, $"{size.Url} {size.Width}w"))],
            FallbackSrcset: null);
    }

    /// <summary>One format of a picture in its smallest size.</summary>
    private sealed record Size(Guid File, string OwnerKind, Guid OwnerId, string Name, int WholeWidth, int WholeHeight, int Width, FileKind Kind)
    {
        public bool IsFallback => Kind is FileKind.Jpeg or FileKind.Png;

        public string Url => $"{FileAddress.Of(File, Name)}/{KeptVariant.NameOf(Width, Kind)}";
    }
}
