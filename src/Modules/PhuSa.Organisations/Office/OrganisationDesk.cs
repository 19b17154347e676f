using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Organisations.Office;

/// <summary>Where organisations without a file of their own are registered and renamed.</summary>
internal sealed class OrganisationDesk(AppDbContext db, IOrganisations organisations, IOrganisationRegister register, IEnumerable<IOrganisationFiles> files, TimeProvider clock)
{
    private const int MostAlike = 20;

    /// <summary>Last parts of pages that are no organisation's: none gets one of them for its code.</summary>
    public static IReadOnlySet<string> Reserved { get; } = FixedPages.Below(typeof(OrganisationDesk).Assembly, OrganisationRights.Address);

    public AppDbContext Db => db;

    public DateOnly Today => VietnamTime.Today(clock);

    /// <summary>The kinds that are registered here: those that no other office keeps files of.</summary>
    public IReadOnlyList<KindWords> Kinds => [.. OrganisationWords.All.Where(words => !files.Any(kept => kept.Kinds.Contains(words.Kind)))];

    /// <summary>The others, and the page that registers them.</summary>
    public IReadOnlyList<(IReadOnlyList<KindWords> Kinds, string NewAddress)> Elsewhere =>
        [.. files.Select(kept => ((IReadOnlyList<KindWords>)[.. OrganisationWords.All.Where(words => kept.Kinds.Contains(words.Kind))], kept.NewAddress))];

    /// <returns>The organisation with this code, tracked, so that it can be renamed; null where there is none, or it was merged into another.</returns>
    public Task<Organisation?> FindAsync(string code, CancellationToken cancellationToken) =>
        db.Set<Organisation>().SingleOrDefaultAsync(o => o.Code == code && o.MergedIntoId == null, cancellationToken);

    /// <returns>The address of the one that the one with this code was merged into; null where it was not.</returns>
    public async Task<string?> KeptAddressAsync(string code, CancellationToken cancellationToken) =>
        await organisations.KeptAsync(code, cancellationToken) is { } kept ? OrganisationRights.Of(kept.Code) : null;

    /// <returns>The office's address of the file that another module keeps of it; null where it has none.</returns>
    public async Task<string?> FileAddressAsync(Guid id, CancellationToken cancellationToken)
    {
        foreach (var kept in files)
        {
            if ((await kept.AddressesAsync([id], cancellationToken)).TryGetValue(id, out var address))
            {
                return address;
            }
        }

        return null;
    }

    /// <returns>The page that begins a file for it; null where no other office keeps files of its kind.</returns>
    public string? BeginAddress(Organisation organisation) => files.FirstOrDefault(kept => kept.Kinds.Contains(organisation.Kind))?.BeginAddress(organisation.Code);

    /// <returns>The code of the organisation with this id; null where there is none.</returns>
    public Task<string?> CodeOfAsync(Guid id, CancellationToken cancellationToken) => db.Set<Organisation>().Where(o => o.Id == id).Select(o => (string?)o.Code).SingleOrDefaultAsync(cancellationToken);

    /// <returns>
    /// Organisations that have, or had, one of these names, whatever their case, marks and words for the kind. One that another office keeps a file of has
    /// the whole name: a firm and a cooperative may well be called alike.
    /// </returns>
    public async Task<IReadOnlyList<OrganisationRow>> AlikeAsync(string name, string? shortName, CancellationToken cancellationToken)
    {
        IReadOnlyList<OrganisationKind> elsewhere = [.. files.SelectMany(kept => kept.Kinds)];
        string[] names = shortName is null ? [name] : [name, shortName];
        var wanted = names.Select(SearchText.Fold).Where(folded => folded.Length > 0).ToHashSet(StringComparer.Ordinal);
        var here = await organisations.AlikeAsync(names, rows => rows.Where(row => !elsewhere.Contains(row.Kind)), MostAlike, cancellationToken);
        var there = await organisations.AlikeAsync(names, rows => rows.Where(row => elsewhere.Contains(row.Kind)), MostAlike * 10, cancellationToken);
        var former = await organisations.FormerNamesOfAsync(there.Select(row => row.Id), cancellationToken);
        return [.. here.Concat(there.Where(row => former[row.Id].Append(row.Name).Append(row.ShortName).Any(known => wanted.Contains(SearchText.Fold(known))))).OrderBy(row => row.NameOrder, StringComparer.Ordinal).Take(MostAlike)];
    }

    /// <summary>Registers one.</summary>
    /// <param name="id">Chosen by the form, so that a form sent twice registers one.</param>
    /// <returns>Its code.</returns>
    public async Task<string> OpenAsync(Guid id, OrganisationKind kind, string name, string? shortName, CancellationToken cancellationToken)
    {
        var code = await register.OpenAsync(id, kind, name, shortName, Reserved, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return code;
    }

    public Task RenameAsync(Guid id, string name, string? shortName, DateOnly? on, string? source, CancellationToken cancellationToken) =>
        register.RenameAsync(id, name, shortName, on, source, cancellationToken);

    /// <summary>Lets go of everything that was not saved.</summary>
    public void Forget() => db.ChangeTracker.Clear();
}
