using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Feedback;

/// <summary>Takes feedback in, once for each form, and tells those who deal with it and whoever sent it.</summary>
internal sealed class FeedbackIntake(AppDbContext db, Acting acting, INotices notices, FeedbackMail mail, TimeProvider clock)
{
    /// <summary>So many letters of receipt go to one address in a day: the form fills nobody's letter box.</summary>
    public const int ReceiptsADay = 3;

    /// <summary>Who sent it is a personal value of the record, not a name in its steps.</summary>
    private static readonly Actor Sender = new("Người gửi góp ý", "trang công khai");

    /// <returns>The code of what this form has made already; null where it was not sent before.</returns>
    public Task<string?> SentBeforeAsync(Guid formKey, CancellationToken cancellationToken) =>
        db.Set<FeedbackItem>().AsNoTracking().Where(f => f.FormKey == formKey).Select(f => (string?)f.Code).FirstOrDefaultAsync(cancellationToken);

    /// <param name="address">The site's absolute address as letters name it; null where it has none of its own.</param>
    /// <returns>The reference code.</returns>
    public async Task<string> TakeAsync(Site site, string? address, Guid formKey, FeedbackLetter letter, bool looksLikeSpam, CancellationToken cancellationToken)
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
            if (await MayBeToldAsync(item, item.CreatedAt, cancellationToken))
            {
                mail.PostReceipt(item, site, address);
            }
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

    /// <summary>
    /// Whether a receipt may still go to its address. One went out for whatever became new in the last day and counts, whatever an officer has made of it since:
    /// marking a flood as spam opens no further letters.
    /// </summary>
    public async Task<bool> MayBeToldAsync(FeedbackItem item, DateTime now, CancellationToken cancellationToken)
    {
        if (mail.AddressOf(item) is not { } email)
        {
            return false;
        }

        var since = now.AddDays(-1);
        var told = await db.Set<FeedbackItem>().AsNoTracking()
            .Where(f => f.Email != null
                && f.Steps.Any(s => s.To == nameof(FeedbackStatus.New) && s.At > since)
                && !f.Steps.Any(s => s.To == nameof(FeedbackStatus.New) && s.At <= since))
            .Select(f => f.Email)
            .ToListAsync(cancellationToken);
        // Compared here: a letter box is the same in capitals, and the databases do not agree on what capitals are.
        return told.Count(other => string.Equals(other, email, StringComparison.OrdinalIgnoreCase)) < ReceiptsADay;
    }
}
