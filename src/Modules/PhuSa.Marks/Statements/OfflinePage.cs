using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using PhuSa.Marks.Checking;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Statements;

/// <summary>What the inspector's page says, in the reader's language.</summary>
internal sealed record OfflineSheet
{
    public required string Title { get; init; }

    public required string House { get; init; }

    public required string Intro { get; init; }

    public required string NoScript { get; init; }

    public required string Label { get; init; }

    public required string Button { get; init; }

    public required string Camera { get; init; }

    public required string Stop { get; init; }

    public required string Photo { get; init; }

    public required string NoReader { get; init; }

    public required string Answer { get; init; }

    /// <summary>What the script needs to know, as JSON.</summary>
    public required string Settings { get; init; }

    /// <summary>Absolute.</summary>
    public required string Canonical { get; init; }

    public required string Script { get; init; }

    public IReadOnlyList<SiteLink> Links { get; init; } = [];
}

/// <summary>The inspector's page: the same for everybody and at any time, so that a phone can keep it. Its style is in it, allowed by its hash; its script is an asset.</summary>
internal static class OfflinePage
{
    private const string Style = CheckPage.Style
        + "[hidden]{display:none!important}dl+.k{margin-top:1rem}header h1{font-size:1.125rem;line-height:1.6;margin:0}.s h2{font-size:2rem;line-height:1.3;margin:0;text-wrap:balance}"
        + "textarea{font:inherit;width:100%;padding:.5625rem .75rem;border:1px solid #727c76;border-radius:4px;margin:.25rem 0 .75rem;background:#fff;color:#1b2b27;overflow-wrap:anywhere}"
        + "video{width:100%;border-radius:4px;background:#000}.f{position:relative;cursor:pointer}.f input{position:absolute;inset:0;opacity:0;margin:0;width:100%;height:100%;cursor:pointer}.f:focus-within{outline:3px solid #ffd166;box-shadow:0 0 0 5px #1b2b27}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static string Policy { get; } =
        $"default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static string Write(OfflineSheet sheet)
    {
        var page = new StringBuilder()
            .Append("<!doctype html><html lang=\"").Append(Texts.InEnglish ? "en" : "vi").Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\"><link rel=\"canonical\" href=\"")
            .Append(Safe(sheet.Canonical)).Append("\"><title>").Append(Safe(sheet.Title)).Append("</title><style>").Append(Style).Append("</style><script type=\"module\" src=\"").Append(sheet.Script)
            .Append("\"></script></head><body><header><div class=\"w\"><h1>").Append(Safe(sheet.Title)).Append("</h1><span lang=\"vi\">").Append(Safe(sheet.House))
            .Append("</span></div></header><main data-settings=\"").Append(Safe(sheet.Settings)).Append("\"><div id=\"answer\" tabindex=\"-1\" role=\"region\" aria-live=\"polite\" aria-label=\"").Append(Safe(sheet.Answer)).Append("\"></div><div class=\"w\"><p>").Append(Safe(sheet.Intro)).Append("</p><p id=\"age\" role=\"status\"></p><p id=\"off\" class=\"n\">").Append(Safe(sheet.NoScript)).Append("</p>")
            .Append("<form id=\"ask\" hidden><button type=\"button\" id=\"camera\" hidden>").Append(Safe(sheet.Camera)).Append("</button><video id=\"view\" hidden muted playsinline></video><button type=\"button\" id=\"stop\" hidden>").Append(Safe(sheet.Stop))
            .Append("</button><label id=\"photo\" class=\"k f\" hidden>").Append(Safe(sheet.Photo)).Append("<input type=\"file\" accept=\"image/*\"></label><p id=\"no-reader\" class=\"n\" hidden>").Append(Safe(sheet.NoReader))
            .Append("</p><label for=\"text\">").Append(Safe(sheet.Label)).Append("</label><textarea id=\"text\" rows=\"4\" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\"></textarea><button>").Append(Safe(sheet.Button)).Append("</button></form>");
        foreach (var link in sheet.Links)
        {
            page.Append("<a class=\"k\" href=\"").Append(Safe(link.Url)).Append('"').Append(LanguageOf(link)).Append('>').Append(Safe(link.Title)).Append("</a>");
        }

        return page.Append("</div></main></body></html>").ToString();
    }

    /// <summary>Of the page in the other language, whose name is in that language.</summary>
    private static string LanguageOf(SiteLink link) => link.Url switch
    {
        OfflineEndpoints.Page => " lang=\"vi\" hreflang=\"vi\"",
        OfflineEndpoints.EnglishPage => " lang=\"en\" hreflang=\"en\"",
        _ => "",
    };

    private static string Safe(string words) => Encoder.Encode(words);
}
