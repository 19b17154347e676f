using Microsoft.AspNetCore.Html;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Portal.Searching;

/// <summary>A found text with what was asked for in <c>mark</c>. Words are always encoded.</summary>
internal static class FoundWords
{
    public static IHtmlContent Of(IReadOnlyList<SearchPiece> pieces)
    {
        var text = new HtmlContentBuilder(pieces.Count);
        foreach (var piece in pieces)
        {
            _ = piece.Marked ? text.AppendMarkup("<mark>{0}</mark>", piece.Text) : text.Append(piece.Text);
        }

        return text;
    }
}
