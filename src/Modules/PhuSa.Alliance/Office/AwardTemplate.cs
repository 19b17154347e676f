using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Nominations;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Office;

/// <summary>The text of an award decision, with its list, from a list that is being put together.</summary>
internal sealed class AwardTemplate(AppDbContext db, IOrganisations organisations, ISignedIn signedIn) : IPaperTemplate
{
    public const string TheCode = "alliance.award";

    public string Code => TheCode;

    public PaperKind Kind => PaperKind.Decision;

    public async Task<PaperText?> OfAsync(Guid recordId, CancellationToken cancellationToken)
    {
        if (signedIn.Person?.May(AllianceRights.Keep) != true)
        {
            return null;
        }

        var nominations = await db.Set<Nomination>().AsNoTracking().AsSplitQuery().Where(n => n.DecisionId == recordId && n.Status == NominationStatus.Listed).ToListAsync(cancellationToken);
        if (nominations.Count == 0)
        {
            return null;
        }

        var named = await organisations.OfAsync(nominations.Select(n => n.OrganisationId).OfType<Guid>(), cancellationToken);
        var kinds = await db.Set<AwardKind>().AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.Name, cancellationToken);
        var body = new StringBuilder("Căn cứ Luật Thi đua, khen thưởng;\nXét đề nghị của Hội đồng thi đua, khen thưởng.\nQUYẾT ĐỊNH:\n")
            .Append(CultureInfo.InvariantCulture, $"Điều 1. Khen thưởng {nominations.Count:00} tập thể, cá nhân có tên sau đây:\n");
        foreach (var (name, kind, reason) in nominations.Select(n => (AwardCase.NameOf(n.RecipientName, n.OrganisationId, named), kinds[n.KindId], n.Reason)).OrderBy(row => row.Item1, VietnameseOrder.Instance))
        {
            body.Append("- ").Append(name).Append(": ").Append(kind).Append(reason is null ? "" : ", ").Append(reason).Append(";\n");
        }

        body.Append("Điều 2. Văn phòng Liên minh và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.\n");
        return new PaperText("Về việc khen thưởng tập thể, cá nhân có thành tích", body.ToString(), "Như Điều 2");
    }
}
