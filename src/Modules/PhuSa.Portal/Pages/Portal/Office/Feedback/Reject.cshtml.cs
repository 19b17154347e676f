using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>Not dealt with, and why: the sender reads it by the code, and in a letter where there is an address.</summary>
internal sealed class RejectModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, FeedbackMail mail, TimeProvider clock) : FeedbackMovePage(db, sites, signedIn, clock), IAsksWhy
{
    private readonly KeptSites _sites = sites;

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public string? MailsTo => mail.AddressOf(Item);

    protected override async Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        Item.Reject(Input.Why!, by, now);
        mail.PostRefusal(Item, Site.FullName, KeptSites.AddressOf(await _sites.DirectoryAsync(cancellationToken), Site, Request));
    }
}
