using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>Pictures and files of an article; the form of the article says which of them it shows.</summary>
[UploadLimit(ArticleFiles.MaxMegabytes)]
internal sealed class FilesModel(EditorialDesk desk, IFiles files, Texts text) : ArticleOfficePage(desk, PublishingRights.Write)
{
    [BindProperty]
    public ArticleUploadInput Input { get; set; } = new();

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        Files = await files.OfAsync(ArticleFiles.Of(Id), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid && await files.TakeOrTellAsync(Input.File!, ArticleFiles.Of(Id), ArticleFiles.Rules, ModelState, text, cancellationToken) is not null)
        {
            return Redirect(Address + "/tep");
        }

        Files = await files.OfAsync(ArticleFiles.Of(Id), cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}

internal sealed class ArticleUploadInput
{
    [Display(Name = "Tệp")]
    [Required(ErrorMessage = "Chọn một tệp")]
    public IFormFile? File { get; set; }
}
