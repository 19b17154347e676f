using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Vietnamese;

namespace PhuSa.Office.Pages.Office.Search;

/// <summary>Finds records across modules: only what the person may see, with or without Vietnamese marks.</summary>
internal sealed class IndexModel(IEnumerable<IOfficeSearch> sources, ISignedIn signedIn) : PageModel
{
    public const int MostOfAKind = 10;
    private const int MostWords = 8;
    private const int LongestQuery = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public bool Asked { get; private set; }

    public IReadOnlyList<(string Kind, IReadOnlyList<OfficeHit> Hits)> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var query = Query is { Length: > LongestQuery } ? Query[..LongestQuery] : Query;
        var words = SearchText.Fold(query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        Asked = words.Count > 0;
        if (!Asked)
        {
            return;
        }

        var hits = new List<OfficeHit>();
        foreach (var source in sources)
        {
            hits.AddRange(await source.FindAsync(words, signedIn.Person!, MostOfAKind, cancellationToken));
        }

        Found = [.. hits.GroupBy(hit => hit.Kind).Select(group => (group.Key, (IReadOnlyList<OfficeHit>)[.. group]))];
    }
}
