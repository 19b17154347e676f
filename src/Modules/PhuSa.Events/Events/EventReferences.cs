using PhuSa.Platform.Data;

namespace PhuSa.Events.Events;

/// <summary>Events follow their organiser when it is merged into another organisation.</summary>
internal sealed class EventReferences(AppDbContext db) : OrganisationReferences(db)
{
    public override IReadOnlyList<OrganisationReference> References { get; } = [Of<Event>(held => held.OrganiserId)];
}
