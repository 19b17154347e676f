using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Attachments;

/// <summary>What goes with records of one kind.</summary>
/// <param name="Owner">Of the record with this id.</param>
/// <param name="Full">Told where there are <paramref name="Most"/> already; a key of the English table with a place for the number.</param>
/// <param name="Away">Why a file that is taken away goes; a key of the English table.</param>
internal sealed record Attaching(Func<Guid, FileOwner> Owner, FileRules Rules, int Most, string Full, string Away);

/// <summary>Takes one photo or paper into a record; whose turn it is, the page on top of this says.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class AttachPage<TRecord>(IFiles files, Texts text, Attaching attaching) : PageModel
    where TRecord : class
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AttachInput Input { get; set; } = new();

    public TRecord Record { get; private set; } = null!;

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    public abstract string Address { get; }

    /// <summary>The record, or the part of it that the files are of.</summary>
    protected virtual Guid OwnerId => Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Files.Count >= attaching.Most)
        {
            ModelState.AddModelError(FormFiles.Field, text[attaching.Full, attaching.Most]);
        }

        return ModelState.IsValid && await files.TakeOrTellAsync(Input.File!, attaching.Owner(OwnerId), attaching.Rules, ModelState, text, cancellationToken) is not null
            ? Redirect(Address)
            : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <returns>The record where the person may add to it now.</returns>
    protected abstract Task<TRecord?> FindAsync(CancellationToken cancellationToken);

    private async Task<bool> IsReadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } record)
        {
            return false;
        }

        (Record, Files) = (record, await files.OfAsync(attaching.Owner(OwnerId), cancellationToken));
        return true;
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
internal abstract class DetachPage<TRecord>(IFiles files, Texts text, Attaching attaching) : PageModel
    where TRecord : class
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "tep")]
    public Guid FileId { get; set; }

    public TRecord Record { get; private set; } = null!;

    public StoredFile Shown { get; private set; } = null!;

    public abstract string Address { get; }

    /// <summary>The record, or the part of it that the files are of.</summary>
    protected virtual Guid OwnerId => Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadAsync(cancellationToken))
        {
            return NotFound();
        }

        await files.RemoveAsync(FileId, text[attaching.Away], cancellationToken);
        return Redirect(Address);
    }

    /// <returns>The record where the person may take from it now.</returns>
    protected abstract Task<TRecord?> FindAsync(CancellationToken cancellationToken);

    private async Task<bool> IsReadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } record || await files.FindAsync(FileId, cancellationToken) is not { } file || file.Owner != attaching.Owner(OwnerId))
        {
            return false;
        }

        (Record, Shown) = (record, file);
        return true;
    }
}
