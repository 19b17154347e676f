using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Register;

/// <summary>One line of a mark's history, ready for T[...]: the words are keys.</summary>
/// <param name="Titles">The records to which the same happened in one act, such as an import; one for an act on one record.</param>
/// <param name="What">What happened.</param>
/// <param name="From">Public name of the status before; null where the status did not change.</param>
/// <param name="To">Public name of the status after; null where the status did not change.</param>
/// <param name="At">UTC.</param>
/// <param name="By">A word: which officer acted is not public, nor where the act came from.</param>
/// <param name="Why">Null for an import and a correction: where it came from is for the office; and for a filing or a contract: what an officer notes of it is no published fact.</param>
internal sealed record HistoryLine(IReadOnlyList<string> Titles, string What, string? From, string? To, DateTime At, string By, string? Why);

/// <summary>What happened to a mark and to the rights or contracts under it, newest first, from the journal.</summary>
internal sealed class MarkHistory(AppDbContext db)
{
    /// <summary>A page shows so many; the whole journal is for the office.</summary>
    public const int Shown = 50;

    private const string Correction = "Change";

    /// <summary>The name under which an import acts.</summary>
    private const string ImportActor = "Nhập dữ liệu";

    /// <summary>Acts that change nothing, such as that a certificate was taken away, are for the office's journal.</summary>
    private static readonly string[] Told =
    [
        "Create", Correction, .. Enum.GetNames<GrantAction>(), .. Enum.GetNames<FilingAction>(), nameof(ContractAction.Pay), nameof(ContractAction.Accept), nameof(ContractAction.Liquidate),
    ];

    /// <param name="titles">The records, each with the name a reader knows it by.</param>
    public async Task<IReadOnlyList<HistoryLine>> OfAsync(IReadOnlyDictionary<Guid, string> titles, CancellationToken cancellationToken)
    {
        var ids = titles.Keys.ToList();
        var entries = await db.Set<JournalEntry>().AsNoTracking()
            .Where(e => ids.Contains(e.RecordId) && EF.Parameter(Told).Contains(e.Action))
            .OrderByDescending(e => e.At).ThenBy(e => e.Title).ThenBy(e => e.Id)
            .Take(Shown)
            .ToListAsync(cancellationToken);
        return
        [
            .. entries
                .Select(e => (e.RecordId, What: What(e.Action), From: Word(e.Kind, e.From), To: Word(e.Kind, e.To), e.At, By: e.PersonId is null ? e.By : "Cán bộ", Why: e.By == ImportActor || e.Action == Correction || e.Kind is CollectiveMarkConfiguration.Table or MarkSupportContractConfiguration.Table ? null : e.Why))
                .GroupBy(e => (e.What, e.From, e.To, e.At, e.By, e.Why))
                .Select(act => new HistoryLine([.. act.Select(e => titles[e.RecordId]).Distinct(StringComparer.Ordinal)], act.Key.What, act.Key.From, act.Key.To, act.Key.At, act.Key.By, act.Key.Why)),
        ];
    }

    private static string What(string action) => action switch
    {
        "Create" => "Ghi nhận",
        Correction => "Sửa thông tin",
        _ when Enum.TryParse<GrantAction>(action, out var move) => GrantFlow.Of(move),
        _ when Enum.TryParse<FilingAction>(action, out var step) => FilingFlow.Told(step),
        nameof(ContractAction.Pay) => "Chi tiền",
        nameof(ContractAction.Accept) => "Nghiệm thu",
        _ => "Thanh lý",
    };

    private static string? Word(string kind, string? status) => kind switch
    {
        MarkGrantConfiguration.Table => Name(GrantFlow.Table, status),
        CollectiveMarkConfiguration.Table => Name(FilingFlow.Table, status),
        MarkSupportContractConfiguration.Table => Name(ContractFlow.Table, status),
        _ => null,
    };

    private static string? Name<TStatus, TAction>(Flow<TStatus, TAction> flow, string? status)
        where TStatus : struct, Enum
        where TAction : struct, Enum => Enum.TryParse<TStatus>(status, out var known) ? flow[known].PublicName : null;
}
