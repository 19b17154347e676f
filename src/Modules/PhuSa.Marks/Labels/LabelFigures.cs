using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Figures;
using PhuSa.Marks.Grants;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Labels;

/// <summary>The ledgers behind the figures of labels.</summary>
internal sealed class LabelRecords(AppDbContext db, GrantRecords grants)
{
    /// <summary>The unknown reading while no label has been written down.</summary>
    public Task<FigureReading?> NothingEnteredAsync(CancellationToken cancellationToken) => db.NothingEnteredAsync<LabelEntry>(cancellationToken);

    /// <summary>The rights that have a ledger, by product and holder; of one organisation where asked.</summary>
    public async Task<IReadOnlyList<(MarkGrant Grant, Evidence Evidence, LabelLedger Ledger)>> AllAsync(Guid? organisationId, CancellationToken cancellationToken)
    {
        var entries = (await db.Set<LabelEntry>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(entry => entry.GrantId);
        return [.. (await grants.AllAsync(organisationId, cancellationToken)).Where(right => entries.Contains(right.Grant.Id)).Select(right => (right.Grant, right.Evidence, new LabelLedger(entries[right.Grant.Id])))];
    }
}

/// <summary>How many labels were issued in the period.</summary>
internal sealed class LabelsIssued(LabelRecords records) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "marks.labels-issued",
        "Tem nhãn hiệu chứng nhận đã cấp trong kỳ",
        "Số tem nhãn hiệu chứng nhận cấp cho đơn vị có ngày cấp trong kỳ, tem đánh số và không đánh số. Dòng ghi sai đã đảo thì không đếm.",
        "tem");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) =>
        await records.NothingEnteredAsync(cancellationToken)
        ?? Counting.Sum(
            [
                .. (await records.AllAsync(request.OrganisationId, cancellationToken)).SelectMany(right => right.Ledger.Standing.Where(entry => entry.Move == LabelMove.Issue).Select(entry => new Countable(
                    right.Evidence with
                    {
                        Kind = LabelEntryConfiguration.Table,
                        RecordId = entry.Id,
                        Facts = [new("Tên nhãn hiệu", right.Evidence.Facts[0].Value), new("Sản phẩm", right.Grant.Product), new("Ngày cấp", VietnamTime.Written(entry.On)), new("Số tem", $"{entry.Count}"), new("Dãy số", entry.Span?.ToString())],
                    },
                    RecordTime.Day(entry.On),
                    right.Grant.Programme,
                    entry.Count))),
            ],
            request);
}

/// <summary>How many labels are with the holders on the last day of what is asked; today where no last day is.</summary>
internal sealed class LabelsOutstanding(LabelRecords records, TimeProvider clock) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "marks.labels-outstanding",
        "Tem nhãn hiệu chứng nhận còn ở đơn vị",
        "Số tem đã cấp mà chưa ghi là dùng, hỏng, trả lại hay huỷ, tính đến ngày cuối kỳ; kể cả tem của quyền đã tạm dừng, hết hạn hay thu hồi.",
        "tem");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await records.NothingEnteredAsync(cancellationToken) is { } nothing)
        {
            return nothing;
        }

        var day = request.Period.To ?? VietnamTime.Today(clock);
        var holding = (await records.AllAsync(request.OrganisationId, cancellationToken)).Select(right => (Right: right, right.Ledger.Sums(day).Outstanding)).Where(right => right.Outstanding > 0).ToList();
        return new FigureReading
        {
            Value = holding.Sum(right => right.Outstanding),
            Evidence = [.. holding.Select(right => right.Right.Evidence with
            {
                Facts = [.. right.Right.Evidence.Facts, new("Tem còn ở đơn vị", $"{right.Outstanding}"), new("Số còn ở đơn vị", right.Right.Ledger.Numbered(day).All.ToList() is [_, ..] spans ? LabelLedger.Words(spans) : null)],
            })],
        };
    }
}
