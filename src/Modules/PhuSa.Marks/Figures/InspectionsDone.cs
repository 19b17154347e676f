using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Register;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Figures;

/// <summary>A visit that was carried out, with what parts of the register it belongs to.</summary>
internal sealed record CountedVisit(Countable Countable, string MarkSlug, IReadOnlyList<string> ProductKeys, OrganisationKind HolderKind);

/// <summary>The visits behind the figures of inspections.</summary>
internal sealed class VisitRecords(AppDbContext db, HolderNames holders)
{
    /// <summary>The unknown reading while no visit has been entered.</summary>
    public Task<FigureReading?> NothingEnteredAsync(CancellationToken cancellationToken) => db.NothingEnteredAsync<InspectionVisit>(cancellationToken);

    /// <summary>Visits at which somebody was, the earliest first; of one organisation where asked. No reader but the office is told which.</summary>
    public async Task<IReadOnlyList<CountedVisit>> CarriedOutAsync(Guid? organisationId, CancellationToken cancellationToken)
    {
        var visits = await db.Set<InspectionVisit>().AsNoTracking().AsSplitQuery().Where(v => v.CarriedOutOn != null && (organisationId == null || v.HolderId == organisationId)).ToListAsync(cancellationToken);
        var marks = await db.Set<CertificationMark>().AsNoTracking().ToDictionaryAsync(mark => mark.Id, cancellationToken);
        var ids = visits.SelectMany(v => v.Rights).Select(r => r.GrantId).Distinct().ToArray();
        var products = await db.Set<MarkGrant>().Where(g => EF.Parameter(ids).Contains(g.Id)).Select(g => new { g.Id, g.Product, g.ProductKey }).ToDictionaryAsync(g => g.Id, cancellationToken);
        var names = await holders.OfAsync(visits.Select(v => v.HolderId), cancellationToken);
        return
        [
            .. visits.OrderBy(v => v.CarriedOutOn).ThenBy(v => names[v.HolderId].Name, VietnameseOrder.Instance).ThenBy(v => v.Id).Select(v => new CountedVisit(
                new Countable(
                    new Evidence(
                        InspectionVisitConfiguration.Table,
                        v.Id,
                        $"{v.Code} · {names[v.HolderId].Name}",
                        Group: null,
                        Url: null,
                        [
                            new("Tên nhãn hiệu", marks[v.MarkId].Name),
                            new("Sản phẩm", string.Join(", ", v.Rights.Select(r => products[r.GrantId].Product).Order(VietnameseOrder.Instance))),
                            new("Ngày kiểm tra", VietnamTime.Written(v.CarriedOutOn!.Value)),
                            new("Kết quả", v.Result is { } result ? VisitWords.Of(result) : null),
                        ],
                        IsPublic: false),
                    RecordTime.Day(v.CarriedOutOn!.Value),
                    Programme: null),
                marks[v.MarkId].Slug,
                [.. v.Rights.Select(r => products[r.GrantId].ProductKey)],
                names[v.HolderId].Kind)),
        ];
    }
}

/// <summary>How many inspections were carried out in the period, announced or not.</summary>
internal sealed class InspectionsDone(VisitRecords records) : IMarkFigure
{
    public FigureDefinition Definition { get; } = new(
        "marks.inspections-done",
        "Lượt kiểm tra sử dụng nhãn hiệu chứng nhận đã thực hiện",
        "Số lượt kiểm tra đơn vị sử dụng nhãn hiệu chứng nhận có ngày kiểm tra trong kỳ, báo trước và đột xuất. Một lượt xem nhiều quyền của một đơn vị được đếm một lần; lượt chưa đi hoặc không đi nữa thì không đếm.",
        "lượt");

    public bool OfPeriod => true;

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) => (await OpenAsync(request, cancellationToken))(MarkScope.Everything);

    public async Task<Func<MarkScope, FigureReading>> OpenAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await records.NothingEnteredAsync(cancellationToken) is { } nothing)
        {
            return _ => nothing;
        }

        var visits = await records.CarriedOutAsync(request.OrganisationId, cancellationToken);
        return scope => Counting.Count([.. visits.Where(visit => scope.Covers(visit.MarkSlug, visit.ProductKeys, visit.HolderKind)).Select(visit => visit.Countable)], request);
    }
}
