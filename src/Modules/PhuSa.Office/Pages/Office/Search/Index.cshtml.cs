using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;

namespace PhuSa.Office.Pages.Office.Search;

/// <summary>The records of one kind that were found, the best first.</summary>
internal sealed record FoundOfKind(string Kind, IReadOnlyList<SearchHit> Hits, bool AreMore);

/// <summary>Finds records across modules: only what the person may see, with or without Vietnamese marks.</summary>
internal sealed class IndexModel(ISearch search, ISignedIn signedIn) : PageModel
{
    public const int MostOfAKind = 10;
    private const int LookedAt = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public SearchAnswer Answer { get; private set; } = new();

    public IReadOnlyList<FoundOfKind> Found { get; private set; } = [];

    public void OnGet()
    {
        Answer = search.FindInOffice(new SearchQuestion(Query ?? "") { Take = LookedAt }, signedIn.Person!);
        var names = search.Kinds.ToDictionary(kind => kind.Code, kind => kind.Name, StringComparer.Ordinal);
        Found = [.. Answer.Hits.GroupBy(hit => hit.Kind).Select(group => new FoundOfKind(names[group.Key], [.. group.Take(MostOfAKind)], group.Count() > MostOfAKind))];
    }
}
