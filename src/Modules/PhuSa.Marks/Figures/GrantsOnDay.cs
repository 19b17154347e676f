using PhuSa.Marks.Grants;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Figures;

/// <summary>What is counted of rights as they stand on a day.</summary>
/// <param name="Counts">Whether a right in this standing counts.</param>
/// <param name="Subject">Two rights of one subject count once.</param>
internal sealed record GrantCount(FigureDefinition Definition, Func<GrantStanding, Truth> Counts, Func<MarkGrant, Guid> Subject);

/// <summary>How many rights, or holders, stand so on the last day of what is asked; today where no last day is. One that nobody can tell makes the whole unknown.</summary>
internal sealed class GrantsOnDay(GrantCount counted, GrantRecords records, TimeProvider clock) : IMarkFigure
{
    public const string NotClear = "Có quyền chưa ghi thời hạn hoặc chưa rõ tình trạng vào ngày được hỏi, nên không biết có được đếm hay không.";

    public static IReadOnlyList<GrantCount> Every { get; } =
    [
        new(new FigureDefinition("marks.grants-valid", "Quyền sử dụng nhãn hiệu chứng nhận đang có hiệu lực", "Số quyền sử dụng nhãn hiệu chứng nhận còn trong thời hạn, không bị tạm dừng, thu hồi hay trả lại, tính đến ngày cuối kỳ. Quyền chưa ghi thời hạn thì không biết có hiệu lực hay không.", "quyền"), standing => standing.InForce, grant => grant.Id),
        new(new FigureDefinition("marks.expiring", "Quyền sử dụng nhãn hiệu chứng nhận sắp hết hạn", "Số quyền đang có hiệu lực mà thời hạn kết thúc trong 90 ngày kể từ ngày cuối kỳ.", "quyền"), standing => standing.State switch { GrantState.Expiring => Truth.Yes, GrantState.UnknownTerm => Truth.Unknown, _ => Truth.No }, grant => grant.Id),
        new(new FigureDefinition("marks.suspended", "Quyền sử dụng nhãn hiệu chứng nhận đang tạm dừng", "Số quyền đang bị tạm dừng, còn trong thời hạn, tính đến ngày cuối kỳ.", "quyền"), standing => standing.State == GrantState.Suspended ? Truth.Yes : Truth.No, grant => grant.Id),
        new(new FigureDefinition("marks.holders", "Đơn vị có quyền sử dụng nhãn hiệu chứng nhận", "Số đơn vị có ít nhất một quyền đã trao mà chưa bị thu hồi, chưa trả lại, tính đến ngày cuối kỳ; kể cả quyền đang tạm dừng hoặc đã hết hạn. Một đơn vị có nhiều quyền được đếm một lần.", "đơn vị"), standing => standing.State is GrantState.Revoked or GrantState.GivenUp or GrantState.NotYet ? Truth.No : Truth.Yes, grant => grant.HolderId),
    ];

    public FigureDefinition Definition => counted.Definition;

    public bool OfPeriod => false;

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) => (await OpenAsync(request, cancellationToken))(MarkScope.Everything);

    public async Task<Func<MarkScope, FigureReading>> OpenAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await records.NothingEnteredAsync(cancellationToken) is { } nothing)
        {
            return _ => nothing;
        }

        var day = request.Period.To ?? VietnamTime.Today(clock);
        var asked = (await records.ScopedAsync(request.OrganisationId, cancellationToken))
            .Select(right => (Right: right, Counts: right.Grant.StandingOn(day) is { } standing ? counted.Counts(standing) : Truth.Unknown))
            .Where(right => right.Counts != Truth.No)
            .ToList();
        return scope => Read(asked.FindAll(right => scope.Covers(right.Right.MarkSlug, [right.Right.Grant.ProductKey], right.Right.HolderKind)));
    }

    private FigureReading Read(List<(ScopedGrant Right, Truth Counts)> asked)
    {
        IReadOnlyList<Evidence> evidence = [.. asked.Select(right => right.Right.Evidence)];

        // What one right leaves open another of the same holder may have decided.
        var sure = asked.Where(right => right.Counts == Truth.Yes).Select(right => counted.Subject(right.Right.Grant)).ToHashSet();
        return asked.TrueForAll(right => sure.Contains(counted.Subject(right.Right.Grant)))
            ? new FigureReading { Value = sure.Count, Evidence = evidence }
            : FigureReading.NotKnown(NotClear, evidence);
    }
}

/// <summary>How many rights were given in the period, whatever became of them.</summary>
internal sealed class GrantsGiven(GrantRecords records) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "marks.granted-in-period",
        "Quyền sử dụng nhãn hiệu chứng nhận được trao trong kỳ",
        "Số quyền sử dụng nhãn hiệu chứng nhận được ghi tên có ngày trao trong kỳ, kể cả quyền về sau bị tạm dừng, thu hồi hoặc trả lại.",
        "quyền");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) =>
        await records.NothingEnteredAsync(cancellationToken)
        ?? Counting.Count([.. (await records.AllAsync(request.OrganisationId, cancellationToken)).Select(right => new Countable(right.Evidence, right.Grant.GivenOn, right.Grant.Programme))], request);
}

/// <summary>How many rights were taken away in the period.</summary>
internal sealed class GrantsWithdrawn(GrantRecords records) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "marks.withdrawn",
        "Quyền sử dụng nhãn hiệu chứng nhận bị thu hồi trong kỳ",
        "Số quyền sử dụng nhãn hiệu chứng nhận có ngày thu hồi trong kỳ.",
        "quyền");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) =>
        await records.NothingEnteredAsync(cancellationToken)
        ?? Counting.Count(
            [
                .. (await records.AllAsync(request.OrganisationId, cancellationToken)).Where(right => right.Grant.Status == GrantStatus.Revoked)
                    .Select(right => new Countable(right.Evidence, right.Grant.Last() is { Action: GrantAction.Revoke } act ? RecordTime.Day(act.On) : RecordTime.Unknown, right.Grant.Programme)),
            ],
            request);
}
