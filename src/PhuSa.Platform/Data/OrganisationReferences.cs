using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Organisations;

namespace PhuSa.Platform.Data;

/// <summary>The records of a module that name an organisation in a value of their own: <c>Of&lt;MarkGrant&gt;(g => g.HolderId)</c>.</summary>
public abstract class OrganisationReferences(AppDbContext db) : IOrganisationMerge
{
    /// <summary>Every value of the module that names an organisation.</summary>
    public abstract IReadOnlyList<OrganisationReference> References { get; }

    public async Task<IReadOnlyList<MergedReference>> FollowAsync(Guid gone, Guid kept, CancellationToken cancellationToken)
    {
        var brought = new List<MergedReference>();
        foreach (var reference in References)
        {
            brought.AddRange(await reference.FollowAsync(db, gone, kept, cancellationToken));
        }

        return brought;
    }

    public async Task BringAsync(Guid gone, Guid kept, IReadOnlyList<MergedReference> record, CancellationToken cancellationToken)
    {
        foreach (var reference in References)
        {
            await reference.BringAsync(db, gone, kept, record, cancellationToken);
        }
    }

    public async Task TakeBackAsync(Guid gone, Guid kept, IReadOnlyList<MergedReference> brought, CancellationToken cancellationToken)
    {
        foreach (var reference in References)
        {
            await reference.TakeBackAsync(db, gone, kept, brought, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<MergedReference>> NamingAsync(Guid organisation, CancellationToken cancellationToken)
    {
        var naming = new List<MergedReference>();
        foreach (var reference in References)
        {
            naming.AddRange(await reference.NamingAsync(db, organisation, cancellationToken));
        }

        return naming;
    }

    /// <param name="value">The property that names the organisation.</param>
    /// <param name="unlessSame">A record stays with the one that goes where the one that stays has one with the same values here: a second appointment of one person, a second row of one decision.</param>
    protected static OrganisationReference Of<T>(Expression<Func<T, Guid>> value, params IReadOnlyList<string> unlessSame)
        where T : class => new OrganisationReference<T>(((MemberExpression)value.Body).Member.Name, isNullable: false, unlessSame);

    protected static OrganisationReference Of<T>(Expression<Func<T, Guid?>> value, params IReadOnlyList<string> unlessSame)
        where T : class => new OrganisationReference<T>(((MemberExpression)value.Body).Member.Name, isNullable: true, unlessSame);
}

/// <summary>One property of one kind of record that names an organisation.</summary>
public abstract class OrganisationReference
{
    public abstract Type Record { get; }

    public abstract string Column { get; }

    internal abstract Task<IReadOnlyList<MergedReference>> FollowAsync(AppDbContext db, Guid gone, Guid kept, CancellationToken cancellationToken);

    internal abstract Task BringAsync(AppDbContext db, Guid gone, Guid kept, IReadOnlyList<MergedReference> record, CancellationToken cancellationToken);

    internal abstract Task TakeBackAsync(AppDbContext db, Guid gone, Guid kept, IReadOnlyList<MergedReference> brought, CancellationToken cancellationToken);

    internal abstract Task<IReadOnlyList<MergedReference>> NamingAsync(AppDbContext db, Guid organisation, CancellationToken cancellationToken);
}

internal sealed class OrganisationReference<T>(string column, bool isNullable, IReadOnlyList<string> unlessSame) : OrganisationReference
    where T : class
{
    public override Type Record => typeof(T);

    public override string Column => column;

    internal override async Task<IReadOnlyList<MergedReference>> FollowAsync(AppDbContext db, Guid gone, Guid kept, CancellationToken cancellationToken)
    {
        var records = await FollowingAsync(db, gone, kept, cancellationToken);
        foreach (var record in records)
        {
            db.Entry(record).Property(column).CurrentValue = kept;
        }

        return records.ConvertAll(record => Told(db.Entry(record)));
    }

    internal override async Task BringAsync(AppDbContext db, Guid gone, Guid kept, IReadOnlyList<MergedReference> record, CancellationToken cancellationToken)
    {
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        if (record.FirstOrDefault(reference => reference.Table == table && reference.Column == column) is { } wanted
            && (await FollowingAsync(db, gone, kept, cancellationToken)).Find(found => IdOf(db.Entry(found)) == wanted.RecordId) is { } late)
        {
            db.Entry(late).Property(column).CurrentValue = kept;
        }
    }

    /// <summary>Those that name the one that goes, but for those of which the one that stays has one already.</summary>
    private async Task<List<T>> FollowingAsync(AppDbContext db, Guid gone, Guid kept, CancellationToken cancellationToken)
    {
        var records = await Naming(db, gone).ToListAsync(cancellationToken);
        if (unlessSame.Count > 0 && records.Count > 0)
        {
            var there = (await Naming(db, kept).ToListAsync(cancellationToken)).Select(record => Same(db.Entry(record))).ToHashSet(StringComparer.Ordinal);
            records.RemoveAll(record => there.Contains(Same(db.Entry(record))));
        }

        return records;
    }

    internal override async Task TakeBackAsync(AppDbContext db, Guid gone, Guid kept, IReadOnlyList<MergedReference> brought, CancellationToken cancellationToken)
    {
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        var wanted = brought.Where(reference => reference.Table == table && reference.Column == column).Select(reference => reference.RecordId).ToHashSet();
        if (wanted.Count == 0)
        {
            return;
        }

        foreach (var record in (await Naming(db, kept).ToListAsync(cancellationToken)).Where(record => wanted.Contains(IdOf(db.Entry(record)))))
        {
            db.Entry(record).Property(column).CurrentValue = gone;
        }
    }

    internal override async Task<IReadOnlyList<MergedReference>> NamingAsync(AppDbContext db, Guid organisation, CancellationToken cancellationToken) =>
        (await Naming(db, organisation).AsNoTracking().ToListAsync(cancellationToken)).ConvertAll(record => Told(db.Entry(record)));

    private static Guid IdOf(EntityEntry entry) => (Guid)entry.Property("Id").CurrentValue!;

    private string Same(EntityEntry entry) => string.Join('\u001f', unlessSame.Select(name => entry.Property(name).CurrentValue));

    private IQueryable<T> Naming(AppDbContext db, Guid organisation) => isNullable
        ? db.Set<T>().AsSplitQuery().Where(record => EF.Property<Guid?>(record, column) == organisation).OrderBy(record => EF.Property<Guid>(record, "Id"))
        : db.Set<T>().AsSplitQuery().Where(record => EF.Property<Guid>(record, column) == organisation).OrderBy(record => EF.Property<Guid>(record, "Id"));

    private MergedReference Told(EntityEntry entry) => new(entry.Metadata.GetTableName()!, IdOf(entry), column, (entry.Entity as IJournaled)?.JournalTitle ?? entry.Metadata.GetTableName()!);
}
