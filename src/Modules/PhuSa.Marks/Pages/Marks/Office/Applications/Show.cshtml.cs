using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Files;

namespace PhuSa.Marks.Pages.Marks.Office.Applications;

/// <summary>One application: what is asked for, what is due, and what happened to it.</summary>
internal sealed class ShowModel(ApplicationDesk desk, IFiles files) : PageModel
{
    public MarkApplication Application { get; private set; } = null!;

    public CertificationMark Mark { get; private set; } = null!;

    public OrganisationFact Applicant { get; private set; } = null!;

    public MarkRegulation? Regulation { get; private set; }

    public ApplicationDue? Due { get; private set; }

    public Guid? GrantId => Application.GrantId;

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    /// <summary>The moves that its status allows.</summary>
    public IReadOnlyList<ApplicationAction> Next { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public ApplicationStory Story { get; private set; } = null!;

    public DateOnly Today => desk.Grants.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } application)
        {
            return NotFound();
        }

        (Application, Mark) = (application, await desk.Grants.MarkAsync(application.MarkId, cancellationToken));
        Applicant = (await desk.Grants.Organisations.OfAsync([application.ApplicantId], cancellationToken))[application.ApplicantId];
        Regulation = await desk.RegulationAsync(application, cancellationToken);
        Due = ApplicationClock.Of(application, Regulation);
        Files = await files.OfAsync(ApplicationFiles.Of(id), cancellationToken);
        MayKeep = desk.Grants.Person.MayKeep(Mark.OwnerId);
        Story = await ApplicationStory.OfAsync(application, desk.Grants, files, MayKeep ? ApplicationDesk.Of(id) : null, cancellationToken);
        Next = [.. Enum.GetValues<ApplicationAction>().Where(action => MarkApplicationFlow.Table.Next(application.Status, action) is not null)];
        return Page();
    }
}
