using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Pages.Identity.Account.Factors;
using PhuSa.Identity.People;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Account.Contact;

/// <summary>Where the code of a new telephone number is typed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewPhoneModel(Myself myself, PhoneChange change, Texts text) : PageModel
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public string? Phone { get; private set; }

    public bool CanSend => change.CanSend;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(await myself.LoadAsync(cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await myself.LoadAsync(cancellationToken);
        if (ModelState.IsValid && !await change.ConfirmAsync(person, Input.Code!, cancellationToken))
        {
            ModelState.AddModelError("Input.Code", text["Mã không đúng hoặc đã hết hạn. Sau {0} lần sai, tài khoản bị khoá {1} phút.", PasswordCheck.MostFailures, PasswordCheck.LockedFor.TotalMinutes]);
        }

        if (!ModelState.IsValid)
        {
            await ReadAsync(person, cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        return Redirect(PersonalPlaces.Account);
    }

    private async Task ReadAsync(Person person, CancellationToken cancellationToken) => Phone = (await change.WaitingAsync(person.Id, cancellationToken))?.Phone;
}
