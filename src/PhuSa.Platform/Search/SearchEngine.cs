using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data.Search;
using PhuSa.Platform.Rights;

namespace PhuSa.Platform.Search;

/// <summary>Takes documents tier by tier until the page is full, so that common words cost no more than rare ones.</summary>
internal sealed class SearchEngine(KeptIndex index, IServiceScopeFactory scopes, TimeProvider clock) : ISearch
{
    /// <summary>Of so many newest matches those of other sites are counted.</summary>
    private const int LookedElsewhere = 2000;

    private readonly Lazy<IReadOnlyList<SearchKind>> _kinds = new(() => KindsOf(scopes));

    public IReadOnlyList<SearchKind> Kinds => _kinds.Value;

    public SearchAnswer Find(SearchQuestion question) => Find(question, rights: null, organisationId: default);

    public SearchAnswer FindInOffice(SearchQuestion question, SignedIn person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Find(question with { Place = SearchPlace.Everywhere }, [.. person.Rights], person.OrganisationId);
    }

    internal static List<long> Ranked(IndexReader reader, SearchQuery query, SearchScope scope, int most, bool byBeginning)
    {
        var found = new List<long>();
        var seen = new HashSet<long>();
        foreach (var (words, match) in query.Tiers(byBeginning))
        {
            foreach (var id in reader.Match(words, match, scope))
            {
                if (seen.Add(id))
                {
                    found.Add(id);
                }

                if (found.Count == most)
                {
                    return found;
                }
            }
        }

        return found;
    }

    private SearchAnswer Find(SearchQuestion question, string[]? rights, Guid organisationId)
    {
        ArgumentNullException.ThrowIfNull(question);
        var query = SearchQuery.Read(question.Text);
        if (query.IsEmpty)
        {
            return new SearchAnswer();
        }

        if (index.Current is not { } file)
        {
            return new SearchAnswer { IsReady = false, IsAsked = true };
        }

        try
        {
            var scope = new SearchScope(clock.GetUtcNow().UtcDateTime, question.Place, question.Site, question.Kind, question.From, question.To, rights, organisationId);
            return file.Read(reader => Answer(reader, query, question, scope));
        }
        catch (BrokenIndexException)
        {
            index.Drop(file);
            return new SearchAnswer { IsReady = false, IsAsked = true };
        }
    }

    internal static SearchAnswer Answer(IndexReader reader, SearchQuery query, SearchQuestion question, SearchScope scope)
    {
        var byBeginning = scope.Rights is not null;
        var (widest, match) = query.Widest(byBeginning);
        var most = Math.Min(question.Skip + question.Take, SearchAnswer.MostCounted);
        var found = Ranked(reader, query, scope, most, byBeginning);
        var near = scope.Place == SearchPlace.Here ? reader.CountNewest(widest, match, scope, LookedElsewhere) : default;
        var count = found.Count < most ? found.Count : near.IsAll || near.Here >= SearchAnswer.MostCounted ? Math.Min(near.Here, SearchAnswer.MostCounted) : reader.Count(widest, match, scope, SearchAnswer.MostCounted);
        return new SearchAnswer
        {
            IsAsked = true,
            Hits = [.. found.Skip(question.Skip).Select(reader.Text).Select(text => Hit(text, query))],
            Count = count,
            Elsewhere = near.Elsewhere,
            Suggestions = count == 0 ? new Suggestions(reader, scope).For(query) : [],
        };
    }

    private static SearchHit Hit(IndexedText text, SearchQuery query) =>
        new(text.Kind, text.Url, text.Sites, Snippets.Whole(text.Title, query), text.Detail, Snippets.Around(text.Body, query), text.Day);

    private static List<SearchKind> KindsOf(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<ISearchSource>().Select(source => new SearchKind(source.Kind, source.Name, source.IsForReaders))];
    }
}
