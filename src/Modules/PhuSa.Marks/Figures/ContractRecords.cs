using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Register;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Figures;

/// <summary>The mark that a contract supports.</summary>
internal sealed record SupportedMark(Guid Id, Guid OwnerId, string Name, string Slug);

/// <summary>A support contract with its mark, owner and paper.</summary>
internal sealed record ContractRecord(MarkSupportContract Contract, SupportedMark Mark, string Owner, string? Citation)
{
    /// <summary>Counts the contract by its payments; the subject is the mark that is filed. Of several payments one in the period is enough.</summary>
    public Countable ByPayment(FigureRequest request) => Paid(Contract.PaidAmount, Payments.Select(part => part.On).Where(on => request.Covers(on, Contract.Programme) == Truth.Yes).Append(Contract.PaidOn).First()) with { Amount = 1 };

    /// <summary>What was paid: each payment on its day where they are on record one by one, else all of them together.</summary>
    public IEnumerable<Countable> Sums => Payments is { Count: > 0 } parts ? parts.Select(part => Paid(part.Amount, part.On)) : [Paid(Contract.PaidAmount, Contract.PaidOn)];

    /// <summary>Empty where the payments on record do not add up to what was paid.</summary>
    private IReadOnlyList<(long Amount, RecordTime On)> Payments
    {
        get
        {
            var steps = Contract.Steps.Where(step => step.Action == nameof(ContractAction.Pay)).Select(step => step.Id).ToHashSet();
            var parts = Contract.Acts.Where(act => steps.Contains(act.Id) && act.Amount is not null).OrderBy(act => act.On).ThenBy(act => act.Id).Select(act => (act.Amount!.Value, RecordTime.Day(act.On))).ToList();
            return parts.Sum(part => part.Value) == Contract.PaidAmount ? parts : [];
        }
    }

    private Countable Paid(long? amount, RecordTime on) => new(Evidence([new("Số tiền đã chi", Money(amount)), new("Ngày chi", Written(on))]), on, Contract.Programme, amount, Mark.Id);

    /// <summary>Counts the contract by its liquidation; each contract is liquidated once.</summary>
    public Countable ByLiquidation(long? amount) => new(
        Evidence([new("Số tiền thanh lý", Money(Contract.LiquidatedAmount)), new("Ngày thanh lý", Written(Contract.LiquidatedOn))]),
        Contract.LiquidatedOn,
        Contract.Programme,
        amount);

    private static string? Money(long? amount) => amount is { } known ? Dong.WithUnit(known) : null;

    private static string? Written(RecordTime time) => time.IsKnown ? time.ToString() : null;

    private Evidence Evidence(EvidenceFact[] facts) => new(
        MarkSupportContractConfiguration.Table,
        Contract.Id,
        Owner,
        Group: null,
        $"/nhan-hieu/{Mark.Slug}",
        [
            new("Nhãn hiệu tập thể", Mark.Name),
            new("Văn bản hợp đồng", Citation),
            .. facts,
            new("Tình trạng", ContractFlow.Table[Contract.Status].PublicName),
            new("Nguồn", Contract.Source),
        ]);
}

/// <summary>The support contracts behind the figures of collective marks.</summary>
internal sealed class ContractRecords(AppDbContext db, HolderNames holders, IPapers papers)
{
    /// <summary>What a rule reads from the contracts in a counting status; unknown while no contract has been entered.</summary>
    public async Task<FigureReading> ReadAsync(FigureRequest request, Func<IReadOnlyList<ContractRecord>, FigureReading> rule, CancellationToken cancellationToken) =>
        await db.NothingEnteredAsync<MarkSupportContract>(cancellationToken) ?? rule(await CountingAsync(request.OrganisationId, cancellationToken));

    /// <summary>Contracts in a counting status, by owner; of one organisation where asked.</summary>
    private async Task<IReadOnlyList<ContractRecord>> CountingAsync(Guid? organisationId, CancellationToken cancellationToken)
    {
        var counting = ContractFlow.Table.Counting.ToList();
        var found = await (
            from contract in db.Set<MarkSupportContract>().AsNoTracking().AsSplitQuery().Where(c => counting.Contains(c.Status))
            join mark in db.Set<CollectiveMark>().AsNoTracking() on contract.MarkId equals mark.Id
            where organisationId == null || mark.OwnerId == organisationId
            select new { contract, mark.Id, mark.OwnerId, mark.Name, mark.Slug }).ToListAsync(cancellationToken);
        var rows = found.ConvertAll(row => new { row.contract, mark = new SupportedMark(row.Id, row.OwnerId, row.Name, row.Slug) });
        var names = await holders.OfAsync(rows.Select(r => r.mark.OwnerId), cancellationToken);
        var cited = await papers.OfAsync(rows.Select(r => r.contract.PaperId).OfType<Guid>(), cancellationToken);
        return
        [
            .. rows
                .Select(r => new ContractRecord(
                    r.contract,
                    r.mark,
                    names[r.mark.OwnerId].Name,
                    r.contract.PaperId is { } id ? cited.GetValueOrDefault(id)?.Citation : null))
                .OrderBy(r => r.Owner, VietnameseOrder.Instance)
                .ThenBy(r => r.Contract.Code, StringComparer.Ordinal),
        ];
    }
}
