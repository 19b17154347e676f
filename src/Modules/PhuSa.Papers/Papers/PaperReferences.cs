using PhuSa.Platform.Data;

namespace PhuSa.Papers.Papers;

/// <summary>Papers follow their issuer when it is merged into another organisation. Books, incoming papers and templates are those of an office: an office is never merged.</summary>
internal sealed class PaperReferences(AppDbContext db) : OrganisationReferences(db)
{
    public override IReadOnlyList<OrganisationReference> References { get; } = [Of<Paper>(paper => paper.IssuedById)];
}
