using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Web.Editing;

/// <summary>One value of a record, as the person typed it and as somebody else has saved it meanwhile.</summary>
/// <param name="Label">Vietnamese; a key of the English table where it is a word of the product.</param>
public sealed record Difference(string Label, string? Typed, string? Stored);

/// <summary>A form that may come back with what somebody else saved meanwhile.</summary>
public interface ITwoVersions
{
    /// <summary>Empty while nobody else saved.</summary>
    IReadOnlyList<Difference> Differences { get; }
}

/// <summary>What the shared views of an editing page need.</summary>
public interface IEditing : ITwoVersions
{
    bool IsStale { get; }

    /// <summary>What the form was begun from.</summary>
    string? Stamp { get; }
}

/// <summary>
/// A record, or a part of one, on a form. A form that was begun before somebody else saved the same comes back (409) with both versions side by side and
/// everything typed; it saves over at the next press.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class EditingPage<TInput>(AppDbContext db, Texts text) : PageModel, IEditing
    where TInput : class, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>Which button was pressed; whatever is not known saves.</summary>
    [BindProperty]
    public string? Do { get; set; }

    public bool IsStale { get; private set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    protected Texts Text => text;

    /// <summary>Where a saved form leads.</summary>
    protected abstract string Home { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return await ElsewhereAsync(cancellationToken) is { } address ? RedirectPermanent(address) : NotFound();
        }

        if (!MayBegin)
        {
            return NotFound();
        }

        Input = Stored();
        Stamp = StampNow();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return await ElsewhereAsync(cancellationToken) is { } address ? Redirect(address) : NotFound();
        }

        if (await IsArrangedAsync(cancellationToken))
        {
            return Page();
        }

        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Stamp != StampNow())
        {
            return Stale();
        }

        return await IsSavedAsync(cancellationToken) ? Redirect(Home) : await OvertakenAsync(cancellationToken);
    }

    /// <summary>Reads the record that the address names, and what the page shows beside it.</summary>
    protected abstract Task<bool> IsFoundAsync(CancellationToken cancellationToken);

    /// <returns>Where the record is now that the address names no more; null where there is none.</returns>
    protected virtual Task<string?> ElsewhereAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>False for a record of which no form is opened; one that was open already is told why it is refused.</summary>
    protected virtual bool MayBegin => true;

    /// <summary>The record as it is stored; as the form begins, where it is a new one.</summary>
    protected abstract TInput Stored();

    /// <summary>The values by their labels, in words, for comparing two versions.</summary>
    protected abstract IEnumerable<(string Label, string? Words)> Told(TInput input);

    /// <summary>A button was pressed that saves nothing.</summary>
    protected virtual Task<bool> IsArrangedAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    protected virtual Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Puts the form into the records.</summary>
    protected abstract Task ApplyAsync(CancellationToken cancellationToken);

    protected virtual void BeforeSave()
    {
    }

    protected void Wrong(string field, string sentence, params object[] args) => ModelState.AddModelError(field, text[sentence, args]);

    /// <summary>A button that saves nothing says nothing against what was typed, and loses none of it: also what cannot be read stays in its field.</summary>
    protected void KeepAsTyped()
    {
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }
    }

    private string StampNow() => TwoVersions.StampOf(Told(Stored()));

    private async Task<bool> IsSavedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ApplyAsync(cancellationToken);
            BeforeSave();
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Somebody saved between our look and our write; look again, so that the page can show what they saved.
            db.ChangeTracker.Clear();
            return await IsFoundAsync(cancellationToken) ? false : throw new RefusedException("Hồ sơ vừa được người khác thay đổi. Hãy xem lại rồi thử lại.");
        }
    }

    /// <summary>Where the same part is as it was shown, another record that was saved at this moment is in the way: the form's own check says which.</summary>
    private async Task<PageResult> OvertakenAsync(CancellationToken cancellationToken)
    {
        if (Stamp == StampNow())
        {
            await CheckAsync(cancellationToken);
        }

        return ModelState.IsValid ? Stale() : new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private PageResult Stale()
    {
        IsStale = true;
        Differences = TwoVersions.Between(Told(Input), Told(Stored()));
        ModelState.AddModelError(string.Empty, text["Phần này vừa được người khác sửa trong lúc bạn soạn. Mọi điều bạn nhập còn nguyên dưới đây; chưa có gì được lưu."]);
        ModelState.Remove(nameof(Stamp));
        Stamp = StampNow();
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }
}
