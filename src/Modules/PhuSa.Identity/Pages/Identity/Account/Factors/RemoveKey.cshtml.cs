using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Identity;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Pages.Identity.Account.Factors;

/// <summary>A passkey that was lost, or serves no more.</summary>
[AsksForProof, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RemoveKeyModel(Myself myself, Passkeys passkeys, SecondFactors factors) : PageModel
{
    private Person _person = null!;
    private UserPasskeyInfo _passkey = null!;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Name => _passkey.Name ?? "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        _person = await myself.LoadAsync(HttpContext.RequestAborted);
        if (await passkeys.FindAsync(_person, Id) is not { } passkey)
        {
            context.Result = NotFound();
            return;
        }

        _passkey = passkey;
        await next();
    }

    /// <exception cref="RefusedException">A role of theirs may not do without, or they could not sign in any more.</exception>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var had = await factors.OfAsync(_person, cancellationToken);
        if (!had.MayRemovePasskey)
        {
            throw new RefusedException("Vai trò của bạn bắt buộc đăng nhập hai bước. Hãy thêm một khoá khác hoặc ứng dụng tạo mã trước khi bỏ khoá này.");
        }

        if (_person.PasswordHash is null && had.Passkeys == 1)
        {
            throw new RefusedException("Đây là cách đăng nhập duy nhất của bạn. Hãy đặt mật khẩu hoặc thêm khoá khác trước khi bỏ khoá này.");
        }

        await passkeys.RemoveAsync(_person, _passkey);
        return Redirect("/tai-khoan/hai-buoc");
    }
}
