using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Identity.People;

/// <summary>Who is to have an account, and for whom they act.</summary>
/// <param name="OrganisationId">Null only for administrators of the installation.</param>
internal sealed record NewAccount(string Name, SignInAddress Address, Guid? OrganisationId, IReadOnlyList<Role> Roles);

/// <summary>By what a person signs in. At least one of the two is there.</summary>
/// <param name="Phone">In E.164 form.</param>
internal sealed record SignInAddress(string? Email, string? Phone)
{
    /// <exception cref="RefusedException">Neither is given, or one is not what it should be.</exception>
    public static SignInAddress Read(string? email, string? phone)
    {
        if (IsBlank(email) && IsBlank(phone))
        {
            throw new RefusedException("Nhập thư điện tử hoặc số điện thoại.");
        }

        if (!IsBlank(email) && !IsEmail(email!.Trim()))
        {
            throw new RefusedException("Thư điện tử không đúng. Ví dụ: ten@coquan.vn");
        }

        return new(IsBlank(email) ? null : email!.Trim(), IsBlank(phone) ? null : PhoneNumber.TryRead(phone, out var kept) ? kept
            : throw new RefusedException("Số điện thoại không đúng. Ví dụ: 0912 345 678"));
    }

    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    public static bool IsEmail(string text) =>
        text.Length <= Person.EmailMaxLength && LetterBox.IsAddress(text);

    /// <summary>One space between words, composed letters: two spellings of a name are one.</summary>
    public static string NameOf(string? written) => string.Join(' ', VietnameseText.Normalize(written ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
