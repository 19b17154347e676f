using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Pages.Identity.Account.Factors;

/// <summary>A new set of recovery codes, shown once in the answer to the button.</summary>
[AsksForProof, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CodesModel(AppDbContext db, Myself myself, RecoveryCodes recovery, SecondFactors factors) : PageModel
{
    [BindProperty(SupportsGet = true, Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    public string Next => NextAddress.Of(Tiep, "/tai-khoan/hai-buoc");

    public int Left { get; private set; }

    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Left = await recovery.LeftAsync((await myself.LoadAsync(cancellationToken)).Id, cancellationToken);

    /// <exception cref="RefusedException">There is no second step that a code could stand for.</exception>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await myself.LoadAsync(cancellationToken);
        if (await factors.OfAsync(person, cancellationToken) is { HasApp: false, Passkeys: 0 })
        {
            throw new RefusedException("Hãy thêm một khoá hoặc một ứng dụng tạo mã trước khi tạo mã dự phòng.");
        }

        Codes = await recovery.RenewAsync(person, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Page();
    }
}
