using System.ComponentModel.DataAnnotations;

namespace PhuSa.Identity.People;

/// <summary>Name, e-mail and phone as they are typed.</summary>
internal sealed class AccountInput : IValidatableObject
{
    private const int TypedMaxLength = 40;

    [Display(Name = "Họ và tên")]
    [StringLength(Person.NameMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Name { get; set; }

    [Display(Name = "Thư điện tử")]
    [StringLength(Person.EmailMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Email { get; set; }

    [Display(Name = "Số điện thoại")]
    [StringLength(TypedMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Phone { get; set; }

    public static AccountInput Of(Person person) => new()
    {
        Name = person.Name,
        Email = person.Email,
        Phone = person.PhoneNumber is { } phone ? PhoneNumber.Written(phone) : null,
    };

    /// <summary>To be read where the input is valid. No properties: validation would read them before it has looked.</summary>
    public SignInAddress ReadAddress() => SignInAddress.Read(Email, Phone);

    public string ReadName() => SignInAddress.NameOf(Name);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var text = (Platform.Web.Texts)validationContext.GetService(typeof(Platform.Web.Texts))!;
        // All that is wrong is told at once; a required attribute would keep this from being asked.
        if (SignInAddress.IsBlank(Name))
        {
            yield return new ValidationResult(text["Nhập họ và tên"], [nameof(Name)]);
        }

        if (SignInAddress.IsBlank(Email) && SignInAddress.IsBlank(Phone))
        {
            yield return new ValidationResult(text["Nhập thư điện tử hoặc số điện thoại."], [nameof(Email)]);
        }

        if (!SignInAddress.IsBlank(Email) && !SignInAddress.IsEmail(Email!.Trim()))
        {
            yield return new ValidationResult(text["Thư điện tử không đúng. Ví dụ: ten@coquan.vn"], [nameof(Email)]);
        }

        if (!SignInAddress.IsBlank(Phone) && !PhoneNumber.TryRead(Phone, out _))
        {
            yield return new ValidationResult(text["Số điện thoại không đúng. Ví dụ: 0912 345 678"], [nameof(Phone)]);
        }
    }
}
