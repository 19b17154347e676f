using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Regulations;
using PhuSa.Papers.Contracts;

namespace PhuSa.Marks.Decisions;

/// <summary>How a decision names the regulation that it is based on.</summary>
internal sealed class RegulationCitations(RegulationBook regulations, IAgencyPapers papers)
{
    /// <returns>Vietnamese: with the paper that issued the version of the day where that is on record.</returns>
    public async Task<string> OfAsync(CertificationMark mark, DateOnly day, CancellationToken cancellationToken)
    {
        var named = $"Quy chế sử dụng nhãn hiệu chứng nhận “{mark.Name}”";
        var issuedBy = (await regulations.OnAsync(mark.Id, day, cancellationToken))?.PaperId ?? mark.RegulationId;
        return issuedBy is { } id && (await papers.OfAsync([id], cancellationToken)).GetValueOrDefault(id) is { } paper ? $"{paper.Citation} ban hành {named}" : named;
    }
}
