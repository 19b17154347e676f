using System.ComponentModel.DataAnnotations;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;

namespace PhuSa.Identity.Pages.Identity.SignIn;

/// <summary>The form that opens a locked session, with the form that was on its way in it.</summary>
internal sealed class UnlockFace
{
    /// <summary>Where to go on.</summary>
    public string? Next { get; init; }

    /// <summary>Somebody who signs in without a password opens the session by signing in again.</summary>
    public bool HasPassword { get; init; } = true;

    public bool HadFiles { get; init; }

    public bool TooLarge { get; init; }

    public UnlockInput Input { get; init; } = new();
}

internal sealed class UnlockInput
{
    [Display(Name = "Mật khẩu")]
    [Required(ErrorMessage = "Nhập mật khẩu")]
    [StringLength(PasswordRule.Longest, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Password { get; set; }

    /// <summary>The encrypted form (<see cref="KeptForms"/>).</summary>
    public string? Kept { get; set; }
}
