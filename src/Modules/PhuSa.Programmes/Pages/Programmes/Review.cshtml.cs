using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Printing;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Pages.Programmes;

/// <summary>An entry of the outline, with those below it.</summary>
internal sealed record OutlineEntry(string Text, string Anchor, IReadOnlyList<OutlineEntry> Below);

/// <summary>Running text with the dashes that end it, or one table or list.</summary>
internal sealed record ReviewBlock(bool IsProse, IReadOnlyList<PartContent> Parts, IReadOnlyList<PartContent> Items);

/// <summary>A review whose every figure is a link to its evidence.</summary>
internal sealed class ReviewModel(ReviewReader reader, Texts texts) : PageModel
{
    public ReadReview Read { get; private set; } = null!;

    public IReadOnlyList<OutlineEntry> Outline => [.. Entries(), new OutlineEntry(texts["Nguồn của số liệu"], "nguon", [])];

    public IReadOnlyList<ReviewBlock> Blocks => [.. Cut()];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(slug, cancellationToken) is not { } read)
        {
            return NotFound();
        }

        Read = read;
        return Page();
    }

    public FigureLink Link(string code, TokenForm form = TokenForm.Whole) => Read.Link(code, form);

    /// <summary>The anchor of a heading: its own, or one by its place.</summary>
    public string AnchorOf(PartContent part) => part.Anchor ?? $"muc-{Read.Parts.ToList().IndexOf(part) + 1}";

    /// <summary>Which records came and went since the freezing; those that are not public are counted only.</summary>
    public IHtmlContent Moved(ReviewFigure figure)
    {
        var moved = new HtmlContentBuilder();
        if (figure.Came.Count > 0)
        {
            moved.AppendHtml(texts.Around("; thêm: {0}", Titles(figure.Came)));
        }

        if (figure.Went.Count > 0)
        {
            moved.AppendHtml(texts.Around("; bớt: {0}", Titles(figure.Went)));
        }

        return moved;
    }

    private HtmlContentBuilder Titles(IReadOnlyList<Platform.Figures.Evidence> records)
    {
        var titles = new HtmlContentBuilder();
        var shown = records.Where(e => e.IsPublic).ToList();
        titles.AppendHtml(RecordWords.Markup(shown.Count == 0 ? null : string.Join(", ", shown.Select(e => e.Title)), texts));
        if (records.Count > shown.Count)
        {
            titles.Append(shown.Count == 0 ? "" : ", ").Append(texts["{0} hồ sơ không công khai", records.Count - shown.Count]);
        }

        return titles;
    }

    private IEnumerable<OutlineEntry> Entries()
    {
        var headings = Read.Parts.Where(p => p.Kind is ReviewPartKind.Section or ReviewPartKind.Field).ToList();
        for (var i = 0; i < headings.Count; i++)
        {
            if (headings[i].Kind == ReviewPartKind.Section || i == 0)
            {
                var below = headings.Skip(i + 1).TakeWhile(p => p.Kind == ReviewPartKind.Field).Select(p => new OutlineEntry(p.Text!, AnchorOf(p), []));
                yield return new OutlineEntry(headings[i].Text!, AnchorOf(headings[i]), [.. below]);
            }
        }
    }

    private IEnumerable<ReviewBlock> Cut()
    {
        var (prose, items) = (new List<PartContent>(), new List<PartContent>());
        foreach (var part in Read.Parts)
        {
            var isTable = part.Kind is ReviewPartKind.Evidence or ReviewPartKind.Facts or ReviewPartKind.Plan;
            if (prose.Count + items.Count > 0 && (isTable || (items.Count > 0 && part.Kind != ReviewPartKind.Item)))
            {
                yield return new ReviewBlock(IsProse: true, [.. prose], [.. items]);
                prose.Clear();
                items.Clear();
            }

            if (isTable)
            {
                yield return new ReviewBlock(IsProse: false, [part], []);
            }
            else
            {
                (part.Kind == ReviewPartKind.Item ? items : prose).Add(part);
            }
        }

        if (prose.Count + items.Count > 0)
        {
            yield return new ReviewBlock(IsProse: true, [.. prose], [.. items]);
        }
    }
}
