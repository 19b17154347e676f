using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Identity.Consents;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Pages.Identity.Account.Consents;

/// <summary>The text in force and the person's answer. Nothing is ticked beforehand: silence is no consent (Law 91/2025/QH15).</summary>
internal sealed class IndexModel(AppDbContext db, ConsentBook consents, HouseSignIn signIn, ISignedIn signedIn, TimeProvider clock, Texts text) : PageModel
{
    [FromQuery(Name = SessionCookie.Next)]
    public string? Tiep { get; set; }

    [BindProperty]
    public ConsentInput Input { get; set; } = new();

    public ConsentText? Text { get; private set; }

    public Consent? Given { get; private set; }

    public bool Owed => Text is not null && (Given?.Number ?? 0) < Text.Number;

    public bool Unanswered => ModelState.TryGetValue("Input.Answer", out var entry) && entry.Errors.Count > 0;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var next = LocalAddress.Is(Tiep) ? LocalAddress.Encoded(Tiep!) : PersonalPlaces.Office;
        if (Text is null || !Owed)
        {
            return Redirect(next);
        }

        if (Input.Answer is not ("yes" or "no"))
        {
            ModelState.AddModelError("Input.Answer", text["Chọn đồng ý hoặc không đồng ý"]);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Input.Number != Text.Number)
        {
            ModelState.AddModelError(string.Empty, text["Vừa có bản mới. Hãy đọc lại rồi trả lời."]);
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        var now = clock.GetUtcNow();
        db.Add(new Consent(
            Guid.CreateVersion7(now), signedIn.Person!.PersonId, Text.Number, given: Input.Answer == "yes", Texts.InEnglish ? "en" : "vi",
            HttpContext.Connection.RemoteIpAddress?.ToString(), now.UtcDateTime));
        await db.SaveChangesAsync(cancellationToken);
        if (Input.Answer == "yes")
        {
            return Redirect(next);
        }

        await signIn.SignOutAsync();
        return Redirect("/dang-nhap/khong-dong-y");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Text = await consents.InForceAsync(cancellationToken);
        Given = await consents.OfAsync(signedIn.Person!.PersonId, cancellationToken);
    }
}

internal sealed class ConsentInput
{
    /// <summary>yes or no; null until the person says.</summary>
    public string? Answer { get; set; }

    /// <summary>The version that was read.</summary>
    public int Number { get; set; }
}
