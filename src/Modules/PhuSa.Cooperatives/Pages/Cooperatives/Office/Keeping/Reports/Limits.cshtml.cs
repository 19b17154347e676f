using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Reports;

/// <summary>The most points of each criterion, as data of an office that has the rule's scale in hand.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LimitsModel(ReportDesk desk, Texts text) : PageModel
{
    public const string Word = "diem-toi-da";

    private Dictionary<int, CriterionLimit> _stored = [];

    [BindProperty]
    public Dictionary<string, string?> Most { get; set; } = [];

    [BindProperty]
    public string? Stamp { get; set; }

    public RatingRule Rule { get; } = RatingRules.Of(desk.YearNow)!;

    public string StampNow => "0." + string.Join('.', _stored.Values.OrderBy(limit => limit.Criterion).Select(limit => $"{limit.Criterion}-{RatingWords.Written(limit.Most)}"));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        foreach (var criterion in Rule.Criteria)
        {
            Most[PointsScreen.KeyOf(criterion)] = _stored.TryGetValue(criterion.Number, out var limit) ? RatingWords.Written(limit.Most) : null;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var typed = Read();
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Stamp != StampNow)
        {
            ModelState.AddModelError(string.Empty, text["Phần này vừa được người khác sửa trong lúc bạn soạn. Mọi điều bạn nhập còn nguyên dưới đây; chưa có gì được lưu."]);
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        foreach (var (criterion, most) in typed)
        {
            Put(criterion, most);
        }

        await desk.Db.SaveChangesAsync(cancellationToken);
        return Redirect(ReportDesk.Address);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var code = Rule.Code;
        _stored = await desk.Db.Set<CriterionLimit>().Where(limit => limit.Rule == code).ToDictionaryAsync(limit => limit.Criterion, cancellationToken);
        foreach (var criterion in Rule.Criteria)
        {
            Most.TryAdd(PointsScreen.KeyOf(criterion), null);
        }
    }

    private Dictionary<int, decimal?> Read()
    {
        var typed = new Dictionary<int, decimal?>();
        foreach (var criterion in Rule.Criteria)
        {
            var words = Most[PointsScreen.KeyOf(criterion)]?.Trim();
            typed[criterion.Number] = string.IsNullOrEmpty(words) ? null : PointsReading.Read(words);
            if (!string.IsNullOrEmpty(words) && typed[criterion.Number] is null or 0m)
            {
                ModelState.AddModelError($"Most[{PointsScreen.KeyOf(criterion)}]", text[PointsReading.Wrong, words]);
            }
        }

        var sum = typed.Values.Sum(most => most ?? 0);
        if (ModelState.IsValid && (sum > RatingRule.MostPoints || (typed.Values.All(most => most is not null) && sum != RatingRule.MostPoints)))
        {
            ModelState.AddModelError(string.Empty, text["Điểm tối đa của các tiêu chí cộng lại phải bằng {0}; đang là {1}.", RatingWords.Written(RatingRule.MostPoints), RatingWords.Written(sum)]);
        }

        return typed;
    }

    private void Put(int criterion, decimal? most)
    {
        var stored = _stored.GetValueOrDefault(criterion);
        if (most is not { } points)
        {
            if (stored is not null)
            {
                desk.Db.Remove(stored);
            }

            return;
        }

        if (stored is null)
        {
            stored = new CriterionLimit(Guid.CreateVersion7(), Rule.Code, criterion);
            desk.Db.Add(stored);
        }

        stored.Allow(points);
    }
}
