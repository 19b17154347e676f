using Microsoft.AspNetCore.Identity;
using PhuSa.Identity.People;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Identity.SignIn;

/// <summary>
/// TCVN 14423:2026 (level 2): at least 14 characters, or 8 with a second factor, of four kinds; nothing of the person's own name or address in it.
/// </summary>
internal sealed class PasswordRule(Texts text) : IPasswordValidator<Person>
{
    public const int Alone = 14;
    public const int WithSecondFactor = 8;
    public const int Longest = 200;
    private const int TellingPart = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        var errors = Broken(user, password ?? "", user.TwoFactorEnabled).Select(sentence => new IdentityError { Code = nameof(PasswordRule), Description = sentence }).ToArray();
        return Task.FromResult(errors.Length == 0 ? IdentityResult.Success : IdentityResult.Failed(errors));
    }

    /// <returns>What is wrong with it, in sentences.</returns>
    public IEnumerable<string> Broken(Person user, string password, bool withSecondFactor)
    {
        var least = withSecondFactor ? WithSecondFactor : Alone;
        if (password.Length < least)
        {
            yield return text["Mật khẩu cần ít nhất {0} ký tự.", least];
        }
        else if (password.Length > Longest)
        {
            yield return text["Mật khẩu dài tối đa {0} ký tự.", Longest];
        }

        if (!(password.Any(char.IsUpper) && password.Any(char.IsLower) && password.Any(char.IsDigit) && password.Any(c => !char.IsLetterOrDigit(c))))
        {
            yield return text["Mật khẩu cần có chữ hoa, chữ thường, chữ số và ký hiệu (dấu cách cũng được)."];
        }

        var folded = SearchText.Fold(password);
        if (Own(user).Any(part => folded.Contains(part, StringComparison.Ordinal)))
        {
            yield return text["Mật khẩu không được chứa tên, thư điện tử hay số điện thoại của chính bạn."];
        }
    }

    private static IEnumerable<string> Own(Person user) =>
        SearchText.Fold($"{user.Name} {user.Email?.Split('@')[0]} {user.PhoneNumber?.TrimStart('+')} {user.PhoneNumber?.Replace("+84", "0", StringComparison.Ordinal)}")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Length >= TellingPart);
}
