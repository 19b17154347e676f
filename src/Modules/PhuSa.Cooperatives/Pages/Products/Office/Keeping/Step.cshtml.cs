using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Cooperatives.Pages.Products.Office.Keeping;

/// <summary>Steps that need a reason: the file goes out or comes back, the product is not certified, the certificate is revoked, the round is given up.</summary>
internal sealed class StepModel(OcopDesk desk, Texts text) : EvaluationPage(desk, text)
{
    /// <summary>Leads back to whichever step the round was given up at.</summary>
    private const string Continue = "danh-gia-tiep";

    /// <summary>The steps by the word of the address.</summary>
    public static IReadOnlyDictionary<string, OcopAction> Words { get; } = new Dictionary<string, OcopAction>(StringComparer.Ordinal)
    {
        ["gui"] = OcopAction.Send,
        ["tra-lai"] = OcopAction.Return,
        ["chuyen-len"] = OcopAction.SendUp,
        ["danh-gia-lai"] = OcopAction.Reopen,
        ["khong-dat"] = OcopAction.Refuse,
        ["thu-hoi"] = OcopAction.Revoke,
        ["thoi"] = OcopAction.GiveUp,
        ["bo-thu-hoi"] = OcopAction.Reinstate,
        ["xet-lai"] = OcopAction.Reconsider,
        [Continue] = OcopAction.TakeUp,
    };

    /// <summary>What takes a mistake back where this round stands: the word of its address; null where nothing does.</summary>
    public static string? BackOf(OcopEvaluation evaluation) => evaluation.Status switch
    {
        OcopEvaluationStatus.Revoked => "bo-thu-hoi",
        OcopEvaluationStatus.NotCertified => "xet-lai",
        OcopEvaluationStatus.GivenUp => Continue,
        _ => null,
    };

    [FromRoute(Name = "buoc")]
    public string StepWord { get; set; } = "";

    [BindProperty]
    public StepInput Input { get; set; } = new();

    public OcopAction Action { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsStepAsync(cancellationToken) || OcopEvaluationFlow.Table.Next(Evaluation.Status, Action) is null)
        {
            return NotFound();
        }

        Version = Evaluation.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsStepAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Action == OcopAction.Revoke && Input.On is null)
        {
            Wrong("Input.On", "Nhập ngày thu hồi");
        }

        if (Input.On > Today)
        {
            Wrong("Input.On", "Ngày thu hồi không thể sau hôm nay");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Stale(Evaluation.Version, Told()) is { } stale)
        {
            return stale;
        }

        EvaluationMustBeAsShown();
        await MustBeAloneAsync(cancellationToken);
        var why = Block(Input.Why)!;
        if (Action == OcopAction.Revoke)
        {
            Evaluation.Revoke(Input.On!.Value, Desk.By, Desk.Now, why);
        }
        else
        {
            Evaluation.Take(Action, Desk.By, Desk.Now, why);
        }

        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }

    private IEnumerable<Difference> Told()
    {
        yield return StepTold(Action);
        if (Action == OcopAction.Revoke)
        {
            yield return new("Ngày thu hồi", Written(Input.On), Written(Evaluation.RevokedOn));
        }

        yield return new("Lý do, căn cứ", Block(Input.Why), Last?.Why);
    }

    private async Task<bool> IsStepAsync(CancellationToken cancellationToken)
    {
        if (!Words.TryGetValue(StepWord, out var action) || !await IsEvaluationAsync(cancellationToken))
        {
            return false;
        }

        Action = action == OcopAction.TakeUp && Evaluation.TakenUpBy is { } back ? back : action;
        return true;
    }

    /// <exception cref="RefusedException">It would be open beside another round of the product.</exception>
    private async Task MustBeAloneAsync(CancellationToken cancellationToken)
    {
        if (OcopEvaluationFlow.Table.Next(Evaluation.Status, Action) is { } to && OcopEvaluation.Open.Contains(to)
            && (await Desk.EvaluationsAsync(Product.Id, cancellationToken)).Any(e => e.IsOpen && e.Id != Id))
        {
            throw new RefusedException("Sản phẩm đang có một lần đánh giá chưa xong. Hoàn tất lần đó trước.");
        }
    }
}

internal sealed class StepInput : OcopReasonInput
{
    [Display(Name = "Ngày thu hồi")]
    [Range(typeof(DateOnly), OcopInput.FirstDay, OcopInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = OcopInput.OutsideDays)]
    public DateOnly? On { get; set; }
}
