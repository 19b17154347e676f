using Microsoft.AspNetCore.Mvc.ViewFeatures;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Feeds;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>What the pages of articles that are no news tell the layout: they differ in their address only.</summary>
internal static class ReferencePage
{
    public static void Tell(ViewDataDictionary view, ArticlePageModel page, Texts text)
    {
        var list = ArticleAddress.FolderOf(page.Article.Kind);
        view["Title"] = page.Article.Text.Title;
        view["Description"] = page.Article.Text.Summary;
        view["OwnTools"] = true;
        view["Canonical"] = page.Canonical;
        view["Kind"] = "article";
        view["ChangedAt"] = page.Article.ChangedAt;
        view["Data"] = StructuredData.Page(page.Article, page.Shown.Facts, page.Home, page.Canonical);
        view["Crumbs"] = (IReadOnlyList<SiteLink>)[new SiteLink(text[ArticleAddress.ListNames[list]], list)];
        view["Crumb"] = "";
    }
}
