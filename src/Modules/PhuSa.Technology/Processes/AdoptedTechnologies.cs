using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Technology.Processes;

/// <summary>On a cooperative's page: the technology processes it works with.</summary>
internal sealed class AdoptedTechnologies(AppDbContext db, Texts texts) : IOrganisationParts
{
    public int Order => 50;

    public async Task<OrganisationPart?> OfAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var adopted = await db.Set<TechnologyProcess>()
            .Where(p => p.AdopterId == organisationId)
            .InVietnameseOrder(db, p => p.Title)
            .AsFacts()
            .ToListAsync(cancellationToken);
        return adopted.Count == 0 ? null : new OrganisationPart(
            texts["Công nghệ đã tiếp nhận"],
            [.. adopted.Select(p => new OrganisationPartRow(p.Title, p.AdoptionTime.IsKnown ? p.AdoptionTime.ToString() : null, p.Url, texts[p.Status.PublicName], p.Status.Tone))]);
    }
}
