using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Support.Applications;
using PhuSa.Support.Verdicts;

namespace PhuSa.Support.Figures;

/// <summary>How many requests for support were answered.</summary>
internal sealed class RepliesGiven(AppDbContext db, ICooperatives cooperatives, IPapers papers) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "support.replies-given",
        "Hồ sơ đề nghị hỗ trợ đã được phúc đáp",
        "Đếm các hồ sơ đề nghị hỗ trợ đã được cơ quan thẩm định phúc đáp, mỗi hồ sơ một lần; phúc đáp không có nghĩa là đã được hỗ trợ.",
        "hồ sơ");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await db.NothingEnteredAsync<SupportApplication>(cancellationToken) is { } nothing)
        {
            return nothing;
        }

        var asked = db.Set<SupportApplication>().Answered();
        if (request.OrganisationId is { } organisation)
        {
            asked = asked.Where(a => a.ApplicantId == organisation);
        }

        var answered = await asked.AsFacts().ToListAsync(cancellationToken);
        var applicants = await cooperatives.OfAsync(answered.Select(a => a.ApplicantId), cancellationToken);
        var replies = await papers.OfAsync(answered.Select(a => a.ReplyId).OfType<Guid>(), cancellationToken);
        return Counting.Count([.. answered.Select(a => new Countable(Shown(a, applicants, replies), a.RepliedAt, a.Programme))], request);
    }

    private static Evidence Shown(ApplicationFact application, IReadOnlyDictionary<Guid, CooperativeFact> applicants, IReadOnlyDictionary<Guid, PaperFact> replies)
    {
        var verdicts = Enum.GetValues<VerdictGroup>()
            .Select(group => new EvidenceFact(VerdictWords.Name(group), application.On(group) is { } verdict ? VerdictWords.Name(verdict.Value) : null));
        return new Evidence(
            "support_applications",
            application.Id,
            application.ProjectTitle,
            Group: null,
            application.Published ? application.Url : null,
            [
                new("Đơn vị đề nghị", applicants.GetValueOrDefault(application.ApplicantId)?.Name),
                .. verdicts,
                new("Văn bản phúc đáp", application.ReplyId is { } reply ? replies.GetValueOrDefault(reply)?.Citation : null),
                new("Ngày phúc đáp", application.RepliedAt.IsKnown ? application.RepliedAt.ToString() : null),
                new("Nguồn", application.Source),
            ],
            application.Published);
    }
}
