using PhuSa.Platform.Data;

namespace PhuSa.Support.Applications;

/// <summary>Applications follow their applicant when it is merged into another organisation.</summary>
internal sealed class ApplicationReferences(AppDbContext db) : OrganisationReferences(db)
{
    public override IReadOnlyList<OrganisationReference> References { get; } = [Of<SupportApplication>(application => application.ApplicantId)];
}
