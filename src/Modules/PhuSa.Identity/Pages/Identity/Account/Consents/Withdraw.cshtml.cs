using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Consents;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Pages.Identity.Account.Consents;

/// <summary>Takes the consent back: it ends every session.</summary>
internal sealed class WithdrawModel(AppDbContext db, ConsentBook consents, SessionBook sessions, HouseSignIn signIn, ISignedIn signedIn, TimeProvider clock) : PageModel
{
    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var me = signedIn.Person!;
        var consent = await consents.OfAsync(me.PersonId, cancellationToken) ?? throw new RefusedException("Sự đồng ý này đã được rút lại.");
        consent.Withdraw(string.IsNullOrWhiteSpace(Input.Why) ? null : Input.Why.Trim(), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(me.PersonId, me.SessionId, cancellationToken);
        await signIn.SignOutAsync();
        return Redirect("/dang-nhap/khong-dong-y");
    }
}

internal sealed class WithdrawInput
{
    [Display(Name = "Lý do (không bắt buộc)")]
    [StringLength(Consent.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}
