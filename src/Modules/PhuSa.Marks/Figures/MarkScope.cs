using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Figures;

namespace PhuSa.Marks.Figures;

/// <summary>A part of the register: one mark, one product, one kind of holder; null where all of them are meant.</summary>
/// <param name="Mark">The slug of the mark.</param>
/// <param name="Product">The product without accents and capitals.</param>
internal sealed record MarkScope(string? Mark = null, string? Product = null, OrganisationKind? Holder = null)
{
    public static MarkScope Everything { get; } = new();

    public bool Covers(string markSlug, IEnumerable<string> productKeys, OrganisationKind holder) =>
        (Mark is null || Mark == markSlug) && (Product is null || productKeys.Contains(Product)) && (Holder is null || Holder == holder);
}

/// <summary>A figure of marks that can be asked for a part of the register. The parts and the whole come of one reading and one rule.</summary>
internal interface IMarkFigure : IFigure
{
    /// <summary>Whether it is asked for a period, and not for a day.</summary>
    bool OfPeriod { get; }

    /// <summary>Reads the records once.</summary>
    /// <returns>What the figure says of each part.</returns>
    Task<Func<MarkScope, FigureReading>> OpenAsync(FigureRequest request, CancellationToken cancellationToken);
}
