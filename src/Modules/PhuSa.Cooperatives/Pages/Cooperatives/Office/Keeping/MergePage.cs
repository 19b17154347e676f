using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Merging;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>A page that makes one of two: both side by side, value by value, with the reason.</summary>
internal abstract class MergePage : PageModel
{
    /// <summary>In a choice: the value of the one that goes.</summary>
    public const string OfOther = "kia";

    [BindProperty]
    public MergeInput Input { get; set; } = new();

    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>Of both as they stand on the page.</summary>
    public string? ShownStamp { get; protected set; }

    /// <summary>Of the one that goes.</summary>
    public abstract string OtherCode { get; }

    public abstract FileValues Own { get; }

    public abstract FileValues Others { get; }

    public IReadOnlySet<string> Differing => MergeDesk.Differing(Own, Others).Select(item => item.Key).ToHashSet(StringComparer.Ordinal);

    protected MergeChoice Choice => new(
        Input.Take.Where(choice => choice.Value == OfOther).Select(choice => choice.Key).ToHashSet(StringComparer.Ordinal),
        Input.Why!.Trim(),
        Input.Paper?.Trim() is { Length: > 0 } paper ? paper : null);

    /// <summary>What one says under an item, for people.</summary>
    public virtual string? Words(FileItem item, FileValues values) => item.Words(values);

    protected void RefuseOther(string problem)
    {
        ModelState.AddModelError("voi", problem);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    protected PageResult Told(int status, string? problem = null)
    {
        if (problem is not null)
        {
            ModelState.AddModelError(string.Empty, problem);
        }

        return new PageResult { StatusCode = status };
    }
}

internal sealed class MergeInput
{
    public string? Other { get; set; }

    /// <summary>By the key of an item in which both differ.</summary>
    public Dictionary<string, string?> Take { get; set; } = [];

    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do: vì sao biết hai hồ sơ là một")]
    [StringLength(FileMerge.WhyMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Why { get; set; }

    [Display(Name = "Giấy tờ")]
    [StringLength(FileMerge.PaperMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Paper { get; set; }
}
