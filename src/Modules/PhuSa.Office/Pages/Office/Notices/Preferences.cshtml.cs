using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Office.Notices;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Office.Pages.Office.Notices;

internal sealed class PreferencesModel(AppDbContext db, ISignedIn signedIn, IPeople people) : PageModel
{
    [BindProperty]
    public bool WantsDigest { get; set; }

    public string? Email { get; private set; }

    private Guid Me => signedIn.Person!.PersonId;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        WantsDigest = await db.Set<NoticePreference>().Where(p => p.PersonId == Me).Select(p => (bool?)p.WantsDigest).SingleOrDefaultAsync(cancellationToken) ?? true;
        Email = (await people.OfAsync([Me], cancellationToken)).SingleOrDefault()?.Email;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var preference = await db.Set<NoticePreference>().FindAsync([Me], cancellationToken) ?? db.Add(new NoticePreference(Me)).Entity;
        preference.Want(WantsDigest);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect("/quan-tri/thong-bao");
    }
}
