using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Feedback;

/// <summary>Takes feedback in, once for each form, and tells those who deal with it.</summary>
internal sealed class FeedbackIntake(AppDbContext db, Acting acting, INotices notices, TimeProvider clock)
{
    /// <summary>Who sent it is a personal value of the record, not a name in its steps.</summary>
    private static readonly Actor Sender = new("Người gửi góp ý", "trang công khai");

    /// <returns>The code of what this form has made already; null where it was not sent before.</returns>
    public Task<string?> SentBeforeAsync(Guid formKey, CancellationToken cancellationToken) =>
        db.Set<FeedbackItem>().AsNoTracking().Where(f => f.FormKey == formKey).Select(f => (string?)f.Code).FirstOrDefaultAsync(cancellationToken);

    /// <returns>The reference code.</returns>
    public async Task<string> TakeAsync(Site site, Guid formKey, FeedbackLetter letter, bool looksLikeSpam, CancellationToken cancellationToken)
    {
        acting.As(Sender);
        var now = clock.GetUtcNow();
        var item = new FeedbackItem(Guid.CreateVersion7(now), site.Code, ReferenceCode.New(), formKey, letter, looksLikeSpam, site.AnswerWithin, Sender, now.UtcDateTime);
        db.Add(item);
        if (!looksLikeSpam)
        {
            var notice = new Notice("Có góp ý mới cần xử lý, mã {0}.", [ReferenceCode.Written(item.Code)], $"{FeedbackRights.Office}/{item.Id}", Key: $"feedback:{item.Id:N}");
            var (work, organisation) = FeedbackRights.WorkOf(site);
            await notices.TellHoldersAsync(work, organisation, notice, cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return item.Code;
        }
        catch (DbUpdateException)
        {
            // The same form came twice in one moment; whoever came second is shown what the first made.
            db.ChangeTracker.Clear();
            if (await SentBeforeAsync(formKey, cancellationToken) is { } code)
            {
                return code;
            }

            throw;
        }
    }
}
