namespace PhuSa.Portal.Sites;

/// <summary>Which categories the home page of a site shows.</summary>
internal static class HomeCategories
{
    /// <summary>Of one category: a home page leads on to a list, it is none.</summary>
    public const int Most = 10;

    /// <summary>Of the first category, where nobody has said which are shown.</summary>
    public const int Usual = 5;

    /// <returns>In their order, each with how many of its news.</returns>
    public static IReadOnlyList<(Category Category, int Count)> HomeCategoriesOf(this SiteDirectory directory, string site)
    {
        var used = directory.CategoriesOf(site).ToList();
        return used.Exists(category => category.HomeCount is not null)
            ? [.. used.Where(category => category.HomeCount is not null).Select(category => (category, category.HomeCount!.Value))]
            : [.. used.Take(1).Select(category => (category, Usual))];
    }
}
