using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Office;
using PhuSa.Platform.Import;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Regulations;

/// <summary>What a page that keeps certification marks and their regulations works with.</summary>
internal sealed class MarkDesk(GrantDesk desk)
{
    /// <summary>The last part of the page that registers one: no mark gets it for its code.</summary>
    public const string New = "moi";

    private const int NumberLength = 6;

    public GrantDesk Grants => desk;

    public async Task<CertificationMark?> FindAsync(string slug, CancellationToken cancellationToken) =>
        slug.Any(char.IsControl) ? null : await desk.Db.Set<CertificationMark>().SingleOrDefaultAsync(m => m.Slug == slug, cancellationToken);

    /// <returns>The mark where the person records on it.</returns>
    public async Task<CertificationMark?> FindKeptAsync(string slug, CancellationToken cancellationToken) => await FindAsync(slug, cancellationToken) is { } mark && desk.Person.MayKeep(mark.OwnerId) ? mark : null;

    /// <returns>The name's slug, or the first number behind it that no mark of either kind has: both live under one address.</returns>
    public async Task<string> FreeCodeAsync(string name, CancellationToken cancellationToken)
    {
        var slug = Slug.From(name, ImportColumns.CodeMaxLength - NumberLength);
        var certification = await desk.Db.Set<CertificationMark>().Where(m => m.Slug.StartsWith(slug)).Select(m => m.Slug).ToListAsync(cancellationToken);
        var collective = await desk.Db.Set<CollectiveMark>().Where(m => m.Slug.StartsWith(slug)).Select(m => m.Slug).ToListAsync(cancellationToken);
        var taken = certification.Concat(collective).Append(New).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? slug : $"{slug}-{number}").First(code => !taken.Contains(code));
    }
}
