using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Regulations;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Applications;

/// <summary>An application as lists have it.</summary>
/// <param name="Due">Null where nobody has to do anything by a day.</param>
internal sealed record ApplicationLine(MarkApplication Application, string Mark, string MarkSlug, Guid? MarkOwnerId, OrganisationRow Applicant, ApplicationDue? Due)
{
    public string Address => ApplicationDesk.Of(Application.Id);

    public DateTime Since => Application.Steps.Max(step => step.At);
}

/// <summary>Applications with what is due in each. A province has some hundred, so all are read and every list and count comes of the same reading.</summary>
internal sealed class ApplicationList(AppDbContext db, IOrganisations organisations, TimeProvider clock)
{
    public DateOnly Today => VietnamTime.Today(clock);

    /// <returns>What is due first, first; those without a day after them; decided ones last, the latest first.</returns>
    public Task<IReadOnlyList<ApplicationLine>> AllAsync(CancellationToken cancellationToken) => ReadAsync(db.Set<MarkApplication>(), cancellationToken);

    public Task<IReadOnlyList<ApplicationLine>> OfAsync(Guid applicantId, CancellationToken cancellationToken) => ReadAsync(db.Set<MarkApplication>().Where(a => a.ApplicantId == applicantId), cancellationToken);

    public Task<IReadOnlyList<ApplicationLine>> OpenAsync(CancellationToken cancellationToken)
    {
        var open = MarkApplicationFlow.Open.ToList();
        return ReadAsync(db.Set<MarkApplication>().Where(a => open.Contains(a.Status)), cancellationToken);
    }

    private async Task<IReadOnlyList<ApplicationLine>> ReadAsync(IQueryable<MarkApplication> applications, CancellationToken cancellationToken)
    {
        var read = await applications.AsNoTracking().AsSplitQuery().OrderBy(a => a.Id).ToListAsync(cancellationToken);
        if (read.Count == 0)
        {
            return [];
        }

        var ids = read.Select(a => a.ApplicantId).Distinct().ToList();
        var marks = await db.Set<CertificationMark>().AsNoTracking().ToDictionaryAsync(m => m.Id, cancellationToken);
        var regulations = await db.Set<MarkRegulation>().AsNoTracking().ToDictionaryAsync(r => r.Id, cancellationToken);
        var applicants = await organisations.Rows.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        return
        [
            .. read.Select(a => new ApplicationLine(
                a,
                marks[a.MarkId].Name,
                marks[a.MarkId].Slug,
                marks[a.MarkId].OwnerId,
                applicants[a.ApplicantId],
                ApplicationClock.Of(a, a.RegulationId is { } id ? regulations.GetValueOrDefault(id) : null)))
                .OrderBy(line => line.Due is null).ThenBy(line => line.Due?.On ?? DateOnly.MaxValue).ThenBy(line => line.Application.IsOpen ? 0 : 1)
                .ThenByDescending(line => line.Application.SubmittedOn).ThenByDescending(line => line.Application.Id),
        ];
    }
}
