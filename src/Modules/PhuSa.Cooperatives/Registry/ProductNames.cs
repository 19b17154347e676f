using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Search;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Registry;

/// <summary>Products as a form and a table write them, each once.</summary>
internal static class ProductList
{
    /// <returns>Null where there are too many, or one is too long.</returns>
    public static IReadOnlyList<string>? Read(string? typed)
    {
        var products = (typed ?? "").Split([';', ',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(VietnameseText.OnOneLine).OfType<string>().Select(VietnameseText.Normalize)
            .DistinctBy(SearchText.Fold).ToList();
        return products.Count <= Cooperative.MostProducts && products.TrueForAll(product => product.Length <= Cooperative.ProductMaxLength && product.Any(char.IsLetter)) ? products : null;
    }

    public static string? Written(IReadOnlyList<string> products) => products.Count == 0 ? null : string.Join("; ", products);
}

/// <summary>Cooperatives are found by the products of their own files, which stand on their public pages.</summary>
internal sealed class ProductNames(AppDbContext db) : IKnownBy
{
    /// <summary>The directory follows the files themselves already.</summary>
    public IReadOnlyList<SearchFeed> Feeds => [];

    public async Task<IReadOnlyList<KnownAs>> ReadAsync(IReadOnlyCollection<Guid>? organisations, CancellationToken cancellationToken)
    {
        var files = db.Set<Cooperative>().AsNoTracking().Where(c => c.MergedIntoId == null && c.Products.Any());
        if (organisations is not null)
        {
            var wanted = organisations.ToArray();
            files = files.Where(c => EF.Parameter(wanted).Contains(c.Id));
        }

        return [.. (await files.Select(c => new { c.Id, c.Products }).ToListAsync(cancellationToken)).SelectMany(file => file.Products.Select(product => new KnownAs(file.Id, KnownKind.Product, product)))];
    }
}
