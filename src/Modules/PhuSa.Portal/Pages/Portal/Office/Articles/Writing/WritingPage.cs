using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>A page with the form of an article on it.</summary>
internal abstract class WritingPage(EditorialDesk desk, ArticleForm form, Texts text) : ArticleOfficePage(desk, PublishingRights.Write)
{
    /// <summary>A directory of a whole body has more fields than the framework expects of a form.</summary>
    protected const int MostValues = 8192;

    [BindProperty]
    public ArticleInput Input { get; set; } = new();

    /// <summary>What somebody else saved in the meantime, beside what stands in the form; null where nobody did.</summary>
    public DifferenceShown? Conflict { get; protected set; }

    /// <summary>Readers have seen the article, so a change may be told to them.</summary>
    public abstract bool ChangesPublished { get; }

    /// <summary>Of which kind the article is, so which facts the form asks for.</summary>
    public abstract ArticleKind KindWritten { get; }

    /// <summary>The words above the title: what it is called depends on the kind.</summary>
    public string TitleLabel => KindWritten switch
    {
        ArticleKind.Legal => "Trích yếu",
        ArticleKind.Procedure => "Tên thủ tục",
        _ => "Tên bài",
    };

    public SiteDirectory Directory => form.Directory;

    /// <summary>Where a form that was overtaken is sent to; null: to this page.</summary>
    public string? SaveAt { get; protected set; }

    protected ArticleForm Form => form;

    protected Texts Texts => text;

    /// <summary>Saved all the same, and said afterwards: <see cref="SavedOnce"/>.</summary>
    protected int PicturesLeftOut => WrittenBody.PicturesLeftOut(Input.Body ?? "");

    public StoredFile? File(Guid id) => form.Files.GetValueOrDefault(id);

    public string NameOf(Category category) => $"{Directory.WithCode(category.Site)?.Name}: {category.Title}";

    public IEnumerable<Category> AllCategories() => Directory.Sites.SelectMany(site => Directory.CategoriesOf(site.Code));

    /// <summary>Bodies and fields that are named already, to be offered and not typed in yet another spelling.</summary>
    public Task<(IReadOnlyList<string> Bodies, IReadOnlyList<string> Fields)> KnownNamesAsync() => form.KnownNamesAsync(HttpContext.RequestAborted);

    /// <summary>Empty lines to write in, below what is there.</summary>
    public void MakeRoom()
    {
        const int papers = 3;
        const int firstPapers = 5;
        var (file, units) = (Input.Procedure.Papers, Input.Directory.Units);
        var filled = file.FindLastIndex(paper => !string.IsNullOrWhiteSpace(paper.Name)) + 1;
        while (KindWritten == ArticleKind.Procedure && file.Count < Math.Max(filled + papers, firstPapers))
        {
            file.Add(new ProcedurePaperInput());
        }

        if (KindWritten == ArticleKind.Directory)
        {
            AddEmpty(units, unit => unit.Name);
            units.ForEach(unit => AddEmpty(unit.Officials, who => who.Name));
        }
    }

    /// <summary>Two empty ones at the end, counting those that came back empty.</summary>
    private static void AddEmpty<T>(List<T> lines, Func<T, string?> nameOf)
        where T : new()
    {
        const int empty = 2;
        var filled = lines.FindLastIndex(line => !string.IsNullOrWhiteSpace(nameOf(line))) + 1;
        while (lines.Count < filled + empty)
        {
            lines.Add(new T());
        }
    }

    protected ChangeProposal Proposal() => new(Input.Minor && ChangesPublished, Input.Minor || !ChangesPublished ? null : string.IsNullOrWhiteSpace(Input.ChangeNote) ? null : Input.ChangeNote.Trim());

    protected static PageResult WithStatus(int status) => new() { StatusCode = status };
}
