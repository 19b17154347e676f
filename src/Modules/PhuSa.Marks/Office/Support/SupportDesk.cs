using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Office.Collective;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Office.Support;

/// <summary>A collective mark with its owner, as the forms of support name it.</summary>
internal sealed record SupportedFiling(Guid Id, string Name, string Slug, string Code, Guid OwnerId, string Owner);

/// <summary>What a page of the office that keeps support for filings works with.</summary>
internal sealed class SupportDesk(GrantDesk desk)
{
    private const int SuffixLength = 6;

    public AppDbContext Db => desk.Db;

    public IOrganisations Organisations => desk.Organisations;

    public IAgencyPapers Papers => desk.Papers;

    public Actor By => desk.By;

    public DateTime Now => desk.Now;

    public DateOnly Today => desk.Today;

    public bool MayKeep => desk.Person.May(SupportRights.Keep);

    public Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(Now));

    public GrantDesk Grants => desk;

    public Task<PickedPaper> PaperAsync(string? number, Guid? chosen, CancellationToken cancellationToken) => desk.PaperAsync(number, chosen, cancellationToken);

    public async Task<MarkSupportRequest?> RequestAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Set<MarkSupportRequest>().AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);

    public async Task<MarkSupportContract?> ContractAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Set<MarkSupportContract>().AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);

    /// <returns>All collective marks, in Vietnamese order.</returns>
    public async Task<IReadOnlyList<SupportedFiling>> MarksAsync(CancellationToken cancellationToken)
    {
        var marks = await Db.Set<CollectiveMark>().AsNoTracking().Select(m => new { m.Id, m.Name, m.Slug, m.Code, m.OwnerId }).ToListAsync(cancellationToken);
        var owners = await Organisations.OfAsync(marks.Select(m => m.OwnerId), cancellationToken);
        return [.. marks.Select(m => new SupportedFiling(m.Id, m.Name, m.Slug, m.Code, m.OwnerId, owners[m.OwnerId].Name)).OrderBy(m => m.Name, VietnameseOrder.Instance).ThenBy(m => m.Id)];
    }

    public async Task<SupportedFiling> MarkAsync(Guid id, CancellationToken cancellationToken) => (await MarksAsync(cancellationToken)).Single(m => m.Id == id);

    /// <returns>A code that no contract has.</returns>
    public async Task<string> FreeCodeAsync(SupportedFiling mark, CancellationToken cancellationToken)
    {
        var slug = Slug.From($"hd {mark.Code}", ImportColumns.CodeMaxLength - SuffixLength);
        var taken = (await Db.Set<MarkSupportContract>().Where(c => c.Code.StartsWith(slug)).Select(c => c.Code).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? slug : $"{slug}-{number}").First(code => !taken.Contains(code));
    }
}

/// <summary>Scans of contracts that were handled on paper.</summary>
internal static class SupportFiles
{
    public const int MaxMegabytes = 20;

    public static FileRules Rules { get; } = new(FileKinds.Pdf | FileKinds.Images, MaxMegabytes * UploadLimitAttribute.Megabyte);

    public static FileOwner Of(Guid contractId) => new(MarkSupportContractConfiguration.Table, contractId);
}

/// <summary>A scan may name people: the office reads it, nobody else.</summary>
internal sealed class SupportFileGuard : IFileGuard
{
    public string Kind => MarkSupportContractConfiguration.Table;

    public Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken) => Task.FromResult(person?.May(SupportRights.Read) == true);
}
