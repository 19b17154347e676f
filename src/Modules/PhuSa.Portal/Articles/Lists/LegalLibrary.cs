using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles.Facts;

namespace PhuSa.Portal.Articles.Lists;

/// <summary>A line of the library.</summary>
internal sealed record LegalRow(string Title, string Url, string? Number, LegalType? Type, string? IssuedBy, string? Field, DateOnly? IssuedOn, DateOnly? EffectiveOn, LegalValidity Validity);

/// <summary>A page of the library and how many documents there are in all.</summary>
internal sealed record LegalPage(IReadOnlyList<LegalRow> Rows, int Count);

/// <summary>What can be chosen in the filters: only what is there.</summary>
internal sealed record LegalChoices(IReadOnlyList<LegalType> Types, IReadOnlyList<string> Bodies, IReadOnlyList<int> Years, IReadOnlyList<string> Fields);

/// <summary>The legal documents of a site, newest first; what has no day of issue last.</summary>
internal sealed class LegalLibrary(AppDbContext db, TimeProvider clock)
{
    private DateOnly Today => VietnamTime.Today(clock);

    /// <param name="categories">Of the site.</param>
    public async Task<LegalPage> OfAsync(IReadOnlyList<Guid> categories, LegalFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var documents = await FilteredAsync(categories, filter, cancellationToken);
        var count = await documents.CountAsync(cancellationToken);
        return new LegalPage(await RowsAsync(Ordered(documents).Skip(skip).Take(take), cancellationToken), count);
    }

    public async Task<IReadOnlyList<LegalRow>> AllAsync(IReadOnlyList<Guid> categories, LegalFilter filter, CancellationToken cancellationToken) =>
        await RowsAsync(Ordered(await FilteredAsync(categories, filter, cancellationToken)), cancellationToken);

    public async Task<LegalChoices> ChoicesAsync(IReadOnlyList<Guid> categories, CancellationToken cancellationToken)
    {
        var all = await Documents(categories).Select(a => new { a.LegalType, a.BodyName, a.Field, a.IssuedOn }).ToListAsync(cancellationToken);
        return new LegalChoices(
            [.. all.Select(a => a.LegalType).OfType<LegalType>().Distinct().Order()],
            NamesAlike.Choices(all.Select(a => a.BodyName)),
            [.. all.Select(a => a.IssuedOn?.Year).OfType<int>().Distinct().OrderDescending()],
            NamesAlike.Choices(all.Select(a => a.Field)));
    }

    private IQueryable<Article> Documents(IReadOnlyList<Guid> categories) =>
        db.Set<Article>().AsNoTracking().ForReaders(clock.GetUtcNow().UtcDateTime).Where(a => a.Kind == ArticleKind.Legal && a.Places.Any(place => categories.Contains(place.CategoryId)));

    private async Task<IQueryable<Article>> FilteredAsync(IReadOnlyList<Guid> categories, LegalFilter filter, CancellationToken cancellationToken)
    {
        var documents = Documents(categories);
        foreach (var word in filter.Folded)
        {
            documents = documents.Where(a => a.ListText.Contains(word));
        }

        if (filter.Type is { } type)
        {
            documents = documents.Where(a => a.LegalType == type);
        }

        if (filter.Body is { } body)
        {
            var spellings = await AlikeAsync(Documents(categories).Select(a => a.BodyName), body, cancellationToken);
            documents = documents.Where(a => spellings.Contains(a.BodyName));
        }

        if (filter.Field is { } field)
        {
            var spellings = await AlikeAsync(Documents(categories).Select(a => a.Field), field, cancellationToken);
            documents = documents.Where(a => spellings.Contains(a.Field));
        }

        if (filter.Year is { } year)
        {
            var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
            documents = documents.Where(a => a.IssuedOn >= first && a.IssuedOn < next);
        }

        return filter.State is { } state ? LegalValidity.In(db, documents, state, Today) : documents;
    }

    /// <returns>Every spelling of a name that stands in the library.</returns>
    private static async Task<IReadOnlyList<string?>> AlikeAsync(IQueryable<string?> names, string name, CancellationToken cancellationToken) =>
        [.. (await names.Distinct().ToListAsync(cancellationToken)).Where(other => NamesAlike.AreAlike(other, name))];

    private static IQueryable<Article> Ordered(IQueryable<Article> documents) =>
        documents.OrderBy(a => a.IssuedOn == null).ThenByDescending(a => a.IssuedOn).ThenBy(a => a.Slug);

    private async Task<IReadOnlyList<LegalRow>> RowsAsync(IQueryable<Article> documents, CancellationToken cancellationToken)
    {
        var rows = await documents
            .Select(a => new { a.Id, a.Kind, a.Slug, a.Title, a.Number, a.LegalType, a.BodyName, a.Field, a.IssuedOn, a.EffectiveOn, a.EndsOn, a.SaidReplaced })
            .ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        var replacing = (await LegalValidity.Replacing(db).Where(other => ids.Contains(other.TargetId)).Select(other => new { other.TargetId, other.EffectiveOn }).ToListAsync(cancellationToken))
            .ToLookup(other => other.TargetId, other => other.EffectiveOn);
        return
        [
            .. rows.Select(row =>
            {
                var days = replacing[row.Id].ToList();
                var listed = ListedFacts.None with { EffectiveOn = row.EffectiveOn, EndsOn = row.EndsOn, SaidReplaced = row.SaidReplaced };
                return new LegalRow(
                    row.Title, ArticleAddress.Of(row.Kind, row.Slug), row.Number, row.LegalType, row.BodyName, row.Field, row.IssuedOn, row.EffectiveOn,
                    LegalValidity.Of(listed, new Replacement(days.Min(), days.Contains(null)), Today));
            }),
        ];
    }
}
