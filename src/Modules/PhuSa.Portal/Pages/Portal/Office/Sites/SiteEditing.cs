using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>
/// One part of a site on a page of its own. The form's button says what is wanted: save, a look at the real page with the unsaved values,
/// or a row more, up or down. A stale form comes back (409) with everything typed and saves over at the next press.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class SiteEditing(SiteDesk desk, Texts text) : PageModel
{
    public const string Home = "/quan-tri/trang";
    public const string Save = "luu";
    public const string Look = "xem";

    /// <summary>Which button was pressed; whatever is not known saves.</summary>
    [BindProperty]
    public string? Do { get; set; }

    /// <summary>What the form was begun from.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    public Site Site { get; private set; } = null!;

    /// <summary>The form was begun before somebody else saved.</summary>
    public bool IsStale { get; private set; }

    public string Address => $"{Home}/{Site.Code}";

    /// <summary>The preview is the summary in English, not the home page.</summary>
    protected virtual bool LooksAtEnglish => false;

    protected SiteDesk Desk => desk;

    protected Texts Text => text;

    /// <summary>The version of what this page edits, as it is stored.</summary>
    protected virtual string StampNow => SiteDesk.StampOf([(Site.Id, Site.Version)]);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, cancellationToken))
        {
            return NotFound();
        }

        Fill();
        Stamp = StampNow;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, cancellationToken))
        {
            return NotFound();
        }

        if (IsArranged())
        {
            return Page();
        }

        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Do == Look)
        {
            return await LookAsync(cancellationToken);
        }

        return Stamp == StampNow && await IsSavedAsync(cancellationToken) ? Redirect(Address) : Stale();
    }

    /// <returns>False where there is no such part of the site.</returns>
    protected virtual Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Puts what is stored into the form.</summary>
    protected abstract void Fill();

    /// <summary>A button that only moves rows about was pressed.</summary>
    protected virtual bool IsArranged() => false;

    protected virtual Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Puts the form into the records, which nobody saves after a look.</summary>
    protected abstract void Apply();

    protected virtual Task SaveAsync(CancellationToken cancellationToken)
    {
        Apply();
        return desk.Db.SaveChangesAsync(cancellationToken);
    }

    protected virtual SiteDirectory Previewed(SiteDirectory directory) => directory.With(Site);

    protected static string? Lines(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : string.Join('\n', typed.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries)).Trim();

    protected void Wrong(string field, string sentence, params object[] args) => ModelState.AddModelError(field, text[sentence, args]);

    private async Task<bool> IsFoundAsync(string code, CancellationToken cancellationToken) =>
        (Site = (await desk.FindAsync(code, cancellationToken))!) is not null && await LoadAsync(cancellationToken);

    private async Task<ViewResult> LookAsync(CancellationToken cancellationToken)
    {
        Apply();
        var services = HttpContext.RequestServices;
        var directory = Previewed(await services.GetRequiredService<KeptSites>().DirectoryAsync(cancellationToken));
        HttpContext.Features.Set(new SitePreview(directory, Site));
        var home = await services.GetRequiredService<HomeContents>().OfAsync(directory, Site, cancellationToken);
        return new ViewResult
        {
            ViewName = "/Pages/Portal/Office/Sites/_Preview.cshtml",
            ViewData = new ViewDataDictionary<SiteLook>(MetadataProvider, ModelState) { Model = new SiteLook(home, LooksAtEnglish) },
        };
    }

    private async Task<bool> IsSavedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SaveAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Somebody saved between our look and our write: a version moved on, or the same link came twice.
            return false;
        }
    }

    private PageResult Stale()
    {
        IsStale = true;
        ModelState.AddModelError(string.Empty, text["Trang vừa được người khác sửa trong lúc bạn soạn. Mọi điều bạn nhập còn nguyên dưới đây; chưa có gì được lưu."]);
        ModelState.Remove(nameof(Stamp));
        Stamp = StampNow;
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }
}

/// <summary>What a preview shows.</summary>
internal sealed record SiteLook(HomeContent Home, bool InEnglish);
