using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Office.Collective;

/// <summary>What a page of the office that follows collective marks works with.</summary>
internal sealed class CollectiveDesk(GrantDesk desk)
{
    public const string NumberTaken = "Số đơn này đã ghi cho nhãn hiệu “{0}”. So lại số trên tờ khai.";
    private const int SuffixLength = 6;

    public GrantDesk Grants => desk;

    public AppDbContext Db => desk.Db;

    public IOrganisations Organisations => desk.Organisations;

    public IAgencyPapers Papers => desk.Papers;

    public Actor By => desk.By;

    public DateTime Now => desk.Now;

    public DateOnly Today => desk.Today;

    public bool MayKeep => desk.Person.May(CollectiveRights.Keep);

    public Task<PickedPaper> PaperAsync(string? number, Guid? chosen, CancellationToken cancellationToken) => desk.PaperAsync(number, chosen, cancellationToken);

    public async Task<CollectiveMark?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Set<CollectiveMark>().AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, cancellationToken);

    public Task<FilingCalendar> CalendarAsync(CancellationToken cancellationToken) => FilingCalendar.ReadAsync(Db, cancellationToken);

    /// <returns>The name of another mark that has this application number; null where none has.</returns>
    public Task<string?> NumberedAsync(string? number, Guid? but, CancellationToken cancellationToken) =>
        number is null ? Task.FromResult<string?>(null) : Db.Set<CollectiveMark>().Where(m => m.ApplicationNumber == number && m.Id != but).Select(m => m.Name).FirstOrDefaultAsync(cancellationToken);

    /// <returns>A code of the name that no mark of either kind has.</returns>
    public async Task<string> FreeCodeAsync(string name, CancellationToken cancellationToken)
    {
        var slug = Slug.From(name, ImportColumns.CodeMaxLength - SuffixLength);
        slug = slug.Length == 0 ? "nhan-hieu" : slug;
        var taken = (await Db.Set<CollectiveMark>().Where(m => m.Slug.StartsWith(slug)).Select(m => m.Slug).ToListAsync(cancellationToken))
            .Concat(await Db.Set<CertificationMark>().Where(m => m.Slug.StartsWith(slug)).Select(m => m.Slug).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? slug : $"{slug}-{number}").First(code => !taken.Contains(code));
    }

    /// <summary>A mark's name is no sentence of ours: capitals, dots and spaces stay; only what a form adds around it goes.</summary>
    public static string? Exactly(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Normalize(typed.Trim());
}
