using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Documents.Sheets;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Pages.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Office;

/// <summary>The incoming book that a person sees, the same on the page and in the table to take away: the latest arrivals first.</summary>
internal sealed class IncomingList(PaperDesk desk, IPeople people)
{
    public Task<int> CountAsync(IncomingFilter filter, CancellationToken cancellationToken) => Among(filter).CountAsync(cancellationToken);

    /// <param name="take">Null: all that follow.</param>
    /// <returns>The papers, and the names of those who handle them.</returns>
    public async Task<(IReadOnlyList<IncomingPaper> Papers, IReadOnlyDictionary<Guid, string> Names)> PapersAsync(IncomingFilter filter, int skip, int? take, CancellationToken cancellationToken)
    {
        var ordered = Among(filter).AsSplitQuery().OrderByDescending(p => p.Year).ThenByDescending(p => p.Arrival).ThenBy(p => p.Id).Skip(skip);
        var papers = await (take is { } most ? ordered.Take(most) : ordered).ToListAsync(cancellationToken);
        var names = (await people.OfAsync([.. papers.Select(p => p.HandlerId).OfType<Guid>().Distinct()], cancellationToken)).ToDictionary(p => p.Id, p => p.Name);
        return (papers, names);
    }

    private IQueryable<IncomingPaper> Among(IncomingFilter filter) => filter.Among(desk.Reach.Arrived().AsNoTracking(), desk.Person.PersonId, desk.Today);
}

/// <summary>The incoming book to take away.</summary>
internal sealed class ArrivalSheet(IncomingList list, PaperDesk desk, Texts text) : ListSheet
{
    public override string FileName => "van-ban-den";

    public override string Title => "Văn bản đến";

    public override string Table => IncomingConfiguration.Table;

    public override IReadOnlyList<string> Columns => ["Số đến", "Năm", "Ngày đến", "Số, ký hiệu", "Ngày trên văn bản", "Nơi gửi", "Loại", "Trích yếu", "Người xử lý", "Hạn trả lời", "Tình trạng", "Quá hạn"];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var (papers, names) = await list.PapersAsync(IncomingFilter.Of(query), skip: 0, take: null, cancellationToken);
        return [.. papers.Select(paper => (IReadOnlyList<SheetCell>)
        [
            paper.Arrival,
            paper.Year,
            paper.ArrivedOn,
            paper.Number,
            SheetCell.Of(paper.DatedOn),
            paper.From,
            text[PaperWords.Of(paper.Kind)],
            paper.Title,
            paper.HandlerId is { } handler ? names.GetValueOrDefault(handler) : null,
            SheetCell.Of(paper.DueOn),
            text[IncomingFlow.Table[paper.Status].PublicName],
            text[paper.IsLate(desk.Today) ? "Có" : "Không"],
        ])];
    }
}
