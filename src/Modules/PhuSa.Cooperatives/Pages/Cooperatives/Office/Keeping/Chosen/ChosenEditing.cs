using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Office.Chosen;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Chosen;

/// <summary>What the shared views of these pages need.</summary>
internal interface IChosenEditing
{
    IReadOnlyList<(PlacedLine Placed, int Version)> Files { get; }

    IReadOnlyList<ChosenOutcome> Refused { get; }

    int Done { get; }
}

/// <summary>One change for the lines chosen from the list. Files that it cannot be made for stay in the form, each with why; the others are done.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class ChosenEditing<TInput>(ChosenDesk desk, Texts text) : PageModel, IChosenEditing
    where TInput : class, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>Which files, as the person saw them.</summary>
    [BindProperty]
    public List<ChosenLine> Lines { get; set; } = [];

    public IReadOnlyList<(PlacedLine Placed, int Version)> Files { get; private set; } = [];

    public IReadOnlyList<ChosenOutcome> Refused { get; private set; } = [];

    public int Done { get; private set; }

    protected RegistryDesk Registry => desk.Registry;

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(Request.Query[ChosenDesk.CodeKey], cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Check();
        Lines.RemoveAll(line => string.IsNullOrEmpty(line?.Code));
        if (Lines.Count == 0)
        {
            ModelState.AddModelError(string.Empty, text["Chọn ít nhất một dòng trong danh sách."]);
        }
        else if (Lines.Count > ChosenDesk.Most)
        {
            ModelState.AddModelError(string.Empty, text["Mỗi lần ghi được {0} hồ sơ; hãy chia thành nhiều lần.", ChosenDesk.Most]);
        }

        if (!ModelState.IsValid)
        {
            await ReadAsync(Lines.Select(line => line.Code), cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var outcomes = await desk.ChangeAsync(Lines, Why, Change, cancellationToken);
        (Done, Refused) = (outcomes.Count(outcome => outcome.IsDone), [.. outcomes.Where(outcome => !outcome.IsDone)]);
        if (Refused.Count == 0)
        {
            return Redirect($"{RegistryRights.Address}?{IndexModel.DoneKey}={Done}");
        }

        ModelState.AddModelError(string.Empty, text["Đã ghi {0} hồ sơ; {1} hồ sơ chưa ghi được, lý do ở từng dòng dưới đây.", Done, Refused.Count]);
        await ReadAsync(Refused.Select(outcome => outcome.Code), cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    /// <summary>What the journal of each file says.</summary>
    protected abstract string Why { get; }

    protected abstract void Check();

    protected abstract void Change(CooperativeFile file);

    protected void Wrong(string field, string sentence) => ModelState.AddModelError(field, text[sentence]);

    /// <summary>The form is begun anew from the files as they are now.</summary>
    private async Task ReadAsync(IEnumerable<string?> codes, CancellationToken cancellationToken)
    {
        Files = await desk.OfAsync(codes, cancellationToken);
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith(nameof(Lines), StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }
}
