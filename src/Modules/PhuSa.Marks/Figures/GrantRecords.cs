using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Register;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Figures;

/// <summary>A right that counts, and whether a cooperative holds it.</summary>
internal sealed record CountedGrant(Countable Countable, Guid HolderId, bool ByCooperative);

/// <summary>A right whatever became of it, with what parts of the register it belongs to.</summary>
internal sealed record ScopedGrant(MarkGrant Grant, Evidence Evidence, string MarkSlug, OrganisationKind HolderKind);

/// <summary>The rights and batches behind the figures of this module.</summary>
internal sealed class GrantRecords(AppDbContext db, HolderNames holders, IPapers papers)
{
    /// <summary>The unknown reading while no right has been entered.</summary>
    public Task<FigureReading?> NothingEnteredAsync(CancellationToken cancellationToken) => db.NothingEnteredAsync<MarkGrant>(cancellationToken);

    /// <summary>
    /// Rights that counted at the end of the period, by product and holder; of one organisation where asked. What is known to have ended later counted then;
    /// of an end of which no day is known nobody can say, so that it counts nowhere.
    /// </summary>
    /// <param name="until">The end of the period; null for today.</param>
    public async Task<IReadOnlyList<CountedGrant>> CountingAsync(Guid? organisationId, DateOnly? until, CancellationToken cancellationToken)
    {
        var counting = GrantFlow.Table.Counting.ToList();
        var rows = await (
            from grant in db.Set<MarkGrant>().AsNoTracking().Where(g => counting.Contains(g.Status)
                || (until != null && g.Acts.Any(act => (act.Action == GrantAction.Revoke || act.Action == GrantAction.HandBack) && act.On > until)))
            join mark in db.Set<CertificationMark>() on grant.MarkId equals mark.Id
            where organisationId == null || grant.HolderId == organisationId
            select new { grant.Id, grant.HolderId, grant.Product, grant.GivenOn, grant.ExpiresOn, grant.DecisionId, grant.Status, grant.Programme, grant.Source, Mark = mark.Name, mark.Slug })
            .ToListAsync(cancellationToken);
        var names = await holders.OfAsync(rows.Select(r => r.HolderId), cancellationToken);
        var cited = await papers.OfAsync(rows.Select(r => r.DecisionId).OfType<Guid>(), cancellationToken);
        return
        [
            .. rows
                .Select(row => (row, holder: names[row.HolderId]))
                .OrderBy(r => r.row.Product, VietnameseOrder.Instance)
                .ThenBy(r => r.holder.Name, VietnameseOrder.Instance)
                .Select(r => new CountedGrant(
                    new Countable(
                        new Evidence(
                            MarkGrantConfiguration.Table,
                            r.row.Id,
                            r.holder.Name,
                            r.row.Product,
                            $"/nhan-hieu/{r.row.Slug}",
                            [
                                new("Tên nhãn hiệu", r.row.Mark),
                                new("Sản phẩm", r.row.Product),
                                new("Ngày trao", r.row.GivenOn.IsKnown ? r.row.GivenOn.ToString() : null),
                                new("Hết hạn", r.row.ExpiresOn is { } last ? VietnamTime.Written(last) : null),
                                new("Quyết định", r.row.DecisionId is { } id ? cited.GetValueOrDefault(id)?.Citation : null),
                                new("Tình trạng", GrantFlow.Table[r.row.Status].PublicName),
                                new("Nguồn", r.row.Source),
                            ]),
                        r.row.GivenOn,
                        r.row.Programme,
                        Subject: r.row.HolderId),
                    r.row.HolderId,
                    r.holder.IsCooperative)),
        ];
    }

    /// <summary>All rights whatever became of them, by product and holder; of one organisation where asked.</summary>
    public async Task<IReadOnlyList<(MarkGrant Grant, Evidence Evidence)>> AllAsync(Guid? organisationId, CancellationToken cancellationToken) =>
        [.. (await ScopedAsync(organisationId, cancellationToken)).Select(right => (right.Grant, right.Evidence))];

    /// <summary>The same with the mark and the kind of the holder.</summary>
    public async Task<IReadOnlyList<ScopedGrant>> ScopedAsync(Guid? organisationId, CancellationToken cancellationToken)
    {
        var grants = await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => organisationId == null || g.HolderId == organisationId).ToListAsync(cancellationToken);
        var marks = await db.Set<CertificationMark>().AsNoTracking().ToDictionaryAsync(mark => mark.Id, cancellationToken);
        var names = await holders.OfAsync(grants.Select(g => g.HolderId), cancellationToken);
        return
        [
            .. grants.OrderBy(g => g.Product, VietnameseOrder.Instance).ThenBy(g => names[g.HolderId].Name, VietnameseOrder.Instance).ThenBy(g => g.Id).Select(g => new ScopedGrant(g, new Evidence(
                MarkGrantConfiguration.Table,
                g.Id,
                names[g.HolderId].Name,
                g.Product,
                $"/nhan-hieu/{marks[g.MarkId].Slug}",
                [
                    new("Tên nhãn hiệu", marks[g.MarkId].Name),
                    new("Sản phẩm", g.Product),
                    new("Loại đơn vị", OrganisationKinds.Word(names[g.HolderId].Kind)),
                    new("Ngày trao", g.GivenOn.IsKnown ? g.GivenOn.ToString() : null),
                    new("Hết hạn", g.ExpiresOn is { } last ? VietnamTime.Written(last) : null),
                    new("Tình trạng", GrantFlow.Table[g.Status].PublicName),
                    new("Nguồn", g.Source),
                ]), marks[g.MarkId].Slug, names[g.HolderId].Kind)),
        ];
    }

    /// <summary>Batches of which only the number of holders is known; the amount is that number.</summary>
    public async Task<IReadOnlyList<Countable>> BatchesAsync(CancellationToken cancellationToken)
    {
        var rows = await (
            from batch in db.Set<GrantBatch>().AsNoTracking()
            join mark in db.Set<CertificationMark>() on batch.MarkId equals mark.Id
            orderby batch.Code
            select new { batch, Mark = mark.Name, mark.Slug }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new Countable(
                new Evidence(
                    GrantBatchConfiguration.Table,
                    row.batch.Id,
                    $"{row.Mark}, {row.batch.Title}",
                    Group: null,
                    $"/nhan-hieu/{row.Slug}",
                    [
                        new("Số lượng theo nguồn", $"{row.batch.HoldersCount:00} {row.batch.HoldersUnit}"),
                        new("Tên các đơn vị", null),
                        new("Ngày trao", row.batch.GivenOn.IsKnown ? row.batch.GivenOn.ToString() : null),
                        new("Nguồn", row.batch.Source),
                    ]),
                row.batch.GivenOn,
                row.batch.Programme,
                row.batch.HoldersCount)),
        ];
    }
}
