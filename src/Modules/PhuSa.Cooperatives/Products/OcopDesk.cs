using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Products;

/// <summary>The papers with a number: the one that is meant, or how many it may be.</summary>
internal sealed record FoundPaper(PaperFact? Paper, int Count);

/// <summary>What a page of the office that keeps products works with.</summary>
internal sealed class OcopDesk(AppDbContext db, IOrganisations organisations, IAgencyPapers papers, ISignedIn signedIn, TimeProvider clock)
{
    public const string Address = "/quan-tri/san-pham-ocop";

    /// <summary>The last part of the page that registers one: no product gets it for its code.</summary>
    public const string New = "moi";

    /// <summary>Where a letter or a decision is drafted from a record.</summary>
    public const string Drafting = "/quan-tri/van-ban/moi";

    private const int NumberLength = 6;

    public AppDbContext Db => db;

    public IOrganisations Organisations => organisations;

    public IAgencyPapers Papers => papers;

    public Actor By => signedIn.Person!.AsActor();

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => VietnamTime.Today(clock);

    public bool MayKeep => signedIn.Person!.May(RegistryRights.Keep);

    public static string Of(string code) => $"{Address}/{code}";

    public async Task<OcopProduct?> FindAsync(string code, CancellationToken cancellationToken) =>
        code.Any(char.IsControl) ? null : await db.Set<OcopProduct>().AsSplitQuery().SingleOrDefaultAsync(p => p.Code == code, cancellationToken);

    /// <returns>Its evaluations, the latest first.</returns>
    public async Task<IReadOnlyList<OcopEvaluation>> EvaluationsAsync(Guid productId, CancellationToken cancellationToken) =>
        await db.Set<OcopEvaluation>().AsSplitQuery().Where(e => e.ProductId == productId).OrderByDescending(e => e.Since).ThenByDescending(e => e.Id).ToListAsync(cancellationToken);

    /// <exception cref="RefusedException">Somebody else was first.</exception>
    public Task SaveAsync(CancellationToken cancellationToken) => db.SaveOrTellAsync(cancellationToken);

    /// <returns>The name's slug, or the first number behind it that no product has.</returns>
    public async Task<string> FreeCodeAsync(string name, CancellationToken cancellationToken)
    {
        var slug = Slug.From(name, OcopProduct.CodeMaxLength - NumberLength);
        var taken = (await db.Set<OcopProduct>().Where(p => p.Code.StartsWith(slug)).Select(p => p.Code).ToListAsync(cancellationToken)).Append(New).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? slug : $"{slug}-{number}").First(code => !taken.Contains(code));
    }

    /// <summary>A number begins anew each year, and two bodies may have the same: the day tells which is meant.</summary>
    public async Task<FoundPaper> PaperAsync(string? number, DateOnly? on, CancellationToken cancellationToken)
    {
        var signed = number is null ? [] : await papers.SignedAsync(number, cancellationToken);
        var fitting = on is { } day ? signed.Where(paper => paper.SignedOn == RecordTime.Day(day) || paper.SignedOn.Precision != Precision.Day).ToList() : [.. signed];
        return fitting is [var only] ? new FoundPaper(only, 1) : new FoundPaper(null, signed.Count);
    }
}
