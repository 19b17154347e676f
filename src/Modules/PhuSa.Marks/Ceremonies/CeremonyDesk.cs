using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Ceremonies;

/// <summary>A right that a ceremony names, as its page shows it.</summary>
internal sealed record HandedLine(HandedGrant Handed, MarkGrant Grant, string Holder, string Mark, Guid? MarkOwnerId);

/// <summary>Where it is written down at which ceremony a certificate was handed over.</summary>
internal sealed class CeremonyDesk(GrantDesk desk)
{
    public const string Address = "/quan-tri/nhan-hieu/le-trao";

    /// <summary>Told where a right has been handed over already.</summary>
    public const string HandedAlready = "Quyền “{0}” đã ghi trao ở “{1}”. Mỗi quyền chỉ ghi trao một lần; muốn ghi ở buổi lễ này thì bỏ ở buổi lễ kia trước.";

    public GrantDesk Grants => desk;

    public AppDbContext Db => desk.Db;

    public static string Of(Guid id) => $"{Address}/{id}";

    public async Task<HandoverCeremony?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Set<HandoverCeremony>().AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);

    /// <summary>Whether the person keeps the record of a ceremony: it is of the body that the person works for.</summary>
    public bool MayKeep(HandoverCeremony ceremony) => desk.Person.May(MarkRights.Keep) && ceremony.BodyId == desk.Person.OrganisationId;

    public async Task<HandoverCeremony?> FindKeptAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } ceremony && MayKeep(ceremony) ? ceremony : null;

    /// <returns>The ceremony at which each of the rights was handed over; none for those that were not.</returns>
    public async Task<IReadOnlyDictionary<Guid, HandoverCeremony>> OfGrantsAsync(IReadOnlyCollection<Guid> grantIds, CancellationToken cancellationToken)
    {
        var ids = grantIds.ToArray();
        var ceremonies = await Db.Set<HandoverCeremony>().AsNoTracking().AsSplitQuery().Where(c => c.Grants.Any(g => g.TakenOffAt == null && EF.Parameter(ids).Contains(g.GrantId))).ToListAsync(cancellationToken);
        return ceremonies.SelectMany(c => c.Handed.Where(g => grantIds.Contains(g.GrantId)).Select(g => (g.GrantId, Ceremony: c))).ToDictionary(pair => pair.GrantId, pair => pair.Ceremony);
    }

    /// <returns>Every right that the ceremony names or named, in Vietnamese order of the holders.</returns>
    public async Task<IReadOnlyList<HandedLine>> LinesAsync(HandoverCeremony ceremony, CancellationToken cancellationToken)
    {
        var ids = ceremony.Grants.Select(g => g.GrantId).Distinct().ToArray();
        var grants = await Db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => EF.Parameter(ids).Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellationToken);
        var marks = await Db.Set<CertificationMark>().AsNoTracking().ToDictionaryAsync(m => m.Id, cancellationToken);
        var holders = await desk.Organisations.OfAsync(grants.Values.Select(g => g.HolderId).Distinct(), cancellationToken);
        return
        [
            .. ceremony.Grants.Select(handed => (handed, grant: grants[handed.GrantId]))
                .Select(pair => new HandedLine(pair.handed, pair.grant, holders[pair.grant.HolderId].Name, marks[pair.grant.MarkId].Name, marks[pair.grant.MarkId].OwnerId))
                .OrderBy(line => line.Holder, VietnameseOrder.Instance).ThenBy(line => line.Grant.ProductKey, StringComparer.Ordinal).ThenBy(line => line.Handed.Id),
        ];
    }

    /// <returns>The rights with the day since when each is one: its first day, or the day on which its decision was signed, whichever is known and later.</returns>
    public async Task<IReadOnlyList<GrantToHand>> ToHandAsync(IReadOnlyCollection<Guid> grantIds, CancellationToken cancellationToken)
    {
        var ids = grantIds.ToArray();
        var grants = await Db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => EF.Parameter(ids).Contains(g.Id)).OrderBy(g => g.Id).ToListAsync(cancellationToken);
        var papers = await desk.Papers.OfAsync(grants.Select(g => g.DecisionId).OfType<Guid>(), cancellationToken);
        return [.. grants.Select(g => new GrantToHand(g.Id, g.JournalTitle, Later(g.GivenOn.From, g.DecisionId is { } paper ? papers.GetValueOrDefault(paper)?.SignedOn.From : null)))];
    }

    private static DateOnly? Later(DateOnly? given, DateOnly? signed) => given is { } first && signed is { } second ? (first > second ? first : second) : given ?? signed;
}

/// <summary>Ceremonies that are told of in a paper.</summary>
internal sealed class CeremonyPaperUse(AppDbContext db) : IPaperUse
{
    public async Task<IReadOnlyList<string>> OfAsync(Guid paperId, CancellationToken cancellationToken) =>
        await db.Set<HandoverCeremony>().Where(c => c.PaperId == paperId).OrderBy(c => c.HeldOn).ThenBy(c => c.Id).Select(c => c.Name).ToListAsync(cancellationToken);
}

internal static class CeremonyParts
{
    public static void AddCeremonies(this IServiceCollection services)
    {
        services.AddScoped<CeremonyDesk>();
        services.AddScoped<CeremonyList>();
        services.AddScoped<IPaperUse, CeremonyPaperUse>();
    }
}
