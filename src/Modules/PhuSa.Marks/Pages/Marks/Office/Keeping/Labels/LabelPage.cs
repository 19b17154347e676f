using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Labels;

/// <summary>A form that writes one line of a label ledger, or one declared output.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class LabelPage(LabelDesk labels, Texts text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Made with the form, so that a form sent twice writes once.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public LabelScene Scene { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    public string Address => MarkRights.LabelsOf(Id);

    protected LabelDesk Labels => labels;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken) || !MayBegin)
        {
            return NotFound();
        }

        NewId = Guid.CreateVersion7(new DateTimeOffset(labels.Desk.Now));
        Begin();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        Check();
        if (ModelState.IsValid && await WriteAsync(cancellationToken) is { } not)
        {
            Wrong(not.Field, not.Sentence, not.Args);
            await IsFoundAsync(cancellationToken);
        }

        return ModelState.IsValid ? Redirect(Address) : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>False where there is nothing to write; a form that was open already is told why it is refused.</summary>
    protected virtual bool MayBegin => true;

    protected virtual async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await labels.FindAsync(Id, cancellationToken) is not { } scene || !labels.Desk.Person.MayKeep(scene.Mark.OwnerId))
        {
            return false;
        }

        Scene = scene;
        Holder = $"{(await labels.Desk.Organisations.OfAsync([scene.Grant.HolderId], cancellationToken))[scene.Grant.HolderId].Name} · {scene.Grant.Product}";
        return true;
    }

    protected virtual void Begin()
    {
    }

    protected virtual void Check()
    {
    }

    /// <returns>Why it was not written; null where it was.</returns>
    protected abstract Task<NotGiven?> WriteAsync(CancellationToken cancellationToken);

    protected void Wrong(string field, string sentence, params object[] args) => ModelState.AddModelError(field, text[sentence, args]);

    /// <returns>What was typed; null where it says no number of labels, which is told beside its field.</returns>
    protected LabelAmount? AmountOf(LabelInput input)
    {
        var series = VietnameseText.OnOneLine(input.Series) ?? "";
        var (first, last) = (NumberOf(input.First, "Input.First"), NumberOf(input.Last, "Input.Last"));
        if (input.First is null && input.Last is null)
        {
            if (series.Length > 0)
            {
                Wrong("Input.First", "Có ký hiệu loạt thì nhập từ số và đến số.");
            }
            else if (input.Count is null)
            {
                Wrong("Input.First", "Nhập từ số và đến số; tem không đánh số thì nhập số lượng.");
            }
            else if (input.Count is < 1 or > LabelAmount.Most)
            {
                Wrong("Input.Count", "Số lượng tem từ 1 đến {0:N0}.", LabelAmount.Most);
            }

            return input.Count is { } count ? LabelAmount.Unnumbered(count) : null;
        }

        if (input.First is null || input.Last is null)
        {
            Wrong(input.First is null ? "Input.First" : "Input.Last", "Nhập cả từ số và đến số; chỉ một tem thì hai số bằng nhau.");
            return null;
        }

        if (first is not { } from || last is not { } to)
        {
            return null;
        }

        if (to < from || to - from >= LabelAmount.Most)
        {
            Wrong("Input.Last", "Đến số không được nhỏ hơn từ số, và một dòng có tối đa {0:N0} tem.", LabelAmount.Most);
            return null;
        }

        var span = new LabelSpan(series, from, to);
        if (input.Count is { } counted && counted != span.Count)
        {
            Wrong("Input.Count", "Dãy số có {0:N0} tem, khác số lượng đã nhập. Sửa dãy số, hoặc để trống số lượng.", span.Count);
        }

        return LabelAmount.Numbered(span);
    }

    protected static LabelNews NewsOf(LabelInput input) => new(input.On!.Value, GrantForms.Block(input.Note));

    private long? NumberOf(string? typed, string field)
    {
        if (typed is null)
        {
            return null;
        }

        if (long.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && typed.Trim().Length <= LabelInput.MostDigits)
        {
            return number;
        }

        Wrong(field, "Số trên tem chỉ gồm chữ số, tối đa {0} chữ số; chữ đứng trước thì ghi ở ô ký hiệu loạt.", LabelInput.MostDigits);
        return null;
    }
}

/// <summary>A form with an amount of labels.</summary>
internal interface ILabelForm
{
    LabelInput Input { get; }
}

internal class LabelInput
{
    public const int MostDigits = 15;

    [Display(Name = "Ký hiệu loạt")]
    [StringLength(LabelEntry.SeriesMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Series { get; set; }

    [Display(Name = "Từ số")]
    [StringLength(40, ErrorMessage = GrantForms.TooLong)]
    public string? First { get; set; }

    [Display(Name = "Đến số")]
    [StringLength(40, ErrorMessage = GrantForms.TooLong)]
    public string? Last { get; set; }

    [Display(Name = "Số lượng")]
    public long? Count { get; set; }

    [Display(Name = "Ngày")]
    [Required(ErrorMessage = "Nhập ngày")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? On { get; set; }

    [Display(Name = "Ghi chú")]
    [StringLength(LabelEntry.NoteMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Note { get; set; }
}
