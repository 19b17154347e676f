using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Web;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles;

/// <summary>What is being worked on, in the frame of the site that is its home.</summary>
internal sealed class PreviewModel(EditorialDesk desk, KeptSites sites, ArticleShowing showing) : ArticleOfficePage(desk, PublishingRights.Read)
{
    public ShownArticle Shown { get; private set; } = null!;

    /// <summary>Null where the article's home is gone.</summary>
    public SiteFrame? Frame { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        var directory = await sites.DirectoryAsync(cancellationToken);
        var home = Hand.Content.Categories.Select(directory.Category).OfType<Category>().FirstOrDefault();
        if (home is not null)
        {
            Frame = await sites.FrameOfAsync(home.Site, HttpContext, cancellationToken);
        }

        Shown = await showing.OfAsync(Id, Hand.Article.Kind, Hand.Content, Hand.Article.PublishedOn, home?.Title, isLive: false, hasChanges: true, HttpContext, cancellationToken);
        return Page();
    }
}
