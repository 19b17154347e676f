using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Products;
using PhuSa.Papers.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Products.Office;

/// <summary>One product with its evaluations and what may be done next.</summary>
internal sealed class ShowModel(OcopDesk desk, OcopBook book, IPlaces places, Texts text) : OcopPage(desk, text)
{
    public OcopLine Shown { get; private set; } = null!;

    public IReadOnlyList<OcopEvaluation> Evaluations { get; private set; } = [];

    public IReadOnlyDictionary<Guid, PaperFact> Papers { get; private set; } = new Dictionary<Guid, PaperFact>();

    public string? PlaceNow { get; private set; }

    public bool MayKeep => Desk.MayKeep;

    public IReadOnlyList<(string Word, string Url)> Next { get; private set; } = [];

    /// <summary>The last day of a certificate whose owner has to be written to and has not been.</summary>
    public DateOnly? LetterDue => MayKeep && Shown.Standing is { State: OcopState.Soon, Certificate: { LetterSentOn: null } certificate } ? certificate.ExpiresOn : null;

    public IEnumerable<(string Word, Step Step)> Steps => Evaluations.SelectMany(e => e.Steps).OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
        .Select(s => (Enum.TryParse<OcopAction>(s.Action, out var action) ? OcopEvaluationFlow.Of(action) : "Ghi nhận", s));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken) || await book.FindAsync(Product.Code, cancellationToken) is not { } line)
        {
            return NotFound();
        }

        Shown = line;
        Evaluations = await Desk.EvaluationsAsync(Product.Id, cancellationToken);
        Papers = await Desk.Papers.OfAsync(Evaluations.SelectMany(e => new[] { e.DecisionId, e.LetterId }).OfType<Guid>(), cancellationToken);
        PlaceNow = line.PlaceId is { } unit ? (await places.SuccessionsAsync([unit], cancellationToken))[unit].Only?.FullName : null;
        Next = MayKeep ? [.. Letter(), .. Evaluations.Where(e => e.IsOpen).SelectMany(Running), .. Certified()] : [];
        return Page();
    }

    private IEnumerable<(string Word, string Url)> Letter()
    {
        if (Shown.Standing is { State: OcopState.Soon, Certificate: { } certificate })
        {
            if (certificate.LetterSentOn is null)
            {
                yield return ("Soạn công văn", $"{OcopDesk.Drafting}?mau={OcopLetterTemplate.TheCode}&ho-so={certificate.EvaluationId}");
            }

            yield return ("Ghi công văn đã gửi", $"{Address}/danh-gia/{certificate.EvaluationId}/cong-van");
        }
    }

    private IEnumerable<(string Word, string Url)> Running(OcopEvaluation evaluation)
    {
        var address = $"{Address}/danh-gia/{evaluation.Id}";
        if (evaluation.Status == OcopEvaluationStatus.Preparing)
        {
            yield return ("Giấy tờ của hồ sơ", $"{address}/ho-so");
        }

        if (evaluation.Status == OcopEvaluationStatus.Sent)
        {
            yield return (OcopEvaluationFlow.Of(OcopAction.Evaluate), $"{address}/ket-qua");
        }

        if (evaluation.Status == OcopEvaluationStatus.Evaluated)
        {
            yield return (OcopEvaluationFlow.Of(OcopAction.Certify), $"{address}/chung-nhan");
        }

        foreach (var (word, action) in Keeping.StepModel.Words.Where(word => OcopEvaluationFlow.Table.Next(evaluation.Status, word.Value) is not null))
        {
            yield return (OcopEvaluationFlow.Of(action), $"{address}/{word}");
        }
    }

    private IEnumerable<(string Word, string Url)> Certified()
    {
        if (!Evaluations.Any(e => e.IsOpen))
        {
            yield return ("Mở lần đánh giá", $"{Address}/danh-gia/moi");
        }

        if (Shown.Standing.Certificate is { } certificate && Evaluations.FirstOrDefault(e => e.Id == certificate.EvaluationId) is { Status: OcopEvaluationStatus.Certified } current)
        {
            yield return ("Sửa quyết định, số chứng nhận", $"{Address}/danh-gia/{current.Id}/chung-nhan");
            yield return (OcopEvaluationFlow.Of(OcopAction.Revoke), $"{Address}/danh-gia/{current.Id}/thu-hoi");
        }
    }
}
