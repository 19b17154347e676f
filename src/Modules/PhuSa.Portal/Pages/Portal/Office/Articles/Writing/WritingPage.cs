using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>A page with the form of an article on it.</summary>
internal abstract class WritingPage(EditorialDesk desk, ArticleForm form, Texts text) : ArticleOfficePage(desk, PublishingRights.Write)
{
    [BindProperty]
    public ArticleInput Input { get; set; } = new();

    /// <summary>What somebody else saved in the meantime, beside what stands in the form; null where nobody did.</summary>
    public DifferenceShown? Conflict { get; protected set; }

    /// <summary>Readers have seen the article, so a change may be told to them.</summary>
    public abstract bool ChangesPublished { get; }

    public SiteDirectory Directory => form.Directory;

    /// <summary>Where a form that was overtaken is sent to; null: to this page.</summary>
    public string? SaveAt { get; protected set; }

    protected ArticleForm Form => form;

    protected Texts Texts => text;

    public StoredFile? File(Guid id) => form.Files.GetValueOrDefault(id);

    public string NameOf(Category category) => $"{Directory.WithCode(category.Site)?.Name}: {category.Title}";

    public IEnumerable<Category> AllCategories() => Directory.Sites.SelectMany(site => Directory.CategoriesOf(site.Code));

    protected ChangeProposal Proposal() => new(Input.Minor && ChangesPublished, Input.Minor || !ChangesPublished ? null : string.IsNullOrWhiteSpace(Input.ChangeNote) ? null : Input.ChangeNote.Trim());

    protected static PageResult WithStatus(int status) => new() { StatusCode = status };
}
