using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Figures;

/// <summary>A part of the register with what a figure says of it.</summary>
/// <param name="Name">A word of the product where <paramref name="IsName"/> is false.</param>
internal sealed record FigurePart(string Word, string Name, bool IsName, FigureReading Reading);

/// <summary>One figure of marks for a part of the register, and the same figure for each part of that.</summary>
internal sealed record FigureTable(IMarkFigure Figure, FigureReading Reading, IReadOnlyList<FigurePart> Marks, IReadOnlyList<FigurePart> Products, IReadOnlyList<FigurePart> Holders);

/// <summary>The figures of marks that can be asked by mark, by product and by kind of holder.</summary>
internal sealed class MarkFigures(IEnumerable<IFigure> figures, AppDbContext db)
{
    public IReadOnlyList<IMarkFigure> All { get; } = [.. figures.OfType<IMarkFigure>()];

    /// <param name="holder">A kind as addresses have it.</param>
    public static MarkScope Of(string? mark, string? product, string? holder) => new(mark, product, OrganisationKinds.All.Where(kind => OrganisationKinds.InAddress(kind) == holder).Select(kind => (OrganisationKind?)kind).FirstOrDefault());

    /// <param name="read">The figure, opened.</param>
    public async Task<FigureTable> TableAsync(IMarkFigure figure, Func<MarkScope, FigureReading> read, MarkScope scope, CancellationToken cancellationToken)
    {
        var marks = (await db.Set<CertificationMark>().AsNoTracking().ToListAsync(cancellationToken)).OrderBy(mark => mark.Name, VietnameseOrder.Instance).ThenBy(mark => mark.Id);
        var products = (await db.Set<MarkGrant>().Select(g => new { g.ProductKey, g.Product }).Distinct().ToListAsync(cancellationToken))
            .GroupBy(product => product.ProductKey, StringComparer.Ordinal).Select(group => (Key: group.Key, Name: group.Select(product => product.Product).Order(VietnameseOrder.Instance).First())).OrderBy(product => product.Name, VietnameseOrder.Instance);
        return new FigureTable(
            figure,
            read(scope),
            [.. marks.Select(mark => new FigurePart(mark.Slug, mark.Name, IsName: true, read(scope with { Mark = mark.Slug }))).Where(part => scope.Mark is null || part.Word == scope.Mark)],
            [.. products.Select(product => new FigurePart(product.Key, product.Name, IsName: true, read(scope with { Product = product.Key }))).Where(part => (scope.Product is null || part.Word == scope.Product) && part.Reading.Evidence.Count > 0)],
            [
                .. OrganisationKinds.All.Where(kind => scope.Holder is null || scope.Holder == kind)
                    .Select(kind => new FigurePart(OrganisationKinds.InAddress(kind), OrganisationKinds.Word(kind), IsName: false, read(scope with { Holder = kind })))
                    .Where(part => scope.Holder is not null || part.Reading.Evidence.Count > 0),
            ]);
    }
}
