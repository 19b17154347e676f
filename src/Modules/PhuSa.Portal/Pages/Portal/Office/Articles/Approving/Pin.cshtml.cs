using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Watching.Freezes;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Approving;

/// <summary>Lets a published news stand first on the home page of a site until a day, or ends that; what is frozen may still be taken down.</summary>
internal sealed class PinModel(AppDbContext db, EditorialDesk desk, KeptSites sites, Freezing freezing, Texts text) : ArticleOfficePage(desk, PublishingRights.Publish), IMovePage, IStepForm
{
    public const string Up = "ghim";
    public const string Down = "bo-ghim";

    private const int FurthestDays = 366;

    /// <summary>The article as it was shown: a stale form is refused.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Which button was pressed; whatever is not known pins.</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public PinInput Input { get; set; } = new();

    /// <summary>Where it stands, and whose people may say what comes first; the article's home before others.</summary>
    public IReadOnlyList<Site> Sites { get; private set; } = [];

    private DateOnly Today => DateOnly.FromDateTime(VietnamTime.Local(Desk.Now));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await StandsOnMineAsync(cancellationToken) || Hand.Article.Status != ArticleStatus.Published)
        {
            return NotFound();
        }

        Version = Hand.Article.Version;

        // Where it is pinned before where it is not: what is taken down without another choice is what is up.
        var first = Sites.FirstOrDefault(site => UntilOn(site) is not null) ?? Sites[0];
        (Input.Site, Input.Until) = (first.Code, UntilOn(first));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await StandsOnMineAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!IsComplete())
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var site = Sites.First(other => other.Code == Input.Site);
        db.Entry(Hand.Article).Property(a => a.Version).OriginalValue = Version;
        if (Do == Down)
        {
            Hand.Article.Unpin(site, Desk.By, Desk.Now);
        }
        else
        {
            await freezing.RefuseAsync(cancellationToken);
            Hand.Article.Pin(site, Input.Until!.Value, Desk.By, Desk.Now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Redirect(Address);
    }

    public async Task<int?> VersionNowAsync(CancellationToken cancellationToken) => await StandsOnMineAsync(cancellationToken) ? Hand.Article.Version : null;

    /// <returns>Null where it is not pinned there today.</returns>
    public DateOnly? UntilOn(Site site) => Hand.Article.PinnedUntil(site.Code, Today);

    private bool IsComplete()
    {
        if (Do == Down)
        {
            // The day says nothing then.
            ModelState.Remove("Input.Until");
        }
        else if (ModelState.IsValid && Input.Until is null)
        {
            ModelState.AddModelError("Input.Until", text["Nhập ngày cuối cùng tin đứng đầu trang chủ"]);
        }
        else if (ModelState.IsValid && (Input.Until < Today || Input.Until > Today.AddDays(FurthestDays)))
        {
            ModelState.AddModelError("Input.Until", text["Ngày ghim phải từ hôm nay trở đi và trong vòng một năm"]);
        }

        if (!Sites.Any(site => site.Code == Input.Site))
        {
            ModelState.AddModelError("Input.Site", text["Chọn trang mà bài đứng đầu"]);
        }

        return ModelState.IsValid;
    }

    private async Task<bool> StandsOnMineAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken) || Hand.Article.Kind != ArticleKind.News)
        {
            return false;
        }

        var directory = await sites.DirectoryAsync(cancellationToken);
        var mine = PublishingRights.BodiesOf(Desk.Person, PublishingRights.Publish);
        Sites =
        [
            .. Hand.Article.Places.OrderBy(place => place.Position)
                .Select(place => directory.Category(place.CategoryId)).OfType<Category>()
                .Select(category => directory.WithCode(category.Site)).OfType<Site>()
                .Where(site => mine.Contains(site.Theme))
                .Distinct(),
        ];
        return Sites.Count > 0;
    }
}

internal sealed class PinInput
{
    /// <summary>Code of the site.</summary>
    [Display(Name = "Trang công khai")]
    public string? Site { get; set; }

    [Display(Name = "Ghim đến hết ngày")]
    public DateOnly? Until { get; set; }
}
