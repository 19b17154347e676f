using System.ComponentModel.DataAnnotations;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Portal.Feedback;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>What a reader types. All that is wrong is told at once.</summary>
internal sealed class FeedbackInput : IValidatableObject
{
    private const int FewestDigits = 8;
    private const int MostDigits = 15;

    [Display(Name = "Bạn gửi")]
    public FeedbackKind? Kind { get; set; }

    [Display(Name = "Nội dung")]
    [StringLength(FeedbackItem.TextMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Text { get; set; }

    [Display(Name = "Họ và tên")]
    [StringLength(FeedbackItem.NameMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Name { get; set; }

    [Display(Name = "Thư điện tử")]
    [StringLength(FeedbackItem.EmailMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Email { get; set; }

    [Display(Name = "Số điện thoại")]
    [StringLength(FeedbackItem.PhoneMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Phone { get; set; }

    public string? Page { get; set; }

    /// <summary>Out of sight for people; machines fill everything.</summary>
    public string? Website { get; set; }

    public bool Consent { get; set; }

    public bool AllowsName { get; set; }

    public bool IsTrapped => !string.IsNullOrEmpty(Website);

    /// <summary>An address of this site without what comes after “?”; null for anything else.</summary>
    public static string? PageOf(string? address)
    {
        var path = address?.Split('?', '#')[0];
        return LocalAddress.Is(path) && path!.Length <= FeedbackItem.PageMaxLength ? path : null;
    }

    /// <summary>To be read where the input is valid.</summary>
    public FeedbackLetter Letter() => new(Kind!.Value, Line(Name)!, Line(Email), Line(Phone), Text!.ReplaceLineEndings("\n").Trim(), Page, AllowsName, Texts.InEnglish ? "en" : "vi");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var text = (Texts)validationContext.GetService(typeof(Texts))!;
        if (Kind is null || !Enum.IsDefined(Kind.Value))
        {
            yield return new ValidationResult(text["Chọn bạn gửi gì"], [nameof(Kind)]);
        }

        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return new ValidationResult(text["Viết nội dung góp ý"], [nameof(Text)]);
        }

        if (Line(Name) is null)
        {
            yield return new ValidationResult(text["Nhập họ và tên"], [nameof(Name)]);
        }

        if (Line(Email) is null && Line(Phone) is null)
        {
            yield return new ValidationResult(text["Nhập thư điện tử hoặc số điện thoại."], [nameof(Email)]);
        }

        if (Line(Email) is not null && !LetterBox.IsAddress(Email!.Trim()))
        {
            yield return new ValidationResult(text["Thư điện tử không đúng. Ví dụ: ten@coquan.vn"], [nameof(Email)]);
        }

        if (Line(Phone) is not null && !IsPhone(Phone!.Trim()))
        {
            yield return new ValidationResult(text["Số điện thoại không đúng. Ví dụ: 0912 345 678"], [nameof(Phone)]);
        }

        if (!Consent)
        {
            yield return new ValidationResult(text["Đánh dấu đồng ý thì chúng tôi mới được nhận họ tên và địa chỉ của bạn"], [nameof(Consent)]);
        }
    }

    /// <summary>One line: a name with a line break in it is nobody's. Null where nothing is in it.</summary>
    private static string? Line(string? typed)
    {
        var line = typed is null ? "" : string.Concat(typed.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
        return line.Length == 0 ? null : line;
    }

    private static bool IsPhone(string typed) =>
        typed.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '+' or '-' or '(' or ')') && typed.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits;
}
