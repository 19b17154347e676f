using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office;

/// <summary>A page that takes one step with a record and asks why, on <c>_ReasonForm</c>.</summary>
internal interface IAsksWhy
{
    /// <summary>The record as it was shown: a stale form is refused.</summary>
    int Version { get; }

    /// <summary>Where “Thôi” leads.</summary>
    string Address { get; }

    ReasonInput Input { get; }
}

/// <summary>Why: whoever looks at the record later has a right to be told.</summary>
internal class ReasonInput
{
    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Why { get; set; }
}

/// <summary>What the inputs of this office share.</summary>
internal static class AllianceInput
{
    public const string TooLong = "{0} dài tối đa {1} ký tự";
    public const string FirstDay = "1900-01-01";
    public const string LastDay = "2999-12-31";
    public const string OutsideDays = "{0} không đúng";

    public static string? Block(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Normalize(typed.Trim());
}

/// <summary>A page of the Alliance's office that changes a record.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class AlliancePage(AllianceDesk desk, Texts text) : PageModel
{
    protected AllianceDesk Desk => desk;

    protected Texts Text => text;

    public DateOnly Today => desk.Today;

    protected static PageResult Invalid() => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };

    protected static string? Block(string? typed) => AllianceInput.Block(typed);

    /// <summary>What was typed names no organisation: those that may be meant are offered.</summary>
    protected Task WrongOrganisationAsync(string field, string? typed, CancellationToken cancellationToken) => desk.Organisations.TellNotNamedAsync(typed, field, ModelState, text, cancellationToken);

    protected void Wrong(string field, string sentence, params object[] args) => ModelState.AddModelError(field, text[sentence, args]);
}
