using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Account.Contact;

/// <summary>Asks for new addresses to sign in with; they hold once the mailed link is opened.</summary>
internal sealed class IndexModel(AppDbContext db, ISignedIn signedIn, PasswordCheck check, ContactChange change, Texts text) : PageModel
{
    private const string SentKey = "da-gui";

    [BindProperty]
    public ContactInput Input { get; set; } = new();

    public bool CanMail => change.CanMail;

    public bool Sent => Request.Query[SentKey] == "1";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var person = await PersonAsync(cancellationToken);
        Input = new ContactInput { Email = person.Email, Phone = person.PhoneNumber is { } phone ? PhoneNumber.Written(phone) : null };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        string? phone = null;
        if (!string.IsNullOrWhiteSpace(Input.Phone) && !PhoneNumber.TryRead(Input.Phone, out phone))
        {
            ModelState.AddModelError("Input.Phone", text["Số điện thoại không đúng."]);
        }

        var email = string.IsNullOrWhiteSpace(Input.Email) ? null : Input.Email.Trim();
        if (ModelState.IsValid && email is null && phone is null)
        {
            ModelState.AddModelError("Input.Email", text["Cần ít nhất thư điện tử hoặc số điện thoại."]);
        }

        if (ModelState.IsValid && !await check.IsOfAsync(signedIn.Person!.PersonId, Input.Password!, cancellationToken))
        {
            ModelState.AddModelError("Input.Password", text["Mật khẩu không đúng."]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await change.AskAsync(await PersonAsync(cancellationToken), email, phone, $"{Request.Scheme}://{Request.Host}", cancellationToken);
        return Redirect($"/tai-khoan/lien-lac?{SentKey}=1");
    }

    private Task<Person> PersonAsync(CancellationToken cancellationToken) => db.Set<Person>().SingleAsync(p => p.Id == signedIn.Person!.PersonId, cancellationToken);
}

internal sealed class ContactInput
{
    [Display(Name = "Thư điện tử")]
    [EmailAddress(ErrorMessage = "Thư điện tử không đúng.")]
    [StringLength(Person.EmailMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Email { get; set; }

    [Display(Name = "Số điện thoại")]
    [StringLength(40, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Phone { get; set; }

    [Display(Name = "Mật khẩu hiện tại")]
    [Required(ErrorMessage = "Nhập mật khẩu")]
    [StringLength(PasswordRule.Longest, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Password { get; set; }
}
