using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Tags;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>The articles under a tag, a page at a time; where several words have the same address, all of theirs or one's.</summary>
internal sealed class TagPageModel(KeptSites sites, KeptTags tags, TagNews news, NewsPictures pictures) : PageModel
{
    public const int Size = 20;

    [BindProperty(Name = PagingTagHelper.Parameter, SupportsGet = true)]
    public int Number { get; set; } = 1;

    [FromQuery(Name = Tag.WordKey)]
    public string? Word { get; set; }

    public TagGroup Group { get; private set; } = null!;

    /// <summary>The one word that was asked for; null: all of them.</summary>
    public Tag? Only { get; private set; }

    public NewsPage List { get; private set; } = null!;

    public string Name => Only?.Word ?? Group.Name;

    public string Address
    {
        get
        {
            var address = Only?.UrlAmong(Group) ?? Group.Tags[0].Url;
            return Number == 1 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{PagingTagHelper.Parameter}={Number}";
        }
    }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (sites.SiteOf(await sites.DirectoryAsync(cancellationToken), HttpContext) is not { } site || !ModelState.IsValid || Number is < 1 or > int.MaxValue / Size)
        {
            return NotFound();
        }

        var all = await tags.OfAsync(site.Code, cancellationToken);
        if (all.Find(slug) is not { } group)
        {
            // Somebody typed the tag itself: its address is the folded one.
            var folded = KeptTags.SlugOf(slug);
            return folded != slug && all.Find(folded) is not null ? RedirectPermanent($"{Tag.Root}/{folded}") : NotFound();
        }

        Group = group;
        Only = group.Tags.Count > 1 ? group.Tags.FirstOrDefault(tag => tag.Word == Word) : null;
        var articles = Only?.Articles ?? group.Articles;
        List = await pictures.WithAsync(await news.OfAsync(articles, (Number - 1) * Size, Size, cancellationToken), cancellationToken);
        return Number > PagingTagHelper.Pages(List.Count, Size) ? NotFound() : Page();
    }
}
