using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>What the shared views of an editing page need.</summary>
internal interface IFileEditing
{
    CooperativeFile Kept { get; }

    IReadOnlyList<Difference> Differences { get; }

    bool IsStale { get; }

    string? Stamp { get; }
}

/// <summary>
/// One part of a cooperative's file on a page of its own. A form that was begun before somebody else saved the same part comes back (409) with both
/// versions side by side and everything typed; it saves over at the next press.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class FileEditing<TInput>(RegistryDesk desk, Texts text) : PageModel, IFileEditing
    where TInput : class, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>What the form was begun from.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>Which button was pressed; whatever is not known saves.</summary>
    [BindProperty]
    public string? Do { get; set; }

    public CooperativeFile Kept { get; private set; } = null!;

    public bool IsStale { get; private set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    protected RegistryDesk Desk => desk;

    protected Texts Text => text;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, cancellationToken))
        {
            return await desk.ElsewhereAsync(code, cancellationToken) is { } address ? RedirectPermanent(address) : NotFound();
        }

        Input = Stored();
        Stamp = StampNow();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, cancellationToken))
        {
            return await desk.ElsewhereAsync(code, cancellationToken) is { } address ? Redirect(address) : NotFound();
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

        return await IsSavedAsync(code, cancellationToken) ? Redirect(Kept.Address) : Stale();
    }

    /// <summary>The part as it is stored.</summary>
    protected abstract TInput Stored();

    /// <summary>The values of the part by their labels, in words, for comparing two versions of it.</summary>
    protected abstract IEnumerable<(string Label, string? Words)> Told(TInput input);

    /// <summary>Reads what the page shows beside the file.</summary>
    protected virtual Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A button was pressed that saves nothing.</summary>
    protected virtual Task<bool> IsArrangedAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    protected virtual Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Puts the form into the records.</summary>
    protected abstract Task ApplyAsync(CancellationToken cancellationToken);

    protected static string? Line(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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

    private string StampNow()
    {
        var told = string.Join('\u001e', Told(Stored()).Select(value => $"{value.Label}\u001f{value.Words}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)))[..32];
    }

    private async Task<bool> IsFoundAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(code, cancellationToken) is not { } found)
        {
            return false;
        }

        Kept = found;
        await LoadAsync(cancellationToken);
        return true;
    }

    private async Task<bool> IsSavedAsync(string code, CancellationToken cancellationToken)
    {
        try
        {
            await ApplyAsync(cancellationToken);
            if (desk.Db.ChangeTracker.Entries().Any(entry => entry.State == EntityState.Added))
            {
                // Whoever merges the file at this moment is told, or what is added would be left with a file that is no more.
                desk.Touch(Kept.Cooperative);
            }

            await desk.Db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Somebody saved between our look and our write; look again, so that the page can show what they saved.
            desk.Forget();
            return await IsFoundAsync(code, cancellationToken) ? false : throw new RefusedException("Hồ sơ vừa được người khác thay đổi. Hãy xem lại rồi thử lại.");
        }
    }

    private PageResult Stale()
    {
        IsStale = true;
        var typed = Told(Input).ToList();
        var stored = Told(Stored()).ToList();
        Differences = [.. typed.Select(value => value.Label).Union(stored.Select(value => value.Label))
            .Select(label => new Difference(label, WordsOf(typed, label), WordsOf(stored, label)))
            .Where(difference => difference.Typed != difference.Stored)];
        ModelState.AddModelError(string.Empty, text["Phần này vừa được người khác sửa trong lúc bạn soạn. Mọi điều bạn nhập còn nguyên dưới đây; chưa có gì được lưu."]);
        ModelState.Remove(nameof(Stamp));
        Stamp = StampNow();
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    /// <summary>Two terms of one person, two certificates of one name: all of them.</summary>
    private static string? WordsOf(List<(string Label, string? Words)> told, string label) =>
        told.FindAll(value => value.Label == label) is { Count: > 0 } values && values.Exists(value => value.Words is not null) ? string.Join(" · ", values.Select(value => value.Words)) : null;
}
