using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>Saves an old version's content as a new version.</summary>
internal sealed class RestoreModel(AppDbContext db, EditorialDesk desk, KeptSites sites, IFiles files, Texts text) : ArticleOfficePage(desk, PublishingRights.Write)
{
    [FromRoute]
    public int Number { get; set; }

    /// <summary>Number of the version that was the last when the page was shown.</summary>
    [BindProperty]
    public int From { get; set; }

    public DifferenceShown? Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken) || Hand.Article.Status == ArticleStatus.Withdrawn || await VersionAsync(cancellationToken) is not { } version)
        {
            return NotFound();
        }

        From = Hand.Article.LatestVersion;
        Shown = new(text["Nội dung hiện nay"], text["Bản {0}, {1}, {2}", version.Number, version.By, Texts.Moment(version.At)], await DifferenceShown.PartsAsync(db, sites, files, Id, Hand.Content, version.Read(), cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken) || await VersionAsync(cancellationToken) is not { } version)
        {
            return NotFound();
        }

        var outcome = await Desk.SaveAsync(Hand, From, version.Read(), new ChangeProposal(Hand.Revision?.Minor ?? false, Hand.Revision?.ChangeNote), cancellationToken, version.Number);
        return outcome == SaveOutcome.Overtaken
            ? throw new RefusedException("Có người vừa lưu một bản mới. Hãy xem lại rồi thử lại.")
            : Redirect(Address);
    }

    private Task<ArticleVersion?> VersionAsync(CancellationToken cancellationToken) =>
        db.Set<ArticleVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.ArticleId == Id && v.Number == Number, cancellationToken);
}
