using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>The queue: what is open first, the oldest of it on top.</summary>
internal sealed class IndexModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, IPeople people, TimeProvider clock) : PageModel
{
    public const int Size = 30;
    private const int Shown = 140;

    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();

    [FromQuery(Name = PagingTagHelper.Parameter)]
    public int Trang { get; set; } = 1;

    public FeedbackFilter Filter { get; private set; } = null!;

    public int Number { get; private set; }

    public int Count { get; private set; }

    public DateOnly Today => VietnamTime.Today(clock);

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyList<FeedbackItem> Items { get; private set; } = [];

    public static string? Short(string text) => text.Length == 0 ? null : text.Length <= Shown ? text : $"{text[..Shown]}…";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var person = signedIn.Person!;
        Filter = FeedbackFilter.Of(Request.Query);
        Sites = OwnSites.Of(await sites.DirectoryAsync(cancellationToken), person);
        var own = Sites.Select(site => site.Code).ToList();
        var items = Filter.Among(db.Set<FeedbackItem>().AsNoTracking().Where(f => own.Contains(f.Site)), person.PersonId, Today);
        Count = await items.CountAsync(cancellationToken);
        Number = Math.Clamp(Trang, 1, PagingTagHelper.Pages(Count, Size));
        Items = await items
            .OrderBy(f => f.Status == FeedbackStatus.New || f.Status == FeedbackStatus.Assigned ? 0 : 1).ThenBy(f => f.CreatedAt).ThenBy(f => f.Id)
            .Skip((Number - 1) * Size).Take(Size)
            .ToListAsync(cancellationToken);
        _names = (await people.OfAsync([.. Items.Select(f => f.AssigneeId).OfType<Guid>().Distinct()], cancellationToken)).ToDictionary(p => p.Id, p => p.Name);
    }

    public string? NameOf(Guid? person) => person is { } id ? _names.GetValueOrDefault(id) : null;

    public string? NameOfSite(string code) => Sites.FirstOrDefault(site => site.Code == code)?.Name;
}
