using Microsoft.AspNetCore.Http;

namespace PhuSa.Platform.Web;

/// <summary>A record that is also an article of the portal: a review, an event.</summary>
/// <param name="Url">Its canonical address, root-relative.</param>
/// <param name="Site">Code of the site on which that address is canonical.</param>
/// <param name="Category">Slug of the category in which it is listed; null for none.</param>
public sealed record Publication(string Url, string Site, string Title, string? Summary, DateOnly? PublishedOn, string? Category);

/// <summary>What a module publishes on the portal.</summary>
public interface IPublications
{
    Task<IReadOnlyList<Publication>> AllAsync(CancellationToken cancellationToken);
}

/// <summary>Whether anything may go out to readers now. Whoever shows texts on pages of its own asks before one is added or changed.</summary>
public interface IPublishingHold
{
    /// <exception cref="Rules.RefusedException">Publishing is frozen.</exception>
    Task RefuseAsync(CancellationToken cancellationToken);
}

/// <summary>A figure on a site's page, rendered by whoever keeps reviews: the value as printed and the address of its evidence.</summary>
/// <param name="Kind">computed, hand, about, unknown or drifted: the line under the number.</param>
/// <param name="Number">“06”, “2.500.000”, “khoảng 50”, “chưa có dữ liệu”.</param>
/// <param name="Unit">“hợp tác xã”; empty for an unknown value.</param>
/// <param name="Now">The present value where it differs from the frozen one, as printed; null otherwise.</param>
public sealed record FigureLink(string Code, string Name, string Kind, string Number, string Unit, string Url, string? Now)
{
    /// <summary>Number and unit as they stand in a sentence.</summary>
    public string Text => Unit.Length == 0 ? Number : $"{Number} {Unit}";
}

/// <summary>Figures of a published review, for pages of other modules (home, articles).</summary>
public interface IReviewFigures
{
    /// <param name="codes">Only these are read: each reading asks the records.</param>
    /// <returns>One link for each of the codes that the review has; null for an unknown review.</returns>
    Task<IReadOnlyDictionary<string, FigureLink>?> LinksAsync(string reviewSlug, IReadOnlySet<string> codes, CancellationToken cancellationToken);
}

/// <summary>A page on which a figure stands.</summary>
/// <param name="Kind">What the page is, a Vietnamese word of the product: “Báo cáo”, “Trang chủ”.</param>
/// <param name="Title">Its own name.</param>
/// <param name="Url">Root-relative on the reader's site, else absolute.</param>
public sealed record FigureUse(string Kind, string Title, string Url);

/// <summary>Pages of other modules that show a figure of a review.</summary>
public interface IFigureUses
{
    Task<IReadOnlyList<FigureUse>> OfAsync(string reviewSlug, string code, HttpContext context, CancellationToken cancellationToken);
}
