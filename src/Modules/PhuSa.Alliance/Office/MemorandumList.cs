using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Documents.Sheets;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Office;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Office;

/// <summary>A memorandum in the list.</summary>
/// <param name="Others">Parties beside the two, on record and not.</param>
/// <param name="IsOver">Its term has run out, and nobody has said what became of it.</param>
internal sealed record MemorandumLine(Memorandum Memorandum, string PartyA, string PartyB, IReadOnlyList<string> Others, int Open, int Overdue, bool IsOver);

/// <summary>Memoranda with what their parties still owe, the same on the page and in the table to take away.</summary>
internal sealed class MemorandumList(AllianceDesk desk)
{
    public const string StateKey = "tinh-trang";
    public const string Late = "qua-han";
    public const string Over = "het-han";
    public const string WordsKey = "q";
    public const int LongestWords = 200;

    public static IReadOnlyDictionary<string, MemorandumStatus> States { get; } = new Dictionary<string, MemorandumStatus>(StringComparer.Ordinal)
    {
        ["da-ky"] = MemorandumStatus.Signed,
        ["vi-pham"] = MemorandumStatus.Breached,
        ["ket-thuc"] = MemorandumStatus.Ended,
        ["ghi-nham"] = MemorandumStatus.Mistaken,
    };

    /// <returns>The state that the address asks for; null for all but those recorded by mistake.</returns>
    public static string? StateOf(IQueryCollection query) => query[StateKey].ToString() is var asked && (States.ContainsKey(asked) || asked is Late or Over) ? asked : null;

    public static bool Is(MemorandumLine line, string? state) => state switch
    {
        null => line.Memorandum.Status != MemorandumStatus.Mistaken,
        Late => line.Overdue > 0,
        Over => line.IsOver,
        _ => line.Memorandum.Status == States[state],
    };

    /// <returns>The words that the address looks for; null where there are none.</returns>
    public static string? WordsOf(IQueryCollection query) => query[WordsKey].ToString() is var words && words.Length is > 0 and <= LongestWords && SearchText.Fold(words).Trim() is { Length: > 0 } ? words : null;

    /// <summary>Its name, its field or one of its parties has all of these words, with or without marks.</summary>
    public static bool Has(MemorandumLine line, string words)
    {
        var text = SearchText.Fold(string.Join(' ', new[] { line.Memorandum.Code, line.Memorandum.Title, line.Memorandum.Field, line.PartyA, line.PartyB }.Concat(line.Others)));
        return SearchText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>What the address shows.</summary>
    public async Task<IReadOnlyList<MemorandumLine>> OfAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var state = StateOf(query);
        return [.. (await FoundAsync(query, cancellationToken)).Where(line => Is(line, state))];
    }

    /// <summary>Those with the words of the address, whichever state it asks for: of these the states are counted.</summary>
    public async Task<IReadOnlyList<MemorandumLine>> FoundAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var words = WordsOf(query);
        return [.. (await AllAsync(cancellationToken)).Where(line => words is null || Has(line, words))];
    }

    public async Task<IReadOnlyList<MemorandumLine>> AllAsync(CancellationToken cancellationToken)
    {
        var today = desk.Today;
        var memoranda = await desk.Db.Set<Memorandum>().AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken);
        var open = (await desk.Db.Set<Obligation>().AsNoTracking().Where(o => o.Status == ObligationStatus.Open).Select(o => new { o.MemorandumId, o.DueOn }).ToListAsync(cancellationToken)).ToLookup(o => o.MemorandumId, o => o.DueOn);
        var further = await desk.Db.FurtherPartiesAsync(memoranda, cancellationToken);
        var named = await desk.Organisations.OfAsync(memoranda.SelectMany(further.PartiesOf), cancellationToken);
        return
        [
            .. memoranda.OrderByDescending(m => m.SignedOn.From).ThenBy(m => m.Code, StringComparer.Ordinal)
                .Select(m => new MemorandumLine(m, NameOf(named, m.PartyAId), NameOf(named, m.PartyBId), [.. further[m.Id].Select(id => NameOf(named, id)), .. m.UnrecordedParties()], open[m.Id].Count(), IsInForce(m) ? open[m.Id].Count(due => due < today) : 0, IsInForce(m) && m.EndsOn < today)),
        ];
    }

    /// <summary>What was promised in one that has ended, or that there never was, is late no more.</summary>
    private static bool IsInForce(Memorandum memorandum) => memorandum.Status is MemorandumStatus.Signed or MemorandumStatus.Breached;

    private static string NameOf(IReadOnlyDictionary<Guid, OrganisationFact> named, Guid id) => named.GetValueOrDefault(id)?.Name ?? "";
}

/// <summary>The list of memoranda to take away.</summary>
internal sealed class MemorandaSheet(MemorandumList list, Texts text) : ListSheet
{
    public override string FileName => "ban-ghi-nho";

    public override string Title => "Bản ghi nhớ hợp tác";

    public override string Table => MemorandumConfiguration.Table;

    public override IReadOnlyList<string> Columns => ["Mã", "Tên", "Bên thứ nhất", "Bên thứ hai", "Các bên khác", "Lĩnh vực", "Ngày ký", "Hết hạn ngày", "Nghĩa vụ chưa xong", "Quá hạn", "Tình trạng"];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken) =>
        [.. (await list.OfAsync(query, cancellationToken)).Select(line => (IReadOnlyList<SheetCell>)
        [
            line.Memorandum.Code,
            line.Memorandum.Title,
            line.PartyA,
            line.PartyB,
            line.Others.Count == 0 ? null : string.Join("; ", line.Others),
            line.Memorandum.Field,
            line.Memorandum.SignedOn.IsKnown ? line.Memorandum.SignedOn.ToString() : null,
            SheetCell.Of(line.Memorandum.EndsOn),
            line.Open,
            line.Overdue,
            text[MemorandumFlow.Table[line.Memorandum.Status].PublicName],
        ])];
}
