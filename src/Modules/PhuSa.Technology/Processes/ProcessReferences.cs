using PhuSa.Platform.Data;

namespace PhuSa.Technology.Processes;

/// <summary>Processes follow their owner and their adopter when these are merged into another organisation.</summary>
internal sealed class ProcessReferences(AppDbContext db) : OrganisationReferences(db)
{
    public override IReadOnlyList<OrganisationReference> References { get; } = [Of<TechnologyProcess>(process => process.OwnerId), Of<TechnologyProcess>(process => process.AdopterId)];
}
