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
/// Pictures and files of an article; the form of the article says which of them it shows, and asks there for the words of each picture.
/// Several come at once: what is good is kept, and each that is refused is named with its reason, so nobody chooses the good ones again.
/// </summary>
[UploadLimit(ArticleFiles.MostMegabytes, Field, Several = true)]
internal sealed class FilesModel(EditorialDesk desk, IFiles files, Texts text) : ArticleOfficePage(desk, PublishingRights.Write)
{
    private const string Field = "Input.Files";

    [BindProperty]
    public ArticleUploadInput Input { get; set; } = new();

    /// <summary>Those that the text has, as they follow one another there, then the others, the oldest first.</summary>
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    /// <summary>How many were kept beside those that were refused.</summary>
    public int Kept { get; private set; }

    public bool MayChange => Hand.Article.Status != ArticleStatus.Withdrawn;

    public bool MayBePutInOrder => MayChange && Hand.Content.Extras is { Images.Count: > 1 } or { Attachments.Count: > 1 };

    public bool StandsInText(StoredFile file) => ArticleFiles.StandsIn(Hand.Content.Text.Body, file.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        await ListAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Input.Files.Count == 0)
        {
            ModelState.AddModelError(Field, text["Chọn ít nhất một tệp"]);
        }
        else if (Input.Files.Count > ArticleFiles.MostAtOnce)
        {
            ModelState.AddModelError(Field, text["Mỗi lần thêm tối đa {0} tệp. Hãy chọn ít tệp hơn; chưa tệp nào được nhận.", ArticleFiles.MostAtOnce]);
        }

        if (ModelState.IsValid)
        {
            var known = (await files.OfAsync(ArticleFiles.Of(Id), cancellationToken)).ToList();
            foreach (var file in Input.Files)
            {
                await TakeInAsync(file, known, cancellationToken);
            }
        }

        if (ModelState.IsValid)
        {
            return Redirect(Address + "/tep");
        }

        await ListAsync(cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task TakeInAsync(IFormFile file, List<StoredFile> known, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = file.OpenReadStream();
            var taken = await files.TakeInAsync(new IncomingFile(content, file.FileName, file.Length), ArticleFiles.Of(Id), ArticleFiles.Rules, cancellationToken);
            Kept++;
            if (known.Exists(other => other.Sha256 == taken.Sha256 && other.Name == taken.Name))
            {
                // A form sent twice: the article keeps the first one, which texts may show.
                await files.RemoveAsync(taken.Id, "Bài đã có tệp này", cancellationToken);
            }
            else
            {
                known.Add(taken);
            }
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError(Field, text["Không nhận được “{0}”: {1}", Path.GetFileName(file.FileName), text[refused.Text, [.. refused.Args]]]);
        }
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var extras = Hand.Content.Extras;
        var held = extras.Images.Select(image => image.FileId).Concat(extras.Attachments.Select(attachment => attachment.FileId)).ToList();
        Files = [.. (await files.OfAsync(ArticleFiles.Of(Id), cancellationToken)).OrderBy(file => held.IndexOf(file.Id) is >= 0 and var at ? at : held.Count)];
    }
}

internal sealed class ArticleUploadInput
{
    public List<IFormFile> Files { get; set; } = [];
}
