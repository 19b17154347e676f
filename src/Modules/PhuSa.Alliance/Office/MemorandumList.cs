using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Documents.Sheets;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Office;

/// <summary>A memorandum in the list.</summary>
/// <param name="IsOver">Its term has run out, and nobody has said what became of it.</param>
internal sealed record MemorandumLine(Memorandum Memorandum, string PartyA, string PartyB, int Open, int Overdue, bool IsOver);

/// <summary>Memoranda with what their parties still owe, the same on the page and in the table to take away.</summary>
internal sealed class MemorandumList(AllianceDesk desk)
{
    public const string StateKey = "tinh-trang";
    public const string Late = "qua-han";
    public const string Over = "het-han";

    public static IReadOnlyDictionary<string, MemorandumStatus> States { get; } = new Dictionary<string, MemorandumStatus>(StringComparer.Ordinal)
    {
        ["da-ky"] = MemorandumStatus.Signed,
        ["vi-pham"] = MemorandumStatus.Breached,
        ["ket-thuc"] = MemorandumStatus.Ended,
    };

    /// <returns>The state that the address asks for; null for all.</returns>
    public static string? StateOf(IQueryCollection query) => query[StateKey].ToString() is var asked && (States.ContainsKey(asked) || asked is Late or Over) ? asked : null;

    public static bool Is(MemorandumLine line, string state) => state switch
    {
        Late => line.Overdue > 0 && line.Memorandum.Status != MemorandumStatus.Ended,
        Over => line.IsOver,
        _ => line.Memorandum.Status == States[state],
    };

    public async Task<IReadOnlyList<MemorandumLine>> AllAsync(CancellationToken cancellationToken)
    {
        var today = desk.Today;
        var memoranda = await desk.Db.Set<Memorandum>().AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken);
        var open = (await desk.Db.Set<Obligation>().AsNoTracking().Where(o => o.Status == ObligationStatus.Open).Select(o => new { o.MemorandumId, o.DueOn }).ToListAsync(cancellationToken)).ToLookup(o => o.MemorandumId, o => o.DueOn);
        var named = await desk.Organisations.OfAsync(memoranda.SelectMany(m => new[] { m.PartyAId, m.PartyBId }), cancellationToken);
        return
        [
            .. memoranda.OrderByDescending(m => m.SignedOn.From).ThenBy(m => m.Code, StringComparer.Ordinal)
                .Select(m => new MemorandumLine(m, NameOf(named, m.PartyAId), NameOf(named, m.PartyBId), open[m.Id].Count(), open[m.Id].Count(due => due < today), m.Status != MemorandumStatus.Ended && m.EndsOn < today)),
        ];
    }

    private static string NameOf(IReadOnlyDictionary<Guid, OrganisationFact> named, Guid id) => named.GetValueOrDefault(id)?.Name ?? "";
}

/// <summary>The list of memoranda to take away.</summary>
internal sealed class MemorandaSheet(MemorandumList list, Texts text) : ListSheet
{
    public override string FileName => "ban-ghi-nho";

    public override string Title => "Bản ghi nhớ hợp tác";

    public override string Table => MemorandumConfiguration.Table;

    public override IReadOnlyList<string> Columns => ["Mã", "Tên", "Bên thứ nhất", "Bên thứ hai", "Lĩnh vực", "Ngày ký", "Hết hạn ngày", "Nghĩa vụ chưa xong", "Quá hạn", "Tình trạng"];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var state = MemorandumList.StateOf(query);
        return [.. (await list.AllAsync(cancellationToken)).Where(line => state is null || MemorandumList.Is(line, state)).Select(line => (IReadOnlyList<SheetCell>)
        [
            line.Memorandum.Code,
            line.Memorandum.Title,
            line.PartyA,
            line.PartyB,
            line.Memorandum.Field,
            line.Memorandum.SignedOn.IsKnown ? line.Memorandum.SignedOn.ToString() : null,
            SheetCell.Of(line.Memorandum.EndsOn),
            line.Open,
            line.Overdue,
            text[MemorandumFlow.Table[line.Memorandum.Status].PublicName],
        ])];
    }
}
