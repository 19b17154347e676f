using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Documents.Sheets;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Office;

/// <summary>One line of the list of papers.</summary>
/// <param name="Issuer">Null where nobody is written down.</param>
internal sealed record PaperLine(Guid Id, string? Number, string Title, PaperKind Kind, string? Issuer, RecordTime SignedOn, PaperStatus Status);

/// <summary>The outgoing papers that a person sees, the same on the page and in the table to take away.</summary>
internal sealed class PaperList(PaperReach reach, IOrganisations organisations)
{
    public async Task<int> CountAsync(PaperFilter filter, CancellationToken cancellationToken) => await (await AmongAsync(filter, cancellationToken)).CountAsync(cancellationToken);

    /// <param name="take">Null: all that follow.</param>
    public async Task<IReadOnlyList<PaperLine>> LinesAsync(PaperFilter filter, int skip, int? take, CancellationToken cancellationToken)
    {
        // What waits first, then the newest numbers; the databases disagree on where to put a missing value.
        var ordered = (await AmongAsync(filter, cancellationToken))
            .OrderBy(p => p.Status == PaperStatus.Draft ? 0 : 1).ThenBy(p => p.BookYear == null).ThenByDescending(p => p.BookYear).ThenByDescending(p => p.BookNumber)
            .ThenBy(p => p.SignedOn.From == null).ThenByDescending(p => p.SignedOn.From).ThenBy(p => p.Code)
            .Skip(skip);
        var read = await (take is { } most ? ordered.Take(most) : ordered)
            .Select(p => new { p.Id, p.Number, p.Title, p.Kind, p.IssuedById, p.IssuedByText, p.SignedOn, p.Status })
            .ToListAsync(cancellationToken);
        var issuers = await organisations.OfAsync(read.Select(p => p.IssuedById).OfType<Guid>(), cancellationToken);
        return [.. read.Select(p => new PaperLine(p.Id, p.Number, p.Title, p.Kind, p.IssuedByText ?? (p.IssuedById is { } id ? issuers.GetValueOrDefault(id)?.ShortName : null), p.SignedOn, p.Status))];
    }

    private async Task<IQueryable<Paper>> AmongAsync(PaperFilter filter, CancellationToken cancellationToken) => filter.Among((await reach.SeenAsync(cancellationToken)).AsNoTracking());
}

/// <summary>The list of outgoing papers to take away.</summary>
internal sealed class PaperSheet(PaperList list, Texts text) : ListSheet
{
    public override string FileName => "van-ban-di";

    public override string Title => "Văn bản đi";

    public override string Table => PaperFact.Table;

    public override IReadOnlyList<string> Columns => ["Số, ký hiệu", "Loại", "Trích yếu", "Cơ quan ban hành", "Ngày ký", "Tình trạng"];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken) =>
        [.. (await list.LinesAsync(PaperFilter.Of(query), skip: 0, take: null, cancellationToken)).Select(line => (IReadOnlyList<SheetCell>)
        [
            line.Number,
            text[PaperWords.Of(line.Kind)],
            line.Title,
            line.Issuer,
            line.SignedOn.IsKnown ? line.SignedOn.ToString() : null,
            text[PaperFlow.Table[line.Status].PublicName],
        ])];
}
