using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>Takes a picture or a file out of the text in a new version. The file itself stays: older versions, and what readers see until then, still show it.</summary>
internal sealed class TakeOutModel(EditorialDesk desk, IFiles files, Texts text) : ArticleFilePage(desk, files, text)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken) || IsWithdrawn || !Hand.Content.Extras.Holds(Tep) || !await HasFileAsync(cancellationToken))
        {
            return NotFound();
        }

        From = Hand.Article.LatestVersion;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken) || !await HasFileAsync(cancellationToken))
        {
            return NotFound();
        }

        RequireStanding();
        if (!Hand.Content.Extras.Holds(Tep))
        {
            // Pressed twice, or somebody else has just taken it out.
            return Redirect(FilesAddress);
        }

        return StandsInText
            ? throw new RefusedException("Tệp này còn đứng giữa nội dung bài nên chưa lấy ra được. Mở Sửa bài, bỏ ảnh hoặc liên kết ấy khỏi nội dung, lưu, rồi lấy ra.")
            : await SavedAsync(Hand.Content.Extras.Without(Tep), cancellationToken);
    }
}
