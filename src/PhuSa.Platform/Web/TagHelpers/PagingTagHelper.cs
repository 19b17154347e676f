using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;paging count="18" page="1" size="8" /&gt;</c> under a list, with <c>&lt;paging-line … /&gt;</c> above it: the count first.
/// The rest of the address (filters) stays; the page goes by <c>trang</c>. One page needs no links.
/// </summary>
[HtmlTargetElement("paging", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagingTagHelper(Texts texts) : TagHelper
{
    public const string Parameter = "trang";
    private const int Around = 2;

    public int Count { get; set; }

    /// <summary>From 1.</summary>
    public int Page { get; set; } = 1;

    public int Size { get; set; } = 20;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var pages = Pages(Count, Size);
        if (pages > 1)
        {
            Write(output, pages);
        }
    }

    /// <summary>How many pages there are; at least one, so that an empty list has a page.</summary>
    public static int Pages(int count, int size) => Math.Max(1, (count + size - 1) / size);

    private void Write(TagHelperOutput output, int pages)
    {
        output.PostElement.AppendMarkup("""<nav aria-label="{0}"><ul class="pagination">""", texts["Các trang của danh sách"]);
        var before = 0;
        foreach (var page in Enumerable.Range(1, pages).Where(p => p == 1 || p == pages || Math.Abs(p - Page) <= Around))
        {
            if (page > before + 1)
            {
                output.PostElement.AppendHtml("""<li class="page-item disabled"><span class="page-link">…</span></li>""");
            }

            _ = page == Page
                ? output.PostElement.AppendMarkup("""<li class="page-item active"><span class="page-link" aria-current="page"><span class="visually-hidden">{0}</span><span aria-hidden="true">{1}</span></span></li>""", texts["Trang {0}", page], page)
                : output.PostElement.AppendMarkup("""<li class="page-item"><a class="page-link" href="{0}"><span class="visually-hidden">{1}</span><span aria-hidden="true">{2}</span></a></li>""", Address(page), texts["Trang {0}", page], page);
            before = page;
        }

        output.PostElement.AppendHtml("</ul></nav>");
    }

    private string Address(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != Parameter).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        if (page > 1)
        {
            query.Add(Parameter, page.ToString(CultureInfo.InvariantCulture));
        }

        return request.Path + query.ToQueryString();
    }
}

/// <summary><c>&lt;paging-line count="18" page="1" size="8" sentence="{0} hồ sơ, đang xem {1}–{2}" /&gt;</c>: how many there are and which are shown.</summary>
[HtmlTargetElement("paging-line", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagingLineTagHelper(Texts texts) : TagHelper
{
    public int Count { get; set; }

    /// <summary>From 1.</summary>
    public int Page { get; set; } = 1;

    public int Size { get; set; } = 20;

    /// <summary>The Vietnamese sentence with the count and the first and last number shown; translated here.</summary>
    public string Sentence { get; set; } = "{0} mục, đang xem {1}–{2}";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ps-soft");
        output.Content.SetContent(texts[Sentence, Grouped(Count), Grouped(((Page - 1) * Size) + 1), Grouped(Math.Min(Page * Size, Count))]);
    }

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));
}
