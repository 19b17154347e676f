using Microsoft.AspNetCore.Http;
using PhuSa.Alliance.Decisions;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Office;

/// <summary>The decisions of one kind, to take away.</summary>
internal abstract class DecisionsSheet(DecisionCase kind, Texts text) : ListSheet
{
    public override string FileName => $"quyet-dinh-{kind.Word}";

    public override string Title => kind.Title;

    public override string Table => kind.Table;

    public override IReadOnlyList<string> Columns => ["Quyết định", "Ngày ký, có hiệu lực", "Ngày công bố", "Số dòng", "Tình trạng"];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken) =>
        [.. (await kind.AllAsync(cancellationToken)).Select(line => (IReadOnlyList<SheetCell>)[line.Title, Written(line.SignedOn), Written(line.AnnouncedOn), line.Rows, text[line.Status.PublicName]])];

    private static string? Written(RecordTime time) => time.IsKnown ? time.ToString() : null;
}

/// <summary>The list of one decision, to take away: a row that was taken off is on it and says so.</summary>
internal abstract class DecisionListSheet(DecisionCase kind, Texts text) : RecordSheet
{
    private ListedDecision? _decision;

    public override string FileName => $"danh-sach-{kind.Word}";

    public override string Title => kind.Title;

    public override string Table => kind.Table;

    public override IReadOnlyList<string> Columns => ["Tên", "Nội dung", .. kind.More, "Tình trạng"];

    public override async Task<bool> IsFoundAsync(Guid id, CancellationToken cancellationToken) => (_decision = await kind.FindAsync(id, cancellationToken)) is not null;

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken) =>
        [.. (await kind.ItemsAsync(_decision, cancellationToken)).Where(item => item.IsPicked).Select(item => (IReadOnlyList<SheetCell>)
        [
            item.Name,
            text[item.Detail],
            .. item.More.Select(words => (SheetCell)(words is null ? null : text[words])),
            text[item.Row is { IsOff: true } ? ListedRow.OffWord : DecisionFlow.Table[_decision!.Status].PublicName],
        ])];
}

internal sealed class AdmissionDecisionsSheet(IEnumerable<DecisionCase> cases, Texts text) : DecisionsSheet(cases.OfType<AdmissionCase>().Single(), text);

internal sealed class AwardDecisionsSheet(IEnumerable<DecisionCase> cases, Texts text) : DecisionsSheet(cases.OfType<AwardCase>().Single(), text);

internal sealed class AdmissionListSheet(IEnumerable<DecisionCase> cases, Texts text) : DecisionListSheet(cases.OfType<AdmissionCase>().Single(), text);

internal sealed class AwardListSheet(IEnumerable<DecisionCase> cases, Texts text) : DecisionListSheet(cases.OfType<AwardCase>().Single(), text);
