using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace PhuSa.Platform.Web;

/// <summary>JSON as programs read it of us: letters stay letters, and what could end a script element is escaped.</summary>
public static class PageJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>For a script element of a page.</summary>
    public static IHtmlContent Written(JsonObject data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new HtmlString(data.ToJsonString(Options));
    }
}
