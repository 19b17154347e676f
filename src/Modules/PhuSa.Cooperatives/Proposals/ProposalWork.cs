using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Proposals;

/// <summary>Proposals of cooperatives that wait for an officer.</summary>
internal sealed class ProposalWork(AppDbContext db, ProposalDesk desk, IOrganisations organisations, Texts text) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.May(RegistryRights.Keep) || !await db.Set<FileProposal>().AnyAsync(p => p.Status == ProposalStatus.Open, cancellationToken))
        {
            return [];
        }

        var open = await desk.OpenOnesAsync(cancellationToken);
        var names = await organisations.OfAsync(open.Select(p => p.CooperativeId), cancellationToken);
        return [.. open.Select(p => new WorkItem(names[p.CooperativeId].Name, text["Hợp tác xã đề nghị sửa hồ sơ: {0}", text[ProposalPartFacts.Of(p.Part).Title]], "Trả lời", $"{ProposalDesk.Address}/{p.Id}", p.SentAt, Due: null))];
    }
}
