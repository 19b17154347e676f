using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Support.Verdicts;

namespace PhuSa.Support.Applications;

/// <summary>On a cooperative's page: what it asked support for, with the verdicts that a published text told.</summary>
internal sealed class ApplicationsOfCooperative(AppDbContext db, Texts texts) : IOrganisationParts
{
    public int Order => 60;

    public async Task<OrganisationPart?> OfAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var applications = await db.Set<SupportApplication>().Public().Where(a => a.ApplicantId == organisationId).AsFacts().ToListAsync(cancellationToken);
        return applications.Count == 0 ? null : new OrganisationPart(
            texts["Đề nghị hỗ trợ"],
            [.. applications.Select(a => new OrganisationPartRow(a.ProjectTitle, Summary(a), a.Url, texts[a.StatusFacts.PublicName], a.StatusFacts.Tone))]);
    }

    private string? Summary(ApplicationFact application) => application.Verdicts.Count == 0
        ? null
        : string.Join(" · ", Enum.GetValues<VerdictGroup>()
            .Select(application.On)
            .OfType<VerdictFact>()
            .Select(verdict => $"{texts[VerdictWords.Name(verdict.Group)]}: {texts[VerdictWords.Name(verdict.Value)]}"));
}
