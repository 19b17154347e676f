using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Grants;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Register;

/// <summary>The rights an organisation holds and the collective marks it owns, on its page.</summary>
internal sealed class MarksOfOrganisation(AppDbContext db, TimeProvider clock, Texts text) : IOrganisationParts
{
    public int Order => 10;

    public async Task<OrganisationPart?> OfAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var grants = await (
            from grant in db.Set<MarkGrant>()
            join mark in db.Set<CertificationMark>() on grant.MarkId equals mark.Id
            where grant.HolderId == organisationId
            select new { grant.Product, grant.Status, grant.ExpiresOn, Begins = grant.GivenOn.From, mark.Name, mark.Slug }).ToListAsync(cancellationToken);
        var rights = grants
            .OrderBy(g => g.Name, VietnameseOrder.Instance)
            .ThenBy(g => g.Product, VietnameseOrder.Instance)
            .Select(g =>
            {
                var standing = GrantStanding.On(today, g.Status, g.ExpiresOn, g.Begins);
                return new OrganisationPartRow(g.Name, g.Product, $"/nhan-hieu/{g.Slug}", text[standing.Word], standing.Tone) { Meaning = RowMeaning.Right, InForce = standing.InForce };
            });

        var owned = await db.Set<CollectiveMark>().AsNoTracking().AsSplitQuery().Where(m => m.OwnerId == organisationId).ToListAsync(cancellationToken);
        var ids = owned.Select(m => m.Id).ToList();
        var contracts = (await db.Set<MarkSupportContract>().AsNoTracking().AsSplitQuery().Where(c => ids.Contains(c.MarkId)).ToListAsync(cancellationToken)).ToLookup(c => c.MarkId);
        var calendar = await FilingCalendar.ReadAsync(db, cancellationToken);
        var marks = owned.OrderBy(m => m.Name, VietnameseOrder.Instance).Select(m => Row(m, calendar.StandingOf(m, today), [.. contracts[m.Id]]) with { Meaning = RowMeaning.Mark });
        var rows = rights.Concat(marks).ToList();
        return rows.Count == 0 ? null : new OrganisationPart(text["Quyền và nhãn hiệu"], rows);
    }

    private OrganisationPartRow Row(CollectiveMark mark, FilingStanding standing, IReadOnlyList<MarkSupportContract> contracts)
    {
        if (mark.Status != FilingStage.Unknown)
        {
            return new OrganisationPartRow(mark.Name, "Nhãn hiệu tập thể", $"/nhan-hieu/{mark.Slug}", text[standing.Word], standing.Tone);
        }

        // With several contracts no single status speaks for the mark: its page tells them all.
        var facts = contracts is [var only] ? ContractFlow.Table[only.Status] : null;
        return new OrganisationPartRow(
            mark.Name,
            "Nhãn hiệu tập thể",
            $"/nhan-hieu/{mark.Slug}",
            facts is null ? null : text["Hợp đồng hỗ trợ: {0}", text[facts.PublicName]],
            facts?.Tone);
    }
}
