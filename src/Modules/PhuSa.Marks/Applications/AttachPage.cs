using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Applications;

/// <summary>Takes one photo or paper into an application; whose turn it is, the page on top of this says.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class AttachPage(IFiles files, Texts text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AttachInput Input { get; set; } = new();

    public MarkApplication Application { get; private set; } = null!;

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    public abstract string Address { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Files.Count >= ApplicationFiles.Most)
        {
            ModelState.AddModelError("Input.File", text["Mỗi đơn có tối đa {0} tệp. Bỏ bớt tệp không cần rồi thêm.", ApplicationFiles.Most]);
        }

        return ModelState.IsValid && await IsTakenAsync(Input.File!, cancellationToken) ? Redirect(Address) : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <returns>The application where the person may add to it now.</returns>
    protected abstract Task<MarkApplication?> FindAsync(CancellationToken cancellationToken);

    private async Task<bool> IsReadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } application)
        {
            return false;
        }

        Application = application;
        Files = await files.OfAsync(ApplicationFiles.Of(Id), cancellationToken);
        return true;
    }

    private async Task<bool> IsTakenAsync(IFormFile file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = file.OpenReadStream();
            await files.TakeInAsync(new IncomingFile(content, file.FileName, file.Length), ApplicationFiles.Of(Id), ApplicationFiles.Rules, cancellationToken);
            return true;
        }
        catch (RefusedException e)
        {
            ModelState.AddModelError("Input.File", text[e.Text, [.. e.Args.OfType<object>()]]);
            return false;
        }
    }
}

internal sealed class AttachInput
{
    [Display(Name = "Tệp")]
    [Required(ErrorMessage = "Chọn một ảnh hoặc tệp")]
    public IFormFile? File { get; set; }
}

/// <summary>Takes a photo or paper away again.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class DetachPage(IFiles files, Texts text) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "tep")]
    public Guid FileId { get; set; }

    public MarkApplication Application { get; private set; } = null!;

    public StoredFile Shown { get; private set; } = null!;

    public abstract string Address { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadAsync(cancellationToken))
        {
            return NotFound();
        }

        await files.RemoveAsync(FileId, text["Bỏ tệp khỏi đơn"], cancellationToken);
        return Redirect(Address);
    }

    protected abstract Task<MarkApplication?> FindAsync(CancellationToken cancellationToken);

    private async Task<bool> IsReadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } application || await files.FindAsync(FileId, cancellationToken) is not { } file || file.Owner != ApplicationFiles.Of(Id))
        {
            return false;
        }

        (Application, Shown) = (application, file);
        return true;
    }
}
