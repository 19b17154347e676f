using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>
/// A page that changes what stands around the text: a save like any other, a version with its writer and hour. It is made on the newest text, so nobody's
/// words are written over; whoever was overtaken sees the page as it stands now (409) and takes the step at the next press where it may still be taken.
/// </summary>
internal abstract class AroundTextPage(EditorialDesk desk, Texts text) : ArticleOfficePage(desk, PublishingRights.Write)
{
    /// <summary>Number of the version that was the last when the page was shown.</summary>
    [BindProperty]
    public int From { get; set; }

    public string FilesAddress => Address + "/tep";

    protected bool IsWithdrawn => Hand.Article.Status == ArticleStatus.Withdrawn;

    protected void RequireStanding()
    {
        if (IsWithdrawn)
        {
            throw new RefusedException("Bài đã gỡ không sửa được nữa. Hãy viết bài mới.");
        }
    }

    /// <param name="extras">Null: the files are others by now.</param>
    protected async Task<IActionResult> SavedAsync(ArticleExtras? extras, CancellationToken cancellationToken)
    {
        var proposal = new ChangeProposal(Hand.Revision?.Minor ?? false, Hand.Revision?.ChangeNote);
        return extras is null || await Desk.SaveAsync(Hand, From, Hand.Content with { Extras = extras }, proposal, cancellationToken) == SaveOutcome.Overtaken
            ? await OvertakenAsync(cancellationToken)
            : Redirect(FilesAddress);
    }

    protected async Task<IActionResult> OvertakenAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        ModelState.Remove(nameof(From));
        From = Hand.Article.LatestVersion;
        Gather();
        ModelState.AddModelError(string.Empty, text["Có người vừa lưu một bản mới. Hãy xem lại rồi thử lại."]);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    /// <summary>Brings what the page shows in line with the text in hand.</summary>
    protected virtual void Gather()
    {
    }
}

/// <summary>A step with one file of an article.</summary>
internal abstract class ArticleFilePage(EditorialDesk desk, IFiles files, Texts text) : AroundTextPage(desk, text)
{
    [FromRoute]
    public Guid Tep { get; set; }

    public StoredFile Shown { get; private set; } = null!;

    /// <summary>As a picture between the paragraphs, or as a link in one.</summary>
    public bool StandsInText => ArticleFiles.StandsIn(Hand.Content.Text.Body, Tep);

    protected IFiles Files => files;

    protected async Task<bool> HasFileAsync(CancellationToken cancellationToken)
    {
        if (await files.FindAsync(Tep, cancellationToken) is not { } file || file.Owner != ArticleFiles.Of(Id))
        {
            return false;
        }

        Shown = file;
        return true;
    }
}
