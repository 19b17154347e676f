using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Office.Messages;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Office.Pages.Office.Messages;

internal sealed class ShowModel(AppDbContext db, TimeProvider clock) : PageModel
{
    public OfficeMessage Message { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Sends it again.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Message.SentAt is not null || Message.Text.Length == 0)
        {
            throw new RefusedException("Thư này đã gửi hoặc đã quá hạn, không gửi lại được.");
        }

        Message.SendAgain(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect($"/quan-tri/thu-gui/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        Message = (await db.Set<OfficeMessage>().SingleOrDefaultAsync(m => m.Id == id, cancellationToken))!;
        return Message is not null;
    }
}
