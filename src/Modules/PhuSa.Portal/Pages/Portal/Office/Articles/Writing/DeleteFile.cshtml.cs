using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>A file that was added by mistake goes for good. What any version shows or ever showed stays: a version is never changed.</summary>
internal sealed class DeleteFileModel(AppDbContext db, EditorialDesk desk, IFiles files, Texts text) : ArticleFilePage(desk, files, text)
{
    /// <summary>Some version of the article has it.</summary>
    public bool IsOfAVersion { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken) || IsWithdrawn || !await HasFileAsync(cancellationToken))
        {
            return NotFound();
        }

        From = Hand.Article.LatestVersion;
        IsOfAVersion = await IsOfAVersionAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (await Files.FindAsync(Tep, cancellationToken) is null)
        {
            // Pressed twice, or somebody else has just deleted it.
            return Redirect(FilesAddress);
        }

        if (!await HasFileAsync(cancellationToken))
        {
            return NotFound();
        }

        RequireStanding();
        IsOfAVersion = await IsOfAVersionAsync(cancellationToken);
        if (IsOfAVersion)
        {
            throw new RefusedException("Một bản đã lưu của bài có tệp này nên tệp không xoá được: bản cũ luôn xem lại được như lúc lưu.");
        }

        if (From != Hand.Article.LatestVersion)
        {
            return await OvertakenAsync(cancellationToken);
        }

        await Files.RemoveAsync(Tep, "Xoá tệp không dùng trong bản nào của bài", cancellationToken);
        return Redirect(FilesAddress);
    }

    /// <summary>An article older than its versions is asked itself.</summary>
    private async Task<bool> IsOfAVersionAsync(CancellationToken cancellationToken)
    {
        if (Hand.Content.Extras.Holds(Tep) || StandsInText || Hand.Article.Around.Holds(Tep) || ArticleFiles.StandsIn(Hand.Article.Body, Tep))
        {
            return true;
        }

        await foreach (var content in db.Set<ArticleVersion>().Where(v => v.ArticleId == Id).Select(v => v.Content).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (ArticleFiles.StandsIn(content, Tep))
            {
                return true;
            }
        }

        return false;
    }
}
