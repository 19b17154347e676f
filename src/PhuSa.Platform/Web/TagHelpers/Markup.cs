using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace PhuSa.Platform.Web.TagHelpers;

/// <summary>Writing markup in code: the format is ours, every argument is encoded.</summary>
public static class Markup
{
    public static IHtmlContentBuilder AppendMarkup(this IHtmlContentBuilder builder, [StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, params object?[] args) =>
        builder.AppendFormat(CultureInfo.InvariantCulture, format, args);
}
