using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Office;

/// <summary>All that is kept of one cooperative, tracked, so that an edited part can be saved.</summary>
internal sealed record CooperativeFile(
    OrganisationRow Organisation,
    Cooperative Cooperative,
    CooperativeContact? Contact,
    IReadOnlyList<CooperativeYear> Years,
    IReadOnlyList<BoardMember> Board,
    IReadOnlyList<HeldCertificate> Certificates)
{
    public string Address => $"{RegistryRights.Address}/{Cooperative.Code}";

    /// <summary>By which its size class is computed.</summary>
    public required SizeScale Scale { get; init; }
}

/// <summary>Where the files of cooperatives are opened and kept.</summary>
internal sealed class RegistryDesk(AppDbContext db, IOrganisations organisations, IOrganisationRegister register, ISignedIn signedIn, TimeProvider clock)
{
    /// <summary>The last part of the page of the lines chosen from the list.</summary>
    public const string Chosen = "chon";

    /// <summary>The last part of the page that counts them by administrative unit.</summary>
    public const string ByPlace = "theo-dia-ban";

    /// <summary>Before the code of an organisation of which a file is begun.</summary>
    public const string Begin = "lap-ho-so";

    /// <summary>Last parts of pages, and of tables to take away, that are no cooperative's: none gets one of them for its code.</summary>
    public static IReadOnlySet<string> Reserved { get; } = FixedPages.Below(typeof(RegistryDesk).Assembly, RegistryRights.Address, Pages.Cooperatives.IndexModel.Address)
        .Concat(new[] { Reports.ReportDesk.Word, ByPlace }.SelectMany(list => new[] { $"{list}.csv", $"{list}.xlsx" })).ToHashSet(StringComparer.Ordinal);

    public AppDbContext Db => db;

    public IOrganisationRegister Register => register;

    public Actor By => signedIn.Person!.AsActor();

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => VietnamTime.Today(clock);

    public async Task<CooperativeFile?> FindAsync(string code, CancellationToken cancellationToken)
    {
        // Between the two looks it may be merged; then it is not there either.
        if (await db.Set<Cooperative>().AsSplitQuery().SingleOrDefaultAsync(c => c.Code == code && c.MergedIntoId == null, cancellationToken) is not { Id: var id } cooperative
            || await organisations.Rows.SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } organisation)
        {
            return null;
        }

        return new CooperativeFile(
            organisation,
            cooperative,
            await db.Set<CooperativeContact>().SingleOrDefaultAsync(c => c.Id == id, cancellationToken),
            await db.Set<CooperativeYear>().Where(y => y.CooperativeId == id).OrderByDescending(y => y.Year).ToListAsync(cancellationToken),
            await db.Set<BoardMember>().Where(m => m.CooperativeId == id).OrderBy(m => m.Id).ToListAsync(cancellationToken),
            await db.Set<HeldCertificate>().Where(c => c.CooperativeId == id).OrderBy(c => c.Id).ToListAsync(cancellationToken))
        {
            Scale = await SizeScale.ReadAsync(db, cancellationToken),
        };
    }

    /// <returns>The address of the file that the one with this code was merged into; null where it was not.</returns>
    public async Task<string?> ElsewhereAsync(string code, CancellationToken cancellationToken) =>
        await organisations.KeptAsync(code, cancellationToken) is { } kept ? $"{RegistryRights.Address}/{kept.Code}" : null;

    /// <summary>Registers one with what is known of it so far.</summary>
    /// <param name="id">Chosen by the form, so that a form sent twice registers one.</param>
    /// <returns>Its code.</returns>
    public async Task<string> OpenAsync(Guid id, OrganisationKind kind, string name, string? shortName, CooperativeContent content, string? phone, CancellationToken cancellationToken)
    {
        var code = await register.OpenAsync(id, kind, name, shortName, Reserved, cancellationToken);
        var cooperative = new Cooperative(id, code);
        cooperative.Describe(content);
        db.Add(cooperative);
        if (phone is not null)
        {
            var contact = new CooperativeContact(id);
            contact.Describe(new ContactContent(Person: null, phone, Email: null, Website: null, Street: null, Latitude: null, Longitude: null));
            db.Add(contact);
        }

        await db.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <returns>The organisation with this code, of a kind that the register keeps; null where there is none.</returns>
    public Task<OrganisationRow?> OfKindAsync(string code, CancellationToken cancellationToken) =>
        organisations.Rows.SingleOrDefaultAsync(o => o.Code == code && RegistryKinds.All.Contains(o.Kind), cancellationToken);

    /// <summary>Begins an empty file for an organisation that is known already, under its code.</summary>
    /// <exception cref="RefusedException">Its code is the address of something else.</exception>
    public Task BeginAsync(OrganisationRow organisation, CancellationToken cancellationToken)
    {
        if (Reserved.Contains(organisation.Code))
        {
            throw new RefusedException("Mã {0} trùng với địa chỉ của một trang trong sổ, nên không lập hồ sơ dưới mã này được.", organisation.Code);
        }

        db.Add(new Cooperative(organisation.Id, organisation.Code));
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>The code of the cooperative with this id; null where there is none.</returns>
    public Task<string?> CodeOfAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<Cooperative>().Where(c => c.Id == id).Select(c => (string?)c.Code).SingleOrDefaultAsync(cancellationToken);

    /// <returns>The code of one of these that is no more; null where all are.</returns>
    public Task<string?> EndedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToArray();
        return db.Set<Cooperative>()
            .Where(c => EF.Parameter(wanted).Contains(c.Id) && (c.Status == CooperativeStatus.Dissolved || c.Status == CooperativeStatus.MergedInto || c.Status == CooperativeStatus.SplitInto))
            .OrderBy(c => c.Code).Select(c => (string?)c.Code).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>Those that have one of these as code or registration number, by what was typed.</returns>
    public async Task<ILookup<string, Guid>> NamedAsync(IReadOnlyCollection<string> typed, CancellationToken cancellationToken)
    {
        var wanted = typed.ToArray();
        var found = await db.Set<Cooperative>()
            .Where(c => c.MergedIntoId == null)
            .Where(c => EF.Parameter(wanted).Contains(c.Code) || (c.RegistrationNumber != null && EF.Parameter(wanted).Contains(c.RegistrationNumber)))
            .Select(c => new { c.Id, c.Code, c.RegistrationNumber })
            .ToListAsync(cancellationToken);
        return wanted.SelectMany(word => found.Where(c => c.Code == word || c.RegistrationNumber == word), (word, c) => (word, c.Id)).ToLookup(pair => pair.word, pair => pair.Id, StringComparer.Ordinal);
    }

    /// <summary>
    /// The size class comes of two parts, the sector and the figures: who saves one while another saves the other is told, or the class would be of neither.
    /// </summary>
    public void Touch(Cooperative cooperative) => db.Entry(cooperative).Property(c => c.Version).IsModified = true;

    /// <summary>Lets go of everything that was not saved.</summary>
    public void Forget() => db.ChangeTracker.Clear();
}
