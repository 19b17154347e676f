using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Inspections;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Inspections;

/// <summary>Plans a visit: of a plan, from a report, from an unusual finding, or from a right. A report leads to one visit, however often it is sent.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(InspectionDesk desk, Texts text) : PageModel, IVisitForm
{
    /// <summary>Made with the form, so that a form sent twice plans one visit.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public NewVisitInput Input { get; set; } = new();

    VisitInput IVisitForm.Input => Input;

    public VisitGround Ground { get; private set; } = null!;

    public string? UnannouncedError => ModelState["Input.Unannounced"]?.Errors.FirstOrDefault()?.ErrorMessage;

    public string? GrantsError => ModelState["Input.Grants"]?.Errors.FirstOrDefault()?.ErrorMessage;

    /// <summary>What is wrong with the holder that was looked for; null where nothing is.</summary>
    public string? HolderError => ModelState[VisitStart.HolderKey]?.Errors.FirstOrDefault()?.ErrorMessage;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (await desk.CausedByAsync(Ground.Start.Cause, cancellationToken) is { } known)
        {
            return Redirect(InspectionDesk.Of(known.Id));
        }

        NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Grants.Now));
        Input.Grants = [.. Ground.Proposed];
        Input.Reason = Ground.Reason;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (!await IsReadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (await desk.CausedByAsync(Ground.Start.Cause, cancellationToken) is { } known)
        {
            return Redirect(InspectionDesk.Of(known.Id));
        }

        if (!Ground.IsReady)
        {
            return Invalid();
        }

        var chosen = Ground.Rights.Where(right => Input.Grants.Contains(right.Id)).Select(right => right.Id).ToList();
        if (chosen.Count == 0)
        {
            Wrong("Input.Grants", "Chọn ít nhất một quyền cần kiểm tra");
        }

        if (Ground.Plan is { } plan && Input.PlannedFor is { } day && day.Year != plan.Year)
        {
            Wrong("Input.PlannedFor", "Ngày dự kiến phải trong năm {0} của kế hoạch.", plan.Year);
        }

        return ModelState.IsValid
            ? Redirect(InspectionDesk.Of(await desk.PlanAsync(NewId, Ground.Mark!.Id, Ground.Holder!.Id, chosen, Ground.Start.Cause, Input.ToPlan(), cancellationToken)))
            : Invalid();
    }

    private static PageResult Invalid() => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };

    private void Wrong(string field, string sentence, params object[] args) => ModelState.AddModelError(field, text[sentence, args]);

    private async Task<bool> IsReadAsync(CancellationToken cancellationToken)
    {
        if (await VisitGround.ReadAsync(desk, VisitStart.Of(Request.Query), cancellationToken) is not { } ground)
        {
            return false;
        }

        Ground = ground;
        if (ground.Holder is null && ground.Start.Holder is { } typed)
        {
            await desk.Grants.Organisations.TellNotNamedAsync(typed, VisitStart.HolderKey, ModelState, text, cancellationToken);
        }
        else if (ground is { Holder: not null, Mark: not null, Rights.Count: 0 })
        {
            Wrong(VisitStart.HolderKey, "Đơn vị này không có quyền nào với nhãn hiệu đã chọn.");
        }

        return true;
    }
}
