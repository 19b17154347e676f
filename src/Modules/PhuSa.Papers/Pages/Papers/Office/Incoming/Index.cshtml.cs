using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Office;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Papers.Pages.Papers.Office.Incoming;

/// <summary>The incoming book of one's own organisation: the latest arrivals first.</summary>
internal sealed class IndexModel(PaperDesk desk, IncomingList list) : PageModel
{
    public const int Size = 30;

    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();

    [FromQuery(Name = PagingTagHelper.Parameter)]
    public int Trang { get; set; } = 1;

    public IncomingFilter Filter { get; private set; } = new();

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public DateOnly Today => desk.Today;

    public IReadOnlyList<IncomingPaper> Papers { get; private set; } = [];

    public bool MayKeep => desk.Person.May(PapersRights.Keep);

    public bool MayNumber => desk.Person.May(PapersRights.Number);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = IncomingFilter.Of(Request.Query);
        Count = await list.CountAsync(Filter, cancellationToken);
        Number = Math.Clamp(Trang, 1, PagingTagHelper.Pages(Count, Size));
        (Papers, _names) = await list.PapersAsync(Filter, (Number - 1) * Size, Size, cancellationToken);
    }

    public string NameOf(Guid? person) => (person is { } id ? _names.GetValueOrDefault(id) : null) ?? "–";
}
