using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Register;

/// <summary>
/// What the QR code of a membership card opens: the organisation, its class, since when, and how it stands today. Nothing of any person. It is small
/// enough for a weak network, so its style is in it, allowed by its hash.
/// </summary>
internal static class CardCheck
{
    public const string Address = "/the-thanh-vien";

    private const string Style =
        "*{box-sizing:border-box}body{margin:0;background:#fbf8f1;color:#1b2b27;font:1.0625rem/1.6 \"Segoe UI\",Roboto,-apple-system,\"Noto Sans\",Arial,sans-serif}"
        + ".w{max-width:34rem;margin:auto;padding:0 1rem}header{background:#0b3a4f;color:#fff;padding:.75rem 0}header b{display:block;font-size:1.125rem}"
        + ".s{color:#fff;padding:1.5rem 0}.s h1{font-size:2rem;line-height:1.3;margin:0;text-wrap:balance}.on{background:#1e6b45}.act{background:#854a10}.end{background:#4c544f}.none{background:#1b2b27}"
        + "dl{margin:0}dl div{border-bottom:1px solid #ddd5c4;padding:.75rem 0}dt{color:#53605b;font-size:.9375rem}dd{margin:0;font-weight:600}"
        + ".t{font-size:.9375rem;color:#53605b;margin:1.25rem 0 2rem}@media print{.s,header{color:#000;background:none;border:2px solid}}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    private static readonly string Policy =
        $"default-src 'self'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void MapCardCheck(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods($"{Address}/{{code}}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(string code, HttpContext context, IOrganisations organisations, MemberBook book, ClassNames classes, ISites sites, TimeProvider clock, Texts text, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var organisation = code.Any(char.IsControl) ? null : await organisations.Rows.SingleOrDefaultAsync(o => o.Code == code, cancellationToken);

        // A card is printed once: that of an organisation that became one with another leads to the one that stayed.
        if (organisation is null && !code.Any(char.IsControl) && await organisations.KeptAsync(code, cancellationToken) is { } kept)
        {
            return TypedResults.Redirect($"{Address}/{kept.Code}");
        }

        var file = organisation is null ? null : await book.OfAsync(organisation.Id, cancellationToken);
        var standing = file?.History.On(today);
        var (word, tone) = standing switch
        {
            { State: MembershipState.Member } => (text["Là thành viên"], "on"),
            { State: MembershipState.Suspended } => (text["Tạm dừng tư cách"], "act"),
            { IsUnknown: true } => (text["Chưa rõ"], "none"),
            { State: not null } => (text["Không còn là thành viên"], "end"),
            _ => (text["Không có thành viên mang mã này"], "none"),
        };
        var rows = new List<(string Label, string? Words)>();
        if (file is not null && standing is { State: not null } or { IsUnknown: true })
        {
            rows.Add((text["Tổ chức"], file!.Organisation.Name));
            if (standing!.Term is { } term)
            {
                rows.Add((text["Loại thành viên"], text[(await classes.AllAsync(cancellationToken)).Of(term.ClassCode)]));
                rows.Add((text["Thành viên từ"], file.History.Since(term)));
            }
        }

        var site = await sites.OfThemeAsync(SiteThemes.Alliance, context, cancellationToken);
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        var page = Page(text["Kiểm tra thẻ thành viên"], site.FullName, word, tone, rows, text["Kiểm tra lúc {0}", Texts.Moment(clock.GetUtcNow().UtcDateTime)], text["chưa có dữ liệu"]);
        return TypedResults.Text(page, "text/html; charset=utf-8", Encoding.UTF8, rows.Count == 0 ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static string Page(string title, string house, string word, string tone, IReadOnlyList<(string Label, string? Words)> rows, string when, string noData)
    {
        var page = new StringBuilder()
            .Append("<!doctype html><html lang=\"").Append(Texts.InEnglish ? "en" : "vi").Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><link rel=\"icon\" href=\"data:,\"><title>")
            .Append(Safe(word)).Append(" – ").Append(Safe(title)).Append("</title><style>").Append(Style).Append("</style></head><body><header><div class=\"w\"><b>")
            .Append(Safe(title)).Append("</b><span lang=\"vi\">").Append(Safe(house)).Append("</span></div></header><main><div class=\"s ").Append(tone).Append("\"><div class=\"w\"><h1>")
            .Append(Safe(word)).Append("</h1></div></div><div class=\"w\"><dl>");
        foreach (var (label, words) in rows)
        {
            page.Append("<div><dt>").Append(Safe(label)).Append("</dt><dd>").Append(Safe(words ?? noData)).Append("</dd></div>");
        }

        return page.Append("</dl><p class=\"t\">").Append(Safe(when)).Append("</p></div></main></body></html>").ToString();
    }

    private static string Safe(string words) => Encoder.Encode(words);
}
