using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Register;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;

namespace PhuSa.Alliance.Figures;

/// <summary>How many memoranda of understanding were signed. Readers of the evidence see those whose paper is public; one with parties that are not on record, perhaps people, is only counted.</summary>
internal sealed class MemorandaSigned(AppDbContext db, Names names, IPapers papers) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "alliance.memoranda-signed",
        "Bản ghi nhớ hợp tác đã ký",
        "Số bản ghi nhớ hợp tác được ký, tính theo ngày ký; bản đã kết thúc hiệu lực vẫn được đếm, bản ghi nhầm thì không.",
        "bản ghi nhớ");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await db.NothingEnteredAsync<Memorandum>(cancellationToken) is { } nothing)
        {
            return nothing;
        }

        var counting = MemorandumFlow.Table.Counting.ToList();
        var rows = await (request.OrganisationId is { } organisation ? db.SignedBy(organisation) : db.Set<Memorandum>()).AsNoTracking()
            .Where(m => counting.Contains(m.Status))
            .OrderBy(m => m.Code)
            .ToListAsync(cancellationToken);
        var further = await db.FurtherPartiesAsync(rows, cancellationToken);
        var named = await names.OfAsync(rows.SelectMany(further.PartiesOf), cancellationToken);
        var cited = await papers.OfAsync(rows.Select(m => m.PaperId).OfType<Guid>(), cancellationToken);
        return Counting.Count(
            [
                .. rows.Select(m => new Countable(
                    new Evidence(
                        MemorandumConfiguration.Table,
                        m.Id,
                        m.Title,
                        Group: null,
                        m.PaperId is { } paper ? cited.GetValueOrDefault(paper)?.Url : null,
                        [
                            new("Bên thứ nhất", named[m.PartyAId].Name),
                            new("Bên thứ hai", named[m.PartyBId].Name),
                            new("Các bên khác", OneOf([.. further[m.Id].Select(id => named[id].Name), .. m.UnrecordedParties()])),
                            new("Nội dung", m.About),
                            new("Ngày ký", m.SignedOn.IsKnown ? m.SignedOn.ToString() : null),
                            new("Nguồn", m.Source),
                        ],
                        IsPublic: m.PaperId is { } shown && cited.TryGetValue(shown, out var read) && !read.IsVoided && m.UnrecordedParties().Count == 0),
                    m.SignedOn,
                    m.Programme)),
            ],
            request);
    }

    private static string? OneOf(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join("; ", names);
}
