using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>
/// One part of a site on a page of its own. The form's button says what is wanted: save, a look at the real page with the unsaved values,
/// or a row more, up or down. A form that was begun before somebody else saved the same comes back (409) with both versions side by side and everything typed;
/// it saves over at the next press.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class SiteEditing(SiteDesk desk, Texts text) : PageModel, ITwoVersions
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

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public string Address => $"{Home}/{Site.Code}";

    /// <summary>The preview is the summary in English, not the home page.</summary>
    protected virtual bool LooksAtEnglish => false;

    protected SiteDesk Desk => desk;

    protected Texts Text => text;

    /// <summary>What this page edits, by labels, in words: as it was typed.</summary>
    protected abstract IEnumerable<(string Label, string? Words)> Typed { get; }

    /// <summary>The same as it is stored.</summary>
    protected abstract IEnumerable<(string Label, string? Words)> Kept { get; }

    private string StampNow => TwoVersions.StampOf(Kept);

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

        return await SavedAsync(code, again: false, cancellationToken);
    }

    private async Task<IActionResult> SavedAsync(string code, bool again, CancellationToken cancellationToken)
    {
        if (Stamp != StampNow)
        {
            return Stale();
        }

        try
        {
            await SaveAsync(cancellationToken);
            return Redirect(Address);
        }
        catch (Exception failure) when (failure is DbUpdateException or RefusedException)
        {
            // Somebody saved between our look and our write (a version moved on, the same link came twice), or publishing is frozen:
            // look again, so that the page shows what is stored beside what was typed.
            desk.Db.ChangeTracker.Clear();
            if (!await IsFoundAsync(code, cancellationToken))
            {
                return NotFound();
            }

            if (failure is RefusedException)
            {
                throw;
            }

            // It was another part of the site that moved on: this one still is what the form was begun with.
            return again ? Stale() : await SavedAsync(code, again: true, cancellationToken);
        }
    }

    /// <returns>False where there is no such part of the site.</returns>
    protected virtual Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Says what of the form a browser does not send twice.</summary>
    protected virtual void ComeBack()
    {
    }

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

    private PageResult Stale()
    {
        IsStale = true;
        Differences = TwoVersions.Between(Typed, Kept);
        ComeBack();
        ModelState.AddModelError(string.Empty, text["Trang vừa được người khác sửa trong lúc bạn soạn. Mọi điều bạn nhập còn nguyên dưới đây; chưa có gì được lưu."]);
        ModelState.Remove(nameof(Stamp));
        Stamp = StampNow;
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }
}

/// <summary>One part of a site that is a handful of fields.</summary>
internal abstract class SiteForm<TInput>(SiteDesk desk, Texts text) : SiteEditing(desk, text)
    where TInput : class, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    protected sealed override IEnumerable<(string Label, string? Words)> Typed => Told(Input);

    protected sealed override IEnumerable<(string Label, string? Words)> Kept => Told(Stored());

    /// <summary>The part as it is stored.</summary>
    protected abstract TInput Stored();

    /// <summary>The values by their labels, in words, for comparing two versions.</summary>
    protected abstract IEnumerable<(string Label, string? Words)> Told(TInput input);

    protected sealed override void Fill() => Input = Stored();
}

/// <summary>What a preview shows.</summary>
internal sealed record SiteLook(HomeContent Home, bool InEnglish);
