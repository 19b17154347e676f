using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Regulations;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Figures;

/// <summary>Recorded cooperatives that hold no recorded right by the end of the period.</summary>
internal sealed class CooperativesWithoutGrant(GrantRecords records, ICooperatives cooperatives, RegulationBook regulations, AppDbContext db, TimeProvider clock) : IFigure
{
    public const string EvidenceKind = "cooperatives";
    public const string NoGroup = "chưa thấy trong ngành nghề, sản phẩm đã ghi";
    public const string MayBeInABatch = "Các đơn vị của đợt chỉ biết số lượng chưa được ghi tên, nên một số hợp tác xã ở đây có thể nằm trong số đó.";

    public FigureDefinition Definition { get; } = new(
        "marks.without-grant",
        "Hợp tác xã chưa ghi nhận quyền sử dụng nhãn hiệu chứng nhận",
        "Số hợp tác xã có trong hồ sơ mà đến cuối kỳ chưa có quyền sử dụng nhãn hiệu chứng nhận nào được ghi tên. Quyền đã thu hồi không được tính là có quyền; thu hồi sau kỳ không đổi số của kỳ.",
        "hợp tác xã");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        // A right given before the period still stands in it: only the end of the period matters.
        var untilEnd = request with { Period = new Period(null, request.Period.To) };
        var held = (await records.CountingAsync(request.OrganisationId, request.Period.To, cancellationToken))
            .GroupBy(g => g.HolderId)
            .ToDictionary(group => group.Key, group => Any(group.Select(g => untilEnd.Covers(g.Countable.Time, g.Countable.Programme))));
        var recorded = await cooperatives.AllAsync(cancellationToken);
        if (recorded.Count == 0)
        {
            return FigureReading.NotKnown(EmptyRegister.NothingEntered, []);
        }

        var asked = recorded
            .Where(c => request.OrganisationId is null || c.Id == request.OrganisationId)
            .Select(c => (Cooperative: c, Holds: held.GetValueOrDefault(c.Id, Truth.No)))
            .Where(c => c.Holds != Truth.Yes)
            .OrderBy(c => c.Cooperative.Name, VietnameseOrder.Instance)
            .ToList();

        var evidence = await EvidenceAsync([.. asked.Select(c => c.Cooperative)], request.Period.To, cancellationToken);
        var note = (await records.BatchesAsync(cancellationToken)).Count > 0 ? MayBeInABatch : null;
        var reading = asked.Any(c => c.Holds == Truth.Unknown)
            ? FigureReading.NotKnown(Counting.UndatedRecords, evidence)
            : new FigureReading { Value = asked.Count, Evidence = evidence };
        return reading with { Note = note };
    }

    /// <summary>
    /// Who may apply: whose recorded work or products name a product group of a regulation in force. Whether the further conditions are met only an
    /// appraisal can say.
    /// </summary>
    /// <returns>The groups; null where no regulation names any, or nothing of the cooperative's work is on record.</returns>
    private static string? Qualifying(IReadOnlyList<string> groups, string? work)
    {
        if (groups.Count == 0 || work is null)
        {
            return null;
        }

        var words = $" {SearchText.Fold(work)} ";
        var named = groups.Where(group => words.Contains($" {SearchText.Fold(group)} ", StringComparison.Ordinal)).ToList();
        return named.Count == 0 ? NoGroup : string.Join("; ", named);
    }

    private async Task<IReadOnlyList<string>> GroupsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var groups = new List<string>();
        foreach (var mark in await db.Set<CertificationMark>().OrderBy(m => m.Code).Select(m => m.Id).ToListAsync(cancellationToken))
        {
            groups.AddRange((await regulations.OnAsync(mark, day, cancellationToken))?.ProductGroups?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
        }

        return [.. groups.Distinct(StringComparer.Ordinal)];
    }

    private static Truth Any(IEnumerable<Truth> covered) => covered.Aggregate(Truth.No, (sofar, next) =>
        sofar == Truth.Yes || next == Truth.Yes ? Truth.Yes : sofar == Truth.Unknown ? Truth.Unknown : next);

    private async Task<IReadOnlyList<Evidence>> EvidenceAsync(IReadOnlyList<CooperativeFact> without, DateOnly? until, CancellationToken cancellationToken)
    {
        var groups = await GroupsAsync(until ?? VietnamTime.Today(clock), cancellationToken);
        var work = await cooperatives.WorkAsync(without.Select(c => c.Id), cancellationToken);
        var collective = (await db.Set<CollectiveMark>().AsNoTracking().OrderBy(m => m.Code).Select(m => new { m.OwnerId, m.Name }).ToListAsync(cancellationToken))
            .ToLookup(m => m.OwnerId, m => m.Name);
        return
        [
            .. without.Select(c => new Evidence(
                EvidenceKind,
                c.Id,
                c.Name,
                Group: null,
                c.Url,
                [
                    new("Quyền sử dụng nhãn hiệu chứng nhận", null),
                    new("Thuộc nhóm sản phẩm của quy chế", Qualifying(groups, work.GetValueOrDefault(c.Id))),
                    new("Nhãn hiệu tập thể", collective[c.Id].Any() ? string.Join("; ", collective[c.Id]) : null),
                ])),
        ];
    }
}
