using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Ceremonies;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Checking;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Regulations;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Register;

/// <summary>A right as the mark's page shows it today.</summary>
/// <param name="Check">Root-relative address of its check page.</param>
internal sealed record RightLine(string Product, Holder Holder, string GivenOn, DateOnly? ExpiresOn, PaperFact? Decision, GrantStanding Standing, string Check);

/// <summary>A certification mark in the list.</summary>
/// <param name="Rights">Rights that have not ended by a decision.</param>
/// <param name="Batched">How many more were given in batches of which only the number is known.</param>
internal sealed record CertificationMarkLine(string Slug, string Name, Holder? Owner, int Rights, int Batched);

internal sealed record CollectiveMarkLine(string Slug, string Name, Holder Owner, FilingStanding Standing);

/// <summary>What happened to a filing on a day, with its paper where that is public.</summary>
internal sealed record FilingDay(string What, DateOnly On, PaperFact? Paper);

/// <summary>What the public sees of a filing: how far it has come, the days, the regulation in force and the organisations that may use the mark.</summary>
/// <param name="Regulation">In force today; null where not known, or its paper is not public.</param>
internal sealed record FilingOfMark(FilingStanding Standing, IReadOnlyList<FilingDay> Days, PaperFact? Regulation, DateOnly? RegulatedFrom, IReadOnlyList<Holder> Members);

/// <summary>A ceremony at which rights of a mark were handed over.</summary>
/// <param name="ArticleUrl">Where it was told of; null where not known.</param>
internal sealed record CeremonyLine(string Name, DateOnly HeldOn, string? Venue, string? ArticleUrl, int Rights);

/// <param name="Regulation">The paper of the regulation; null where not known, or it is not public.</param>
/// <param name="Rules">The version of the regulation that is in force today; null where none is on record.</param>
internal sealed record CertificationMarkPage(
    CertificationMark Mark, Holder? Owner, PaperFact? Regulation, MarkRegulation? Rules, IReadOnlyList<ShownSample> Samples, IReadOnlyList<CeremonyLine> Ceremonies, IReadOnlyList<GrantBatch> Batches, IReadOnlyList<IGrouping<string, RightLine>> Rights, IReadOnlyList<HistoryLine> History);

internal sealed record CollectiveMarkPage(
    CollectiveMark Mark, Holder Owner, FilingOfMark Filing, IReadOnlyList<(MarkSupportContract Contract, PaperFact? Paper)> Contracts, IReadOnlyList<HistoryLine> History);

/// <summary>Reads marks for the public register.</summary>
internal sealed class MarkRegister(AppDbContext db, HolderNames holders, IPapers papers, MarkHistory history, RegulationBook regulations, Later<IFiles> files, TimeProvider clock)
{
    public async Task<IReadOnlyList<CertificationMarkLine>> CertificationMarksAsync(CancellationToken cancellationToken)
    {
        var marks = await db.Set<CertificationMark>().AsNoTracking().InVietnameseOrder(db, m => m.Name).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        var counting = GrantFlow.Table.Counting.ToList();
        var rights = await db.Set<MarkGrant>().Where(g => counting.Contains(g.Status)).GroupBy(g => g.MarkId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var batched = await db.Set<GrantBatch>().GroupBy(b => b.MarkId)
            .Select(b => new { b.Key, Sum = b.Sum(x => x.HoldersCount) }).ToDictionaryAsync(b => b.Key, b => b.Sum, cancellationToken);
        var owners = await holders.OfAsync(marks.Select(m => m.OwnerId).OfType<Guid>(), cancellationToken);
        return
        [
            .. marks.Select(m => new CertificationMarkLine(
                m.Slug, m.Name, m.OwnerId is { } owner ? owners[owner] : null, rights.GetValueOrDefault(m.Id), batched.GetValueOrDefault(m.Id))),
        ];
    }

    public async Task<IReadOnlyList<CollectiveMarkLine>> CollectiveMarksAsync(CancellationToken cancellationToken)
    {
        var marks = await db.Set<CollectiveMark>().AsNoTracking().AsSplitQuery().InVietnameseOrder(db, m => m.Name).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        var owners = await holders.OfAsync(marks.Select(m => m.OwnerId), cancellationToken);
        var (calendar, today) = (await FilingCalendar.ReadAsync(db, cancellationToken), VietnamTime.Today(clock));
        return [.. marks.Select(m => new CollectiveMarkLine(m.Slug, m.Name, owners[m.OwnerId], calendar.StandingOf(m, today)))];
    }

    /// <returns>Null where no certification mark has this slug.</returns>
    public async Task<CertificationMarkPage?> CertificationMarkAsync(string slug, CancellationToken cancellationToken)
    {
        var mark = await db.Set<CertificationMark>().AsNoTracking().SingleOrDefaultAsync(m => m.Slug == slug, cancellationToken);
        if (mark is null)
        {
            return null;
        }

        var batches = await db.Set<GrantBatch>().AsNoTracking().Where(b => b.MarkId == mark.Id).OrderBy(b => b.Code).ToListAsync(cancellationToken);
        var grants = await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => g.MarkId == mark.Id).ToListAsync(cancellationToken);
        var names = await holders.OfAsync(grants.Select(g => g.HolderId).Concat(new[] { mark.OwnerId }.OfType<Guid>()), cancellationToken);
        var today = VietnamTime.Today(clock);
        var rules = await regulations.OnAsync(mark.Id, today, cancellationToken);
        var issuedBy = rules?.PaperId ?? mark.RegulationId;
        var cited = await papers.OfAsync(grants.Select(g => g.TermPaperId).Append(issuedBy).OfType<Guid>(), cancellationToken);
        var rights = grants
            .OrderBy(g => g.Product, VietnameseOrder.Instance)
            .ThenBy(g => names[g.HolderId].Name, VietnameseOrder.Instance)
            .GroupBy(g => g.ProductKey, g => new RightLine(
                g.Product,
                names[g.HolderId],
                g.GivenOn.ToString(),
                g.ExpiresOn,
                g.TermPaperId is { } decision ? cited.GetValueOrDefault(decision) : null,
                GrantStanding.On(today, g.Status, g.ExpiresOn, g.GivenOn.From),
                CheckAddress.Of(g.CheckCode)));
        return new CertificationMarkPage(
            mark,
            mark.OwnerId is { } owner ? names[owner] : null,
            issuedBy is { } regulation ? cited.GetValueOrDefault(regulation) : null,
            rules,
            await files.Value.SamplesAsync(mark, cancellationToken),
            await CeremoniesAsync([.. grants.Select(g => g.Id)], cancellationToken),
            batches,
            [.. rights],
            await history.OfAsync(
                grants.Select(g => (g.Id, Title: $"{names[g.HolderId].Name} · {g.Product}"))
                    .Concat(batches.Select(b => (b.Id, b.Title)))
                    .Append((mark.Id, Title: mark.Name))
                    .ToDictionary(r => r.Id, r => r.Title),
                cancellationToken));
    }

