using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Memoranda;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Register;

/// <summary>The admissions of an organisation, on its page.</summary>
internal sealed class MembershipsOfOrganisation(AppDbContext db, ClassNames classes, Texts text) : IOrganisationParts
{
    public int Order => 40;

    public async Task<OrganisationPart?> OfAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var rows = await (
            from admission in db.Set<Admission>().AsNoTracking()
            join decision in db.Set<AdmissionDecision>().AsNoTracking() on admission.DecisionId equals decision.Id
            where admission.OrganisationId == organisationId && DecisionFlow.Table.Counting.Contains(decision.Status)
            orderby decision.Code
            select new { admission, decision }).ToListAsync(cancellationToken);
        var words = await classes.AllAsync(cancellationToken);
        return rows.Count == 0 ? null : new OrganisationPart(text["Thành viên Liên minh"],
        [
            .. rows.Select(r => new OrganisationPartRow(
                text[words.Of(r.admission.Class)],
                text["Có hiệu lực từ: {0}", r.decision.EffectiveOn.IsKnown ? r.decision.EffectiveOn.ToString() : text["chưa có dữ liệu"]],
                $"/ket-nap#{r.decision.Code}",
                null,
                null)),
        ]);
    }
}

/// <summary>The awards of an organisation itself, on its page; those of its people are not public.</summary>
internal sealed class AwardsOfOrganisation(AppDbContext db, Texts text) : IOrganisationParts
{
    public int Order => 50;

    public async Task<OrganisationPart?> OfAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var rows = await (
            from award in db.Set<Award>().AsNoTracking()
            join decision in db.Set<AwardDecision>().AsNoTracking() on award.DecisionId equals decision.Id
            where award.OrganisationId == organisationId && award.Scope == AwardScope.Collective && DecisionFlow.Table.Counting.Contains(decision.Status)
            orderby decision.Code
            select new { award, decision }).ToListAsync(cancellationToken);
        return rows.Count == 0 ? null : new OrganisationPart(text["Khen thưởng"],
        [
            .. rows.Select(r => new OrganisationPartRow(
                text[Award.Word(r.award.Form)],
                text["Cấp khen thưởng: {0}", text[Award.Word(r.award.Level)]],
                $"/khen-thuong#{r.decision.Code}",
                null,
                null)),
        ]);
    }
}

/// <summary>The memoranda to which an organisation is a party, on its page.</summary>
internal sealed class MemorandaOfOrganisation(AppDbContext db, Names names, Texts text) : IOrganisationParts
{
    public int Order => 60;

    public async Task<OrganisationPart?> OfAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var memoranda = await db.Set<Memorandum>().AsNoTracking()
            .Where(m => m.PartyAId == organisationId || m.PartyBId == organisationId)
            .OrderBy(m => m.Code)
            .ToListAsync(cancellationToken);
        var others = await names.OfAsync(memoranda.Select(Other), cancellationToken);
        return memoranda.Count == 0 ? null : new OrganisationPart(text["Bản ghi nhớ hợp tác"],
        [
            .. memoranda.Select(m => new OrganisationPartRow(
                m.Title,
                text["Với {0}", others[Other(m)].Name],
                null,
                text[MemorandumFlow.Table[m.Status].PublicName],
                MemorandumFlow.Table[m.Status].Tone)),
        ]);

        Guid Other(Memorandum memorandum) => memorandum.PartyAId == organisationId ? memorandum.PartyBId : memorandum.PartyAId;
    }
}
