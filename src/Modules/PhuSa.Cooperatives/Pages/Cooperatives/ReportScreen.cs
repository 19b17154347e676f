using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives;

/// <summary>
/// A page of one report. A form that was begun before somebody else saved the report comes back (409) with everything typed; what they saved stands
/// beside it, and the next press saves.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class ReportScreen(ReportDesk desk, ISignedIn signedIn, Texts text) : PageModel
{
    /// <summary>What the form was begun from.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    public ReportFile Kept { get; private set; } = null!;

    public IReadOnlyDictionary<RatingTopic, RatingEvidence> Evidence { get; private set; } = new Dictionary<RatingTopic, RatingEvidence>();

    public DateOnly Today => desk.Today;

    public bool MayKeep => signedIn.Person!.May(RegistryRights.Keep);

    protected ReportDesk Desk => desk;

    protected Texts Text => text;

    protected async Task<bool> IsFoundAsync(string code, int year, CancellationToken cancellationToken) => Keep(await desk.FindAsync(code, year, cancellationToken));

    /// <summary>The report of the organisation that the person acts for, and no other.</summary>
    protected async Task<bool> IsOwnFoundAsync(int year, CancellationToken cancellationToken) => Keep(await desk.OwnAsync(signedIn.Person!, year, cancellationToken));

    /// <summary>A code answers for ever: the report of a file that was merged is read with the one that stayed.</summary>
    protected async Task<IActionResult> ElsewhereAsync(string code, int year, CancellationToken cancellationToken) =>
        await desk.ElsewhereAsync(code, year, cancellationToken) is { } address ? RedirectPermanent(address) : NotFound();

    protected async Task LoadEvidenceAsync(CancellationToken cancellationToken) => Evidence = await desk.EvidenceAsync(Kept, cancellationToken);

    protected void Wrong(string field, string sentence, params object[] args) => ModelState.AddModelError(field, text[sentence, args]);

    /// <summary>What says no to the form as it stands; null where nothing does.</summary>
    protected PageResult? Refusal()
    {
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Stamp == Kept.Stamp)
        {
            return null;
        }

        return Conflict("Báo cáo vừa được người khác thay đổi trong lúc bạn soạn. Mọi điều bạn nhập còn nguyên dưới đây; chưa có gì được lưu. Hãy xem lại rồi bấm lần nữa.");
    }

    protected PageResult Conflict(string sentence)
    {
        ModelState.AddModelError(string.Empty, text[sentence]);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private bool Keep(ReportFile? found)
    {
        Kept = found!;
        return found is not null;
    }
}

/// <summary>Points and notes as typed, by the keys of their criteria.</summary>
internal sealed class PointsInput
{
    public Dictionary<string, string?> Points { get; set; } = [];

    public Dictionary<string, string?> Notes { get; set; } = [];
}

/// <summary>What the shared view of points needs.</summary>
internal interface IPointsForm
{
    ReportFile Kept { get; }

    IReadOnlyList<RatingCriterion> Criteria { get; }

    IReadOnlyDictionary<RatingTopic, RatingEvidence> Evidence { get; }

    PointsInput Input { get; }
}

/// <summary>A page with points of some criteria to fill in.</summary>
internal abstract class PointsScreen(ReportDesk desk, ISignedIn signedIn, Texts text) : ReportScreen(desk, signedIn, text), IPointsForm
{
    [BindProperty]
    public PointsInput Input { get; set; } = new();

    public abstract IReadOnlyList<RatingCriterion> Criteria { get; }

    public static string KeyOf(RatingCriterion criterion) => $"c{criterion.Number}";

    /// <summary>Gives every criterion its field, also where a form left it out.</summary>
    protected void Complete()
    {
        foreach (var key in Criteria.Select(KeyOf))
        {
            Input.Points.TryAdd(key, null);
            Input.Notes.TryAdd(key, null);
        }
    }

    protected void Fill(Func<ReportScore, ScoreSaid> said)
    {
        foreach (var criterion in Criteria)
        {
            var score = Kept.Report?.Find(criterion.Number) is { } known ? said(known) : new ScoreSaid(null, null);
            Input.Points[KeyOf(criterion)] = score.Points is { } points ? RatingWords.Written(points) : null;
            Input.Notes[KeyOf(criterion)] = score.Note;
        }
    }

    /// <summary>Reads what is filled in; what cannot be read is told beside its field.</summary>
    protected Dictionary<int, ScoreSaid> Read()
    {
        Complete();
        var said = new Dictionary<int, ScoreSaid>();
        foreach (var criterion in Criteria)
        {
            var key = KeyOf(criterion);
            said[criterion.Number] = new ScoreSaid(Points(criterion, $"Input.Points[{key}]", Input.Points[key]?.Trim()), Note($"Input.Notes[{key}]", VietnameseText.OnOneLine(Input.Notes[key])));
        }

        return said;
    }

    /// <param name="points">Of a criterion that is not on this page.</param>
    protected void CheckSum(Dictionary<int, ScoreSaid> said, Func<ReportScore, decimal?> points)
    {
        var sum = said.Values.Sum(score => score.Points ?? 0) + (Kept.Report?.Scores.Where(score => !said.ContainsKey(score.Criterion)).Sum(score => points(score) ?? 0) ?? 0);
        if (sum > RatingRule.MostPoints)
        {
            Wrong(string.Empty, "Tổng điểm là {0}, vượt quá {1}.", RatingWords.Written(sum), RatingWords.Written(RatingRule.MostPoints));
        }
    }

    private decimal? Points(RatingCriterion criterion, string field, string? typed)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        if (PointsReading.Read(typed) is not { } points)
        {
            Wrong(field, PointsReading.Wrong, typed);
            return null;
        }

        if (Kept.Limits.TryGetValue(criterion.Number, out var most) && points > most)
        {
            Wrong(field, "Tiêu chí {0} được nhiều nhất {1} điểm", criterion.Number, RatingWords.Written(most));
        }

        return points;
    }

    private string? Note(string field, string? typed)
    {
        if (typed?.Length > ReportScore.NoteMaxLength)
        {
            Wrong(field, "{0} dài tối đa {1} ký tự", Text["Ghi chú"], ReportScore.NoteMaxLength);
        }

        return typed;
    }
}
