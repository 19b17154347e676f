using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>One piece of feedback and what may be done next.</summary>
internal sealed class ShowModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, IPeople people, TimeProvider clock) : FeedbackPage(db, sites, signedIn)
{
    private static readonly (FeedbackAction Action, string Page, string Button)[] Pages =
    [
        (FeedbackAction.Answer, "tra-loi", "btn-primary"), (FeedbackAction.Publish, "dang", "btn-primary"), (FeedbackAction.Restore, "khoi-phuc", "btn-primary"), (FeedbackAction.Assign, "giao", "btn-quiet"), (FeedbackAction.CorrectAnswer, "sua-tra-loi", "btn-quiet"),
        (FeedbackAction.Withdraw, "go", "btn-quiet"), (FeedbackAction.Reject, "khong-xu-ly", "btn-danger"), (FeedbackAction.MarkSpam, "thu-rac", "btn-danger"),
    ];

    public string? Assignee { get; private set; }

    public bool IsLate => Item.IsOpen && Item.Due < VietnamTime.Today(clock);

    public IReadOnlyList<(FeedbackAction Action, string Page, string Button)> Next =>
        [.. Pages.Where(page => FeedbackFlow.Table.Next(Item.Status, page.Action) is not null && MayStill(page.Action))
            .Select(page => page.Action == FeedbackAction.Assign && Item.Status == FeedbackStatus.New ? page with { Button = "btn-primary" } : page)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Assignee = Item.AssigneeId is { } id && await people.OfAsync([id], cancellationToken) is [var somebody] ? somebody.Name : null;
        return Page();
    }

    /// <summary>Once the sender is forgotten only what is published can still be put right.</summary>
    private bool MayStill(FeedbackAction action) => Item.ErasedAt is null || action switch
    {
        FeedbackAction.Publish => false,
        FeedbackAction.CorrectAnswer => Item.Status == FeedbackStatus.Published,
        _ => true,
    };
}