    private async Task<IReadOnlyList<CeremonyLine>> CeremoniesAsync(Guid[] rights, CancellationToken cancellationToken)
    {
        var held = await db.Set<HandoverCeremony>().AsNoTracking().AsSplitQuery()
            .Where(c => c.Grants.Any(g => g.TakenOffAt == null && EF.Parameter(rights).Contains(g.GrantId)))
            .OrderByDescending(c => c.HeldOn).ThenBy(c => c.Id)
            .ToListAsync(cancellationToken);
        return [.. held.Select(c => new CeremonyLine(c.Name, c.HeldOn, c.Venue, c.ArticleUrl, c.Handed.Count(g => rights.Contains(g.GrantId))))];
    }

    /// <returns>Null where no collective mark has this slug.</returns>
    public async Task<CollectiveMarkPage?> CollectiveMarkAsync(string slug, CancellationToken cancellationToken)
    {
        var mark = await db.Set<CollectiveMark>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(m => m.Slug == slug, cancellationToken);
        if (mark is null)
        {
            return null;
        }

        var contracts = await db.Set<MarkSupportContract>().AsNoTracking().AsSplitQuery().Where(c => c.MarkId == mark.Id).OrderBy(c => c.Code).ToListAsync(cancellationToken);
        var today = VietnamTime.Today(clock);
        var members = await db.Set<MarkMember>().AsNoTracking().Where(m => m.MarkId == mark.Id && (m.From == null || m.From <= today) && (m.Until == null || m.Until >= today)).Select(m => m.OrganisationId).ToListAsync(cancellationToken);
        var names = await holders.OfAsync(members.Append(mark.OwnerId), cancellationToken);
        var regulation = mark.Regulations.Where(version => version.From <= today).MaxBy(version => version.From);
        var cited = await papers.OfAsync(contracts.Select(c => c.PaperId).Concat(mark.Acts.Select(act => act.PaperId)).Append(regulation?.PaperId).OfType<Guid>(), cancellationToken);
        return new CollectiveMarkPage(
            mark,
            names[mark.OwnerId],
            new FilingOfMark(
                (await FilingCalendar.ReadAsync(db, cancellationToken)).StandingOf(mark, today),
                [.. mark.Acts.OrderBy(act => act.On).ThenBy(act => act.Action).Select(act => new FilingDay(FilingFlow.Told(act.Action), act.On, act.PaperId is { } paper ? cited.GetValueOrDefault(paper) : null))],
                regulation is null ? null : cited.GetValueOrDefault(regulation.PaperId),
                regulation?.From,
                [.. members.Distinct().Select(member => names[member]).OrderBy(member => member.Name, VietnameseOrder.Instance)]),
            [.. contracts.Select(c => (c, c.PaperId is { } id ? cited.GetValueOrDefault(id) : null))],
            await history.OfAsync(
                contracts.Select(c => (c.Id, Title: c.PaperId is { } id && cited.TryGetValue(id, out var paper) ? paper.Citation : c.Code))
                    .Append((mark.Id, Title: mark.Name))
                    .ToDictionary(r => r.Id, r => r.Title),
                cancellationToken));
    }
}
