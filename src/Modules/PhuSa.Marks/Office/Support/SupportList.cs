using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.FilingSupport;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Office.Support;

/// <summary>A request without a contract yet, or a contract, as the list has it.</summary>
/// <param name="Stage">The word of its status in the address.</param>
/// <param name="Value">đồng: of the contract, or what is asked for; null where not known.</param>
internal sealed record SupportLine(string Url, string Mark, string Owner, string Stage, StatusFacts Facts, long? Value, long? Paid, long? Liquidated, long? Returned, string? When, bool IsOnPaper, DateTime Since);

/// <summary>Requests and contracts together, the latest change first. What is not to be read in the address is no filter.</summary>
internal sealed class SupportList(SupportDesk desk)
{
    public const string StageKey = "buoc";
    public const string WordsKey = "q";
    public const int LongestWords = 100;

    /// <summary>Each stage by its word, in the order of a case's life.</summary>
    public static IReadOnlyList<(string Word, StatusFacts Facts)> Stages { get; } =
    [
        .. Enum.GetValues<SupportRequestStatus>().Where(status => status != SupportRequestStatus.Contracted).Select(status => (WordOf(status), SupportRequestFlow.Table[status])),
        .. Enum.GetValues<ContractStatus>().Select(status => (WordOf(status), ContractFlow.Table[status])),
    ];

    public async Task<IReadOnlyList<SupportLine>> AllAsync(CancellationToken cancellationToken)
    {
        var marks = (await desk.MarksAsync(cancellationToken)).ToDictionary(mark => mark.Id);
        var requests = await desk.Db.Set<MarkSupportRequest>().AsNoTracking().AsSplitQuery().Where(r => r.Status != SupportRequestStatus.Contracted).ToListAsync(cancellationToken);
        var contracts = await desk.Db.Set<MarkSupportContract>().AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken);
        return
        [
            .. requests.Select(r => new SupportLine(
                    SupportRights.OfRequest(r.Id), marks[r.MarkId].Name, marks[r.MarkId].Owner, WordOf(r.Status), SupportRequestFlow.Table[r.Status], r.AskedAmount, null, null, null, RecordTime.Day(r.AskedOn).ToString(), IsOnPaper: false, r.Steps.Max(step => step.At)))
                .Concat(contracts.Select(c => new SupportLine(
                    SupportRights.OfContract(c.Id), marks[c.MarkId].Name, marks[c.MarkId].Owner, WordOf(c.Status), ContractFlow.Table[c.Status], c.Value, c.PaidAmount, c.LiquidatedAmount, c.ReturnedAmount, c.PaidOn.IsKnown ? c.PaidOn.ToString() : null, c.IsHandledOnPaper, c.Steps.Max(step => step.At))))
                .OrderByDescending(line => line.Since).ThenBy(line => line.Mark, VietnameseOrder.Instance).ThenBy(line => line.Url, StringComparer.Ordinal),
        ];
    }

    public static IEnumerable<SupportLine> Among(IEnumerable<SupportLine> lines, string? words, string? stage)
    {
        var folded = words is null ? null : SearchText.Fold(words);
        return lines.Where(line => stage is null || line.Stage == stage)
            .Where(line => folded is null || $" {SearchText.Fold(line.Mark)} {SearchText.Fold(line.Owner)}".Contains($" {folded}", StringComparison.Ordinal));
    }

    public static string? Text(IQueryCollection query, string key)
    {
        var typed = string.Concat(query[key].ToString().Where(character => !char.IsControl(character))).Trim();
        return typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords);
    }

    private static string WordOf(SupportRequestStatus status) => status switch
    {
        SupportRequestStatus.Requested => "de-nghi",
        SupportRequestStatus.Agreed => "dong-y",
        SupportRequestStatus.Declined => "khong-ho-tro",
        SupportRequestStatus.TakenBack => "da-rut",
        _ => "da-ky",
    };

    private static string WordOf(ContractStatus status) => status switch
    {
        ContractStatus.Signed => "da-ky",
        ContractStatus.Paid => "da-chi",
        ContractStatus.Accepted => "da-nghiem-thu",
        _ => "da-thanh-ly",
    };
}
