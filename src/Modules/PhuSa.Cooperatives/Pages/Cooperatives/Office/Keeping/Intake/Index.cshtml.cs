using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Intake;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Intake;

/// <summary>Hands a table in, of whatever layout; and the tables handed in before.</summary>
[UploadLimit(IntakeDesk.MaxMegabytes)]
internal sealed class IndexModel(IntakeDesk desk, ISignedIn signedIn, Texts text) : PageModel
{
    private const int Most = 30;

    [BindProperty]
    public UploadInput Input { get; set; } = new();

    /// <summary>Those of the own body, the latest first.</summary>
    public IReadOnlyList<RegistryIntake> Before { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && await OpenAsync(Input.File!, cancellationToken) is { } intake)
        {
            return Redirect($"{IntakeDesk.Address}/{intake.Id}{(intake.HasLayout ? "" : "/cot")}");
        }

        desk.Db.ChangeTracker.Clear();
        await ReadAsync(cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task<RegistryIntake?> OpenAsync(IFormFile file, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        try
        {
            return await desk.OpenAsync(new IncomingFile(content, file.FileName, file.Length), signedIn.Person!, cancellationToken);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("Input.File", text[refused.Text, [.. refused.Args]]);
            return null;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        Before = await desk.Db.Set<RegistryIntake>().AsNoTracking().AsSplitQuery().Where(i => i.OrganisationId == signedIn.Person!.OrganisationId).OrderByDescending(i => i.TakenInAt).ThenByDescending(i => i.Id).Take(Most).ToListAsync(cancellationToken);
}

internal sealed class UploadInput
{
    [Display(Name = "Bảng Excel (.xlsx) hoặc CSV")]
    [Required(ErrorMessage = "Chọn một tệp")]
    public IFormFile? File { get; set; }
}
