using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Office;

/// <summary>A right as the list has it.</summary>
internal sealed record GrantLine
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string CheckCode { get; init; }

    public required string Product { get; init; }

    public string? ProductGroup { get; init; }

    public string? Workshop { get; init; }

    public string? Batch { get; init; }

    public string? CertificateNumber { get; init; }

    public required RecordTime GivenOn { get; init; }

    public DateOnly? Begins { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public required string MarkSlug { get; init; }

    public required string Mark { get; init; }

    public Guid? MarkOwnerId { get; init; }

    public required OrganisationRow Holder { get; init; }

    public required GrantStanding Standing { get; init; }

    /// <summary>The day to put right what a suspension names; null where there is none.</summary>
    public DateOnly? RemedyBy { get; init; }

    /// <summary>When it came to where it is (UTC).</summary>
    public DateTime Since { get; init; }

    public bool IsRemedyLate(DateOnly today) => Standing.State == GrantState.Suspended && RemedyBy < today;
}

/// <summary>The rights of all marks on a day. A province has some thousand, so all are read and every list and count comes of the same reading.</summary>
internal sealed class GrantList(AppDbContext db, IOrganisations organisations, TimeProvider clock)
{
    public DateOnly Today => VietnamTime.Today(clock);

    /// <returns>In Vietnamese order of the holders, then of the products.</returns>
    public async Task<IReadOnlyList<GrantLine>> AllAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        var rows = await (
            from grant in db.Set<MarkGrant>().AsNoTracking()
            join mark in db.Set<CertificationMark>() on grant.MarkId equals mark.Id
            join holder in organisations.Rows on grant.HolderId equals holder.Id
            orderby holder.NameOrder, grant.ProductKey, grant.Id
            select new
            {
                grant.Id,
                grant.Code,
                grant.CheckCode,
                grant.Product,
                grant.ProductGroup,
                grant.Workshop,
                grant.Batch,
                grant.CertificateNumber,
                grant.GivenOn,
                grant.RenewedFrom,
                grant.ExpiresOn,
                grant.Status,
                MarkSlug = mark.Slug,
                Mark = mark.Name,
                mark.OwnerId,
                holder,
                RemedyBy = grant.Acts.Where(act => act.Action == GrantAction.Suspend).OrderByDescending(act => act.Id).Select(act => act.Until).FirstOrDefault(),
                Since = grant.Steps.Max(step => step.At),
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new GrantLine
            {
                Id = row.Id,
                Code = row.Code,
                CheckCode = row.CheckCode,
                Product = row.Product,
                ProductGroup = row.ProductGroup,
                Workshop = row.Workshop,
                Batch = row.Batch,
                CertificateNumber = row.CertificateNumber,
                GivenOn = row.GivenOn,
                Begins = row.RenewedFrom ?? row.GivenOn.From,
                ExpiresOn = row.ExpiresOn,
                MarkSlug = row.MarkSlug,
                Mark = row.Mark,
                MarkOwnerId = row.OwnerId,
                Holder = row.holder,
                Standing = GrantStanding.On(today, row.Status, row.ExpiresOn, row.GivenOn.From),
                RemedyBy = row.RemedyBy,
                Since = row.Since,
            }),
        ];
    }
}
