using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Web.Editing;

/// <summary>
/// A page that takes one step with a record. Whoever was overtaken is told how the record stands now and by whom (409), keeps all that was typed, and takes
/// the step at the next press where it may still be taken.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class StepPage(AppDbContext db, Texts text) : PageModel
{
    /// <summary>The record as it was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Where a taken step, and “Thôi”, lead.</summary>
    public abstract string Address { get; }

    protected Texts Text => text;

    protected abstract int VersionNow { get; }

    /// <summary>Whether the step may be taken from where the record stands.</summary>
    protected abstract bool IsNext { get; }

    /// <summary>How the record stands; a key of the English table.</summary>
    protected abstract string Standing { get; }

    protected abstract IReadOnlyList<Step> Taken { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken) || !IsNext)
        {
            return NotFound();
        }

        Version = VersionNow;
        Begin();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Version != VersionNow)
        {
            return Overtaken();
        }

        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await TakeAsync(cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Redirect(Address);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return await IsFoundAsync(cancellationToken) ? await OvertakenAsync(cancellationToken) : NotFound();
        }
    }

    protected abstract Task<bool> IsFoundAsync(CancellationToken cancellationToken);

    /// <summary>What the form begins with.</summary>
    protected virtual void Begin()
    {
    }

    protected virtual Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected abstract Task TakeAsync(CancellationToken cancellationToken);

    /// <summary>The day of a step is not ahead, nor before the last that is on record.</summary>
    protected void CheckDay(DateOnly? on, DateOnly? last, DateOnly today, string field = "Input.On")
    {
        if (on > today)
        {
            Wrong(field, "Ngày của việc này không thể sau hôm nay.");
        }
        else if (last is { } before && on < before)
        {
            Wrong(field, "Ngày của việc này không được sớm hơn việc đã ghi gần nhất ({0:dd/MM/yyyy}).", before);
        }
    }

    protected void Wrong(string field, string sentence, params object[] args) => ModelState.AddModelError(field, text[sentence, args]);

    /// <summary>Where the record stands as it was shown, another that was saved at this moment is in the way: the form's own check says which.</summary>
    private async Task<PageResult> OvertakenAsync(CancellationToken cancellationToken)
    {
        if (Version == VersionNow)
        {
            await CheckAsync(cancellationToken);
        }

        return ModelState.IsValid ? Overtaken() : new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private PageResult Overtaken()
    {
        var last = Taken.OrderBy(step => step.At).ThenBy(step => step.Id).LastOrDefault();
        var (who, when) = last is null ? (text["người khác"], "") : (last.By, Texts.Moment(last.At));
        ModelState.AddModelError(string.Empty, IsNext
            ? text["Hồ sơ vừa được thay đổi trong lúc bạn soạn: nay là “{0}” ({1}, {2}). Điều bạn nhập còn nguyên dưới đây, chưa có gì được lưu; bấm lần nữa nếu vẫn đúng.", text[Standing], who, when]
            : text["Hồ sơ vừa được thay đổi trong lúc bạn soạn: nay là “{0}” ({1}, {2}), nên không thực hiện được bước này nữa. Điều bạn nhập còn nguyên dưới đây, chưa có gì được lưu.", text[Standing], who, when]);
        ModelState.Remove(nameof(Version));
        Version = VersionNow;
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }
}
