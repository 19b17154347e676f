using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Products;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Products.Office;

/// <summary>What the inputs of these pages share.</summary>
internal static class OcopInput
{
    public const string TooLong = "{0} dài tối đa {1} ký tự";
    public const string FirstDay = "2018-01-01";
    public const string LastDay = "2100-12-31";
    public const string OutsideDays = "{0} cần có năm từ 2018 đến 2100";
}

/// <summary>A page about one product.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class OcopPage(OcopDesk desk, Texts text) : PageModel, ITwoVersions
{
    [FromRoute]
    public string? Code { get; set; }

    /// <summary>The record as it was shown: a stale form is refused.</summary>
    [BindProperty]
    public int Version { get; set; }

    public OcopProduct Product { get; private set; } = null!;

    public string Address => OcopDesk.Of(Product.Code);

    public DateOnly Today => desk.Today;

    /// <summary>What somebody else saved while the form was open, beside what was typed.</summary>
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    protected OcopDesk Desk => desk;

    protected Texts Text => text;

    protected async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Product = (await desk.FindAsync(Code ?? "", cancellationToken))!;
        return Product is not null;
    }

    protected static PageResult Invalid() => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };

    protected static string? Block(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Normalize(typed.ReplaceLineEndings("\n").Trim());

    protected void Wrong(string field, string sentence, params object[] args) => ModelState.AddModelError(field, text[sentence, args]);

    /// <summary>A form that was begun before somebody else saved comes back with everything typed and with what they saved; the next press saves over it.</summary>
    /// <param name="now">The version on record.</param>
    /// <param name="values">What was typed and what is stored, in words.</param>
    /// <returns>Null where nobody saved meanwhile.</returns>
    protected PageResult? Stale(int now, IEnumerable<Difference> values)
    {
        if (Version == now)
        {
            return null;
        }

        Differences = [.. values.Where(value => value.Typed != value.Stored)];
        ModelState.AddModelError(string.Empty, text["Phần này vừa được người khác sửa trong lúc bạn soạn. Mọi điều bạn nhập còn nguyên dưới đây; chưa có gì được lưu."]);
        Version = now;
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    protected static string? Written(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : null;

    /// <summary>A form that was opened before somebody else changed the product is refused, also where what changes is a part of it.</summary>
    protected void MustBeAsShown()
    {
        var version = desk.Db.Entry(Product).Property(p => p.Version);
        (version.OriginalValue, version.IsModified) = (Version, true);
    }

    /// <returns>The paper that a number and a day mean; null where none is on record, or it was said that several are.</returns>
    protected async Task<PaperFact?> PaperAsync(string field, string? number, DateOnly? on, CancellationToken cancellationToken)
    {
        var found = await desk.PaperAsync(number, on, cancellationToken);
        if (found is { Paper: null, Count: > 1 })
        {
            Wrong(field, "Có {0} văn bản mang số này trong sổ. Ghi đúng ngày ký để chọn một.", found.Count);
        }
        else if (found is { Paper: null, Count: 1 })
        {
            Wrong(field, "Văn bản mang số này trong sổ có ngày ký khác.");
        }

        return found.Paper;
    }
}

/// <summary>A page about one evaluation of a product.</summary>
internal abstract class EvaluationPage(OcopDesk desk, Texts text) : OcopPage(desk, text)
{
    [FromRoute]
    public Guid Id { get; set; }

    public OcopEvaluation Evaluation { get; private set; } = null!;

    protected async Task<bool> IsEvaluationAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return false;
        }

        var (id, product) = (Id, Product.Id);
        Evaluation = (await Desk.Db.Set<OcopEvaluation>().AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id && e.ProductId == product, cancellationToken))!;
        return Evaluation is not null;
    }

    /// <summary>The step that brought the round to where it stands.</summary>
    protected Step? Last => Evaluation.Steps.OrderBy(step => step.At).ThenBy(step => step.Id).LastOrDefault();

    /// <summary>What this form does, beside what was done last.</summary>
    protected Difference StepTold(OcopAction action) =>
        new("Bước", Text[OcopEvaluationFlow.Of(action)], Last is { } last ? Text[Enum.TryParse<OcopAction>(last.Action, out var taken) ? OcopEvaluationFlow.Of(taken) : "Ghi nhận"] : null);

    protected void EvaluationMustBeAsShown()
    {
        var version = Desk.Db.Entry(Evaluation).Property(e => e.Version);
        (version.OriginalValue, version.IsModified) = (Version, true);
    }
}

/// <summary>Why: whoever looks at the record later has a right to be told.</summary>
internal class OcopReasonInput
{
    [Display(Name = "Lý do, căn cứ")]
    [Required(ErrorMessage = "Nhập lý do, căn cứ")]
    [StringLength(Platform.Rules.Step.WhyMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Why { get; set; }
}
