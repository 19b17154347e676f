using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Checking;

/// <summary>A line under the answer.</summary>
/// <param name="Words">Null: “chưa có dữ liệu”.</param>
/// <param name="OfRecord">A name or title that records have in Vietnamese, whatever the reader's language.</param>
internal sealed record CheckLine(string Label, string? Words, bool OfRecord = false, bool IsLarge = false);

/// <summary>What a check page says, in the reader's language.</summary>
internal sealed record CheckSheet
{
    public required string Title { get; init; }

    public required string House { get; init; }

    /// <summary>The answer.</summary>
    public required string Word { get; init; }

    /// <summary>The ground of the answer: on, ask, pause, off, end, none.</summary>
    public required string Ground { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public required string Sentence { get; init; }

    public IReadOnlyList<CheckLine> Lines { get; init; } = [];

    public string? Note { get; init; }

    /// <summary>The form to type a code into, with what was typed.</summary>
    public (string Action, string Label, string Typed, string Button)? Form { get; init; }

    /// <summary>What may be done next.</summary>
    public IReadOnlyList<SiteLink> Links { get; init; } = [];

    public required string When { get; init; }

    /// <summary>Absolute; null where the page has no address of its own.</summary>
    public string? Canonical { get; init; }

    public required string NoData { get; init; }
}

/// <summary>
/// The check page: the answer first and large. One request and at most five kilobytes on a weak network in a market, so its style is in it, allowed by
/// its hash; no script and no cookie; and an empty icon, for which a browser would send a request of its own.
/// </summary>
internal static class CheckPage
{
    public const string Style =
        "*{box-sizing:border-box}body{margin:0;background:#fbf8f1;color:#1b2b27;font:1.0625rem/1.6 \"Segoe UI\",Roboto,-apple-system,\"Noto Sans\",Arial,sans-serif}"
        + ".w{max-width:34rem;margin:auto;padding:0 1rem}header{background:#0b3a4f;color:#fff;padding:.75rem 0}header b{display:block;font-size:1.125rem}"
        + ".s{color:#fff;padding:1.5rem 0}.s svg{width:3rem;height:3rem;display:block;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round}.s h1{font-size:2rem;line-height:1.3;margin:0;text-wrap:balance}.s p{margin:.25rem 0 0;font-size:1.125rem}"
        + ".on{background:#1e6b45}.ask{background:#125c7a}.pause{background:#854a10}.off{background:#9f2a1f}.end{background:#4c544f}.none{background:#1b2b27}"
        + "dl{margin:0}dl div{border-bottom:1px solid #ddd5c4;padding:.75rem 0}dt,.t{color:#53605b;font-size:.9375rem}dd{margin:0;font-weight:600;overflow-wrap:anywhere}dd.p{font-size:1.375rem}"
        + ".n{border-left:6px solid #b5651d;padding:.25rem 1rem;margin:1.25rem 0}.t{margin:1.25rem 0 2rem}a{color:#125c7a}"
        + ".k,button{display:block;border:1px solid #727c76;border-radius:4px;padding:.6875rem 1rem;text-align:center;font:inherit;font-weight:600;color:inherit;background:none;margin:0 0 .75rem;width:100%}"
        + "label{font-weight:600}input{font:inherit;width:100%;padding:.5625rem .75rem;border:1px solid #727c76;border-radius:4px;margin:.25rem 0 .75rem}"
        + ":focus-visible{outline:3px solid #ffd166;box-shadow:0 0 0 5px #1b2b27}"
        + "@media(prefers-color-scheme:dark){body{background:#14201d;color:#f1ece0}dt,.t{color:#b9c2bd}a{color:#8ecbe4}dl div{border-color:#3a4642}input{background:#1b2b27;color:inherit}}"
        + "@media print{.s,header{color:#000;background:none;border:2px solid}.k,form{display:none}}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static string Write(CheckSheet sheet)
    {
        var english = Texts.InEnglish;
        var page = new StringBuilder()
            .Append("<!doctype html><html lang=\"").Append(english ? "en" : "vi").Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><link rel=\"icon\" href=\"data:,\">");
        if (sheet.Canonical is { } canonical)
        {
            page.Append("<link rel=\"canonical\" href=\"").Append(Safe(canonical)).Append("\">");
        }

        page.Append("<title>").Append(Safe(sheet.Word)).Append(" – ").Append(Safe(sheet.Title)).Append("</title><style>").Append(Style).Append("</style></head><body><header><div class=\"w\"><b>")
            .Append(Safe(sheet.Title)).Append("</b><span lang=\"vi\">").Append(Safe(sheet.House)).Append("</span></div></header><main><div class=\"s ").Append(sheet.Ground).Append("\" role=\"status\"><div class=\"w\">")
            .Append("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"").Append(Sign(sheet.Ground)).Append("\"/></svg><h1>")
            .Append(Safe(sheet.Word)).Append("</h1><p>").Append(Safe(sheet.Sentence)).Append("</p></div></div><div class=\"w\"><dl>");
        foreach (var line in sheet.Lines)
        {
            page.Append("<div><dt>").Append(Safe(line.Label)).Append("</dt><dd").Append(line.IsLarge ? " class=\"p\"" : "").Append(line is { OfRecord: true, Words: not null } && english ? " lang=\"vi\">" : ">").Append(Safe(line.Words ?? sheet.NoData)).Append("</dd></div>");
        }

        page.Append("</dl>");
        if (sheet.Note is { } note)
        {
            page.Append("<p class=\"n\">").Append(Safe(note)).Append("</p>");
        }

        if (sheet.Form is var (action, label, typed, button))
        {
            page.Append("<form action=\"").Append(action).Append("\"><label for=\"ma\">").Append(Safe(label)).Append("</label><input id=\"ma\" name=\"ma\" maxlength=\"64\" autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\" value=\"")
                .Append(Safe(typed)).Append("\"><button>").Append(Safe(button)).Append("</button></form>");
        }

        foreach (var link in sheet.Links)
        {
            page.Append("<a class=\"k\" href=\"").Append(Safe(link.Url)).Append("\">").Append(Safe(link.Title)).Append("</a>");
        }

        return page.Append("<p class=\"t\">").Append(Safe(sheet.When)).Append("</p></div></main></body></html>").ToString();
    }

    private static string Sign(string ground) => ground switch
    {
        "on" => "m8 12.5 2.8 2.8L16.5 9.5",
        "pause" => "M9.5 8.5v7M14.5 8.5v7",
        "off" => "m9 9 6 6M15 9l-6 6",
        "end" => "M12 7v5.3l3.5 2",
        _ => "M9.3 9.3a2.7 2.7 0 1 1 3.8 2.9c-.8.4-1.1.9-1.1 1.6M12 16.8v.01",
    };

    private static string Safe(string words) => Encoder.Encode(words);
}
