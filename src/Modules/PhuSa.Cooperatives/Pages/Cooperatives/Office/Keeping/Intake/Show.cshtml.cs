using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Intake;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Intake;

/// <summary>A table: what it would do, row by row, while it is looked over; how far it is; what became of it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(IntakeDesk desk, ISignedIn signedIn, Texts text) : PageModel
{
    public const string Start = "nhap";
    public const string Answer = "tra-loi";
    public const string Discard = "bo";
    public const string Another = "khac";
    public const int Most = 100;

    [BindProperty]
    public string? Do { get; set; }

    /// <summary>What the person saw: how many of each kind, and what stood in the records. Anything else by now is shown to them first.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public IntakeAnswers Input { get; set; } = new();

    public RegistryIntake Intake { get; private set; } = null!;

    /// <summary>Null until the table is sent on.</summary>
    public IntakeProgress? Progress { get; private set; }

    public IReadOnlyList<PlannedRow> Rows { get; private set; } = [];

    public IReadOnlyList<RowProblem> Problems { get; private set; } = [];

    /// <summary>Rows that are not taken in, or not with all their cells.</summary>
    public int ProblemRows { get; private set; }

    public IEnumerable<PlannedRow> Of(IntakeOutcome outcome) => Rows.Where(row => row.Outcome == outcome);

    public int Count(IntakeOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    /// <summary>Those which the table calls by another name.</summary>
    public IReadOnlyList<PlannedRow> Renamed => [.. Rows.Where(row => row.OtherName is not null)];

    public string SeenNow =>
        $"{string.Join(' ', Enum.GetValues<IntakeOutcome>().Select(outcome => Count(outcome).ToString(CultureInfo.InvariantCulture)))} {Convert.ToHexStringLower(SHA256.HashData(IntakeSight.Of(Rows)))[..32]}";

    /// <summary>How many rows the table would take in.</summary>
    public int Taken => Count(IntakeOutcome.New) + Count(IntakeOutcome.Changed);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, signedIn.Person!, cancellationToken) is not { } intake)
        {
            return NotFound();
        }

        if (intake is { Status: IntakeStatus.Draft, HasLayout: false })
        {
            return Redirect($"{IntakeDesk.Address}/{id}/cot");
        }

        await ReadAsync(intake, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, signedIn.Person!, cancellationToken) is not { HasLayout: true } intake)
        {
            return NotFound();
        }

        if (Do == Discard)
        {
            intake.Discard(signedIn.Person!.AsActor(), desk.Now);
            await desk.Db.SaveChangesAsync(cancellationToken);
            return Redirect(IntakeDesk.Address);
        }

        await ReadAsync(intake, cancellationToken);
        var said = Input.Answers.Where(answer => !string.IsNullOrEmpty(answer.Value)).ToDictionary(answer => answer.Key, answer => answer.Value == Another ? null : answer.Value);
        if (intake.Status == IntakeStatus.Draft && said.Count > 0)
        {
            if (!Fit(said))
            {
                ModelState.AddModelError(string.Empty, text["Câu trả lời không thuộc các hồ sơ đã hỏi. Hãy xem lại rồi trả lời."]);
                return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
            }

            await desk.AnswerAsync(id, said, cancellationToken);
            await desk.Db.SaveChangesAsync(cancellationToken);
            return Redirect($"{IntakeDesk.Address}/{id}");
        }

        if (Do != Start)
        {
            return Redirect($"{IntakeDesk.Address}/{id}");
        }

        if (intake.Status == IntakeStatus.Draft && Seen != SeenNow)
        {
            ModelState.Remove(nameof(Seen));
            ModelState.AddModelError(string.Empty, text["Sổ vừa thay đổi nên kết quả xem trước đã khác. Hãy xem lại rồi bấm nhập."]);
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        await desk.StartAsync(intake, Rows, signedIn.Person!, cancellationToken);
        return Redirect($"{IntakeDesk.Address}/{id}");
    }

    /// <summary>Only what was asked is answered, and only with what was offered.</summary>
    private bool Fit(Dictionary<int, string?> said)
    {
        var asked = Of(IntakeOutcome.Question).ToDictionary(row => row.Row.Line);
        return said.All(answer => asked.TryGetValue(answer.Key, out var row) && (answer.Value is null || row.Candidates.Any(candidate => candidate.File?.Code == answer.Value)));
    }

    private async Task ReadAsync(RegistryIntake intake, CancellationToken cancellationToken)
    {
        Intake = intake;
        if (intake.Status == IntakeStatus.Draft)
        {
            Rows = await desk.PlanAsync(intake, cancellationToken);
            Problems = [.. Rows.SelectMany(row => row.Problems).Take(Most)];
            ProblemRows = Rows.Count(row => row.Problems.Count > 0);
            return;
        }

        Progress = await desk.Db.Set<IntakeProgress>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == intake.Id, cancellationToken);
        var faults = desk.Db.Set<IntakeFault>().AsNoTracking().Where(fault => fault.IntakeId == intake.Id);
        Problems = [.. (await faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Id).Take(Most).ToListAsync(cancellationToken)).Select(fault => fault.Told)];
        ProblemRows = await faults.Select(fault => fault.Line).Distinct().CountAsync(cancellationToken);
    }
}

internal sealed class IntakeAnswers
{
    /// <summary>By the line: a code, <see cref="ShowModel.Another"/>, or nothing yet.</summary>
    public Dictionary<int, string?> Answers { get; set; } = [];
}
