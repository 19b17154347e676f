using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Documents.Drawing;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Statements;

/// <summary>The QR picture with a statement, for whoever prints labels large enough for it. The small one with the address alone stays on the page of the right.</summary>
internal static class SignedCodes
{
    /// <summary>About 0.4 mm for each of its squares: what a common phone reads from paper.</summary>
    private const double SquareMillimetres = 0.4;

    public static string Of(Guid grantId, string checkCode) => $"{MarkRights.Of(grantId)}/ma-qr/{CheckCode.Written(checkCode)}.svg";

    public static void MapSignedCodes(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"{MarkRights.Grants}/{{id:guid}}/ma-qr/{{code}}.svg", DrawAsync).RequireAuthorization(MarkRights.Read.Policy).ExcludeFromDescription();

    private static async Task<IResult> DrawAsync(
        Guid id, string code, HttpContext context, CheckRegister register, StatementKeys keys, ISites sites, AppDbContext db, JournalNotes notes, Texts text, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (CheckCode.Read(code).Code is not { } read || await register.FindAsync(read, cancellationToken) is not { } right || right.Grant.Id != id || right.Batch is { WithdrawnOn: not null })
        {
            return TypedResults.NotFound();
        }

        var site = new Uri((await sites.OfThemeAsync(SiteThemes.Department, context, cancellationToken)).Address);
        if (StatementClaims.Of(right.Grant, right.Mark, right.Holder, right.Batch?.Issue, site, clock.GetUtcNow().UtcDateTime) is not { } claims)
        {
            return Refused(text["Quyền này không còn dùng được nên không ký mã mới."]);
        }

        using var signer = await keys.SignerAsync(cancellationToken);
        if (signer is null)
        {
            return Refused(text["Không mở được khoá ký. Nhờ quản trị viên đổi khoá ký mã nhãn."]);
        }

        var drawing = QrDrawing.Dense(signer.Address(site, claims));
        notes.Add(MarkGrantConfiguration.Table, id, right.Grant.JournalTitle, "Export", changes: JsonSerializer.Serialize(new { signedCode = CheckCode.Written(read), kid = signer.Kid }));
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(Encoding.UTF8.GetBytes(Svg(drawing)), "image/svg+xml", $"{CheckCode.Written(read)}.svg");
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult Refused(string why) => TypedResults.Text(why, "text/plain; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);

    private static string Svg(QrDrawing drawing)
    {
        var side = (drawing.Size * SquareMillimetres).ToString("0.#", CultureInfo.InvariantCulture);
        return $"""<svg xmlns="http://www.w3.org/2000/svg" width="{side}mm" height="{side}mm" viewBox="0 0 {drawing.Size} {drawing.Size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{drawing.Size}v{drawing.Size}H0z"/><path d="{drawing.Path}"/></svg>""";
    }
}
