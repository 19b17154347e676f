using PhuSa.Marks.Applications;
using PhuSa.Marks.Ceremonies;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Register;

/// <summary>Owners and holders of marks follow an organisation that is merged into another.</summary>
internal sealed class MarkReferences(AppDbContext db) : OrganisationReferences(db)
{
    public override IReadOnlyList<OrganisationReference> References { get; } =
    [
        Of<CertificationMark>(mark => mark.OwnerId),
        Of<CollectiveMark>(mark => mark.OwnerId),
        Of<MarkMember>(member => member.OrganisationId, nameof(MarkMember.MarkId)),
        Of<MarkGrant>(grant => grant.HolderId, nameof(MarkGrant.MarkId), nameof(MarkGrant.ProductKey)),
        Of<MarkApplication>(application => application.ApplicantId, nameof(MarkApplication.MarkId), nameof(MarkApplication.ProductKey)),
        Of<InspectionVisit>(visit => visit.HolderId),
        Of<InspectionPlan>(plan => plan.BodyId),
        Of<HandoverCeremony>(ceremony => ceremony.BodyId),
    ];
}
