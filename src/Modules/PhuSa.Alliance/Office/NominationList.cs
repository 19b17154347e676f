using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Nominations;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Office;

/// <summary>A nomination in the list.</summary>
internal sealed record NominationLine(Guid Id, string Name, string Kind, AwardScope Scope, DateOnly NominatedOn, NominationStatus Status);

/// <summary>Nominations that wait for something, or those of one state: the same on the page and in the table to take away.</summary>
internal sealed class NominationList(AllianceDesk desk)
{
    public const string StateKey = "tinh-trang";

    public static IReadOnlyDictionary<string, NominationStatus> States { get; } = new Dictionary<string, NominationStatus>(StringComparer.Ordinal)
    {
        ["cho-xet"] = NominationStatus.Nominated,
        ["dong-y"] = NominationStatus.Approved,
        ["khong-dong-y"] = NominationStatus.Declined,
        ["trong-du-thao"] = NominationStatus.Listed,
        ["da-khen"] = NominationStatus.Awarded,
        ["da-rut"] = NominationStatus.TakenBack,
    };

    /// <returns>The state that the address asks for; null: those that wait for something.</returns>
    public static NominationStatus? StateOf(IQueryCollection query) => States.TryGetValue(query[StateKey].ToString(), out var state) ? state : null;

    public async Task<IReadOnlyDictionary<NominationStatus, int>> CountsAsync(CancellationToken cancellationToken) =>
        await desk.Db.Set<Nomination>().GroupBy(n => n.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    public async Task<IReadOnlyList<NominationLine>> OfAsync(NominationStatus? state, CancellationToken cancellationToken)
    {
        var rows = await desk.Db.Set<Nomination>().AsNoTracking().AsSplitQuery()
            .Where(n => state == null ? NominationFlow.Open.Contains(n.Status) : n.Status == state)
            .OrderByDescending(n => n.NominatedOn).ThenBy(n => n.Id).ToListAsync(cancellationToken);
        var named = await desk.Organisations.OfAsync(rows.Select(n => n.OrganisationId).OfType<Guid>(), cancellationToken);
        var kinds = await desk.Db.Set<AwardKind>().AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.Name, cancellationToken);
        return [.. rows.Select(n => new NominationLine(n.Id, AwardCase.NameOf(n.RecipientName, n.OrganisationId, named), kinds[n.KindId], n.Scope, n.NominatedOn, n.Status))];
    }
}

/// <summary>The list of nominations to take away.</summary>
internal sealed class NominationsSheet(NominationList list, Texts text) : ListSheet
{
    public override string FileName => "de-nghi-khen-thuong";

    public override string Title => "Đề nghị khen thưởng";

    public override string Table => NominationConfiguration.Table;

    public override IReadOnlyList<string> Columns => ["Đề nghị khen", "Hình thức", "Đối tượng", "Ngày đề nghị", "Tình trạng"];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken) =>
        [.. (await list.OfAsync(NominationList.StateOf(query), cancellationToken)).Select(line => (IReadOnlyList<SheetCell>)
        [
            line.Name,
            line.Kind,
            text[Award.Word(line.Scope)],
            line.NominatedOn,
            text[NominationFlow.Table[line.Status].PublicName],
        ])];
}
