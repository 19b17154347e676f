using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Nominations;
using PhuSa.Alliance.Requests;
using PhuSa.Platform.Data;

namespace PhuSa.Alliance.Register;

/// <summary>Admissions, awards and memoranda follow an organisation that is merged into another.</summary>
internal sealed class AllianceReferences(AppDbContext db) : OrganisationReferences(db)
{
    public override IReadOnlyList<OrganisationReference> References { get; } =
    [
        Of<Admission>(admission => admission.OrganisationId, nameof(Admission.DecisionId)),
        Of<Award>(award => award.OrganisationId),
        Of<Memorandum>(memorandum => memorandum.PartyAId),
        Of<Memorandum>(memorandum => memorandum.PartyBId),
        Of<MemorandumParty>(party => party.OrganisationId, nameof(MemorandumParty.MemorandumId)),
        Of<Obligation>(obligation => obligation.OwnerId),
        Of<MembershipRequest>(request => request.OrganisationId),
        Of<MembershipRequest>(request => request.OpenFor),
        Of<Nomination>(nomination => nomination.OrganisationId),
        Of<FeeReceipt>(receipt => receipt.OrganisationId),
    ];
}
