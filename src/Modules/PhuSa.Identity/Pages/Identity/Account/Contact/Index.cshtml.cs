using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Account.Contact;

/// <summary>
/// Asks for new addresses to sign in with. An e-mail holds once the link mailed to it is opened, a telephone number once a code is typed that was sent to
/// it or printed by an officer.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(Myself myself, PasswordCheck check, ContactChange change, PhoneChange phones, Texts text) : PageModel
{
    private const string SentKey = "da-gui";
    private Person _person = null!;

    [BindProperty]
    public ContactInput Input { get; set; } = new();

    public bool CanMail => change.CanMail;

    public bool HasPassword => _person.PasswordHash is not null;

    /// <summary>A number that waits for its code.</summary>
    public string? Waiting { get; private set; }

    public bool Sent => Request.Query[SentKey] == "1";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        _person = await myself.LoadAsync(HttpContext.RequestAborted);
        if (!HasPassword && !Proof.IsFresh(HttpContext))
        {
            // There is no password to ask for.
            context.Result = Proof.Ask(Request);
            return;
        }

        Waiting = (await phones.WaitingAsync(_person.Id, HttpContext.RequestAborted))?.Phone;
        await next();
    }

    public void OnGet() => Input = new ContactInput { Email = _person.Email, Phone = _person.PhoneNumber is { } phone ? PhoneNumber.Written(phone) : null };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        string? phone = null;
        if (!string.IsNullOrWhiteSpace(Input.Phone) && !PhoneNumber.TryRead(Input.Phone, out phone))
        {
            ModelState.AddModelError("Input.Phone", text["Số điện thoại không đúng."]);
        }

        var email = !CanMail ? _person.Email : string.IsNullOrWhiteSpace(Input.Email) ? null : Input.Email.Trim();
        var isNewPhone = phone is not null && phone != _person.PhoneNumber;
        RequireOneAtATime(email, phone, isNewPhone);
        await RequirePasswordAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (isNewPhone)
        {
            await phones.AskAsync(_person, phone!, cancellationToken);
            return Redirect("/tai-khoan/lien-lac/so-moi");
        }

        await change.AskAsync(_person, email, phone, $"{Request.Scheme}://{Request.Host}", cancellationToken);
        return Redirect($"/tai-khoan/lien-lac?{SentKey}=1");
    }

    private void RequireOneAtATime(string? email, string? phone, bool isNewPhone)
    {
        if (ModelState.IsValid && email is null && phone is null)
        {
            ModelState.AddModelError(CanMail ? "Input.Email" : "Input.Phone", text["Cần ít nhất thư điện tử hoặc số điện thoại."]);
        }

        if (ModelState.IsValid && isNewPhone && !string.Equals(email, _person.Email, StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError("Input.Phone", text["Mỗi lần chỉ đổi một thứ: đổi xong thư điện tử rồi hãy đổi số điện thoại, hoặc ngược lại."]);
        }
    }

    private async Task RequirePasswordAsync(CancellationToken cancellationToken)
    {
        if (!HasPassword || !ModelState.IsValid)
        {
            return;
        }

        if (string.IsNullOrEmpty(Input.Password))
        {
            ModelState.AddModelError("Input.Password", text["Nhập mật khẩu"]);
        }
        else if (!await check.IsPasswordOfAsync(_person, Input.Password, cancellationToken))
        {
            ModelState.AddModelError("Input.Password", text["Mật khẩu không đúng."]);
        }
    }
}

internal sealed class ContactInput
{
    [Display(Name = "Thư điện tử")]
    [LetterBox(ErrorMessage = "Thư điện tử không đúng.")]
    [StringLength(Person.EmailMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Email { get; set; }

    [Display(Name = "Số điện thoại")]
    [StringLength(40, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Phone { get; set; }

    [Display(Name = "Mật khẩu hiện tại")]
    [StringLength(PasswordRule.Longest, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Password { get; set; }
}
