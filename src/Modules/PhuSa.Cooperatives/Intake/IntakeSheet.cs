using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Intake;

/// <summary>The rows of a table that were not, or would not be, taken in: to take away, mend and hand in again. No cell of the table is repeated in it.</summary>
internal static class IntakeSheet
{
    public static void MapIntakeSheet(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"{IntakeDesk.Address}/{{id:guid}}/loi.csv", CsvAsync).RequireAuthorization(RegistryRights.Keep.Policy).ExcludeFromDescription();

    private static async Task<IResult> CsvAsync(Guid id, HttpContext context, IntakeDesk desk, AppDbContext db, Texts text, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { HasLayout: true } intake)
        {
            return TypedResults.NotFound();
        }

        var told = intake.Status == IntakeStatus.Draft
            ? (await desk.PlanAsync(intake, cancellationToken)).SelectMany(Told).ToList()
            : [.. (await db.Set<IntakeFault>().AsNoTracking().Where(fault => fault.IntakeId == id).OrderBy(fault => fault.Line).ThenBy(fault => fault.Id).ToListAsync(cancellationToken)).Select(fault => fault.Told)];
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(CsvExport.File([text["Dòng"], text["Cột"], text["Vì sao không nhập"]], told.Select(problem => (IReadOnlyList<SheetCell>)[problem.Line, problem.Column, text[problem.Sentence, [.. problem.Args]]])), CsvExport.ContentType, "dong-khong-nhap.csv");
    }

    private static IEnumerable<RowProblem> Told(PlannedRow row) => row.Outcome switch
    {
        IntakeOutcome.Question => row.Candidates.Select(candidate => new RowProblem(row.Row.Line, null, "Chưa trả lời: có thể trùng với {0}", [candidate.File?.Code ?? $"dòng {candidate.Line}"])),
        _ => row.Problems,
    };
}
