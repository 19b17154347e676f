using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Memoranda;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Register;

/// <summary>
/// The terms of an organisation as a member of the Alliance, on its page. That it was admitted stands in a list before readers; that it was suspended, went
/// or was excluded, and on which day, stands in no public paper: who is suspended is a member, and who is none any more was one.
/// </summary>
internal sealed class MembershipsOfOrganisation(AppDbContext db, MemberBook book, ClassNames classes, TimeProvider clock, Texts text) : IOrganisationParts
{
    public int Order => 40;

    public async Task<OrganisationPart?> OfAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        if (await book.OfAsync(organisationId, cancellationToken) is not { History: { Terms.Count: > 0 } history })
        {
            return null;
        }

        var ids = history.Terms.Select(term => term.DecisionId).ToArray();
        var codes = await db.Set<AdmissionDecision>().Where(d => EF.Parameter(ids).Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Code, cancellationToken);
        var words = await classes.AllAsync(cancellationToken);
        var today = history.On(VietnamTime.Today(clock));
        return new OrganisationPart(today.IsMember || today.IsUnknown ? text["Thành viên Liên minh"] : text["Từng là thành viên Liên minh"],
        [
            .. history.Terms.Reverse().Select(term =>
            {
                var (word, tone) = StateOf(term, today);
                return new OrganisationPartRow(text[words.Of(term.ClassCode)], Days(term), $"/ket-nap#{codes[term.DecisionId]}", text[word], tone);
            }),
        ]);
    }

    private static (string Word, string Tone) StateOf(Term term, Standing today)
    {
        if (term == today.Term)
        {
            return today.IsMember ? (MembershipFlow.Table[MembershipState.Member].PublicName, MembershipFlow.Table[MembershipState.Member].Tone) : ("Chưa rõ", "unknown");
        }

        return term.EndedBy switch
        {
            MembershipAction.Withdraw or MembershipAction.Exclude => ("Từng là thành viên", "ended"),
            MembershipAction.Reclassify => ("Đã chuyển sang loại khác", "ended"),
            _ => ("Chưa rõ", "unknown"),
        };
    }

    /// <summary>The last day is told where the list that began the next term tells it.</summary>
    private string Days(Term term)
    {
        var from = term.From.IsKnown ? term.From.ToString() : text["chưa có dữ liệu"];
        return term is { To: { } last, EndedBy: MembershipAction.Reclassify } ? text["Có hiệu lực từ: {0}, đến hết {1}", from, VietnamTime.Written(last)] : text["Có hiệu lực từ: {0}", from];
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
            where award.OffAt == null && award.OrganisationId == organisationId && award.Scope == AwardScope.Collective && DecisionFlow.Table.Counting.Contains(decision.Status)
            orderby decision.Code
            select new { award, decision }).ToListAsync(cancellationToken);
        return rows.Count == 0 ? null : new OrganisationPart(text["Khen thưởng"],
        [
            .. rows.Select(r => new OrganisationPartRow(
                text[Award.Word(r.award.Form)],
                r.award.Reason is { } reason
                    ? text["Cấp khen thưởng: {0}. Lý do khen: {1}", text[Award.Word(r.award.Level)], reason]
                    : text["Cấp khen thưởng: {0}", text[Award.Word(r.award.Level)]],
                $"/khen-thuong#{r.decision.Code}",
                null,
                null) { Meaning = RowMeaning.Award }),
        ]);
    }
}

/// <summary>
/// The memoranda to which an organisation is a party, on its page: those whose paper is public, by that paper's name, between organisations on record. How
/// they were kept, and who else is named in them, is the office's.
/// </summary>
internal sealed class MemorandaOfOrganisation(AppDbContext db, Names names, IPapers papers, Texts text) : IOrganisationParts
{
    public int Order => 60;

    public async Task<OrganisationPart?> OfAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var counting = MemorandumFlow.Table.Counting.ToList();
        var signed = await db.SignedBy(organisationId).AsNoTracking().Where(m => m.PaperId != null && counting.Contains(m.Status)).OrderBy(m => m.Code).ToListAsync(cancellationToken);
        var published = await papers.OfAsync(signed.Select(m => m.PaperId!.Value), cancellationToken);
        var memoranda = signed.FindAll(m => published.TryGetValue(m.PaperId!.Value, out var paper) && !paper.IsVoided);
        var further = await db.FurtherPartiesAsync(memoranda, cancellationToken);
        var others = await names.OfAsync(memoranda.SelectMany(Others), cancellationToken);
        return memoranda.Count == 0 ? null : new OrganisationPart(text["Bản ghi nhớ hợp tác"],
        [
            .. memoranda.Select(m => new OrganisationPartRow(
                published[m.PaperId!.Value].Title,
                Others(m).ToList() is { Count: > 0 } parties ? text["Với {0}", string.Join("; ", parties.Select(id => others[id].Name))] : null,
                published[m.PaperId!.Value].Url,
                text[MemorandumFlow.Table[MemorandumStatus.Signed].PublicName],
                MemorandumFlow.Table[MemorandumStatus.Signed].Tone)),
        ]);

        IEnumerable<Guid> Others(Memorandum memorandum) => further.PartiesOf(memorandum).Where(party => party != organisationId);
    }
}
