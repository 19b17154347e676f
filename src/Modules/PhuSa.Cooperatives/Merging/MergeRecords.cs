using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Merging;

/// <summary>What merges of files and of organisations without a file have in common: what comes over, what is written down of it, and what goes back.</summary>
internal sealed class MergeRecords(AppDbContext db, IEnumerable<IOrganisationMerge> followers)
{
    public Task<FileMerge?> FindAsync(Guid id, CancellationToken cancellationToken) => db.Set<FileMerge>().SingleOrDefaultAsync(merge => merge.Id == id, cancellationToken);

    /// <returns>Whether files of the register were merged; otherwise organisations that have none there.</returns>
    public Task<bool> IsOfFilesAsync(FileMerge merge, CancellationToken cancellationToken)
    {
        var gone = merge.GoneId;
        return db.Set<Cooperative>().AnyAsync(c => c.Id == gone, cancellationToken);
    }

    /// <returns>Merges into or of an organisation, the latest first.</returns>
    public async Task<IReadOnlyList<FileMerge>> OfAsync(Guid organisationId, CancellationToken cancellationToken) =>
        await db.Set<FileMerge>().AsNoTracking().Where(merge => merge.KeptId == organisationId || merge.GoneId == organisationId).OrderByDescending(merge => merge.At).ThenByDescending(merge => merge.Id).ToListAsync(cancellationToken);

    /// <summary>Brings the records of all modules over. Nothing is saved yet.</summary>
    /// <returns>Those that named the one that stays already, those that were brought, and those that were not.</returns>
    public async Task<(IReadOnlyList<MergedReference> Own, IReadOnlyList<MergedReference> Brought, IReadOnlyList<MergedReference> Left)> BringAsync(Guid gone, Guid kept, CancellationToken cancellationToken)
    {
        var own = new List<MergedReference>();
        var brought = new List<MergedReference>();
        var named = new List<MergedReference>();
        foreach (var follower in followers)
        {
            own.AddRange(await follower.NamingAsync(kept, cancellationToken));
            named.AddRange(await follower.NamingAsync(gone, cancellationToken));
            brought.AddRange(await follower.FollowAsync(gone, kept, cancellationToken));
        }

        var gones = brought.Select(KeyOf).ToHashSet();
        return (own, brought, named.FindAll(reference => !gones.Contains(KeyOf(reference))));
    }

    /// <returns>The records that name the one that went and were not there when the others followed; each with every value by which it names it.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<MergedReference>>> LateAsync(FileMerge merge, CancellationToken cancellationToken)
    {
        var left = merge.Notes.Left.Select(KeyOf).ToHashSet();
        var late = new List<MergedReference>();
        foreach (var follower in followers)
        {
            late.AddRange((await follower.NamingAsync(merge.GoneId, cancellationToken)).Where(reference => !left.Contains(KeyOf(reference))));
        }

        return [.. late.GroupBy(reference => (reference.Table, reference.RecordId)).Select(record => record.ToList())];
    }

    /// <summary>One of them goes to the one that stays, where that has none of the kind. Nothing is saved yet.</summary>
    /// <exception cref="RefusedException">Together they would be what two cannot be.</exception>
    public async Task BringLateAsync(Guid gone, Guid kept, IReadOnlyList<MergedReference> record, CancellationToken cancellationToken)
    {
        foreach (var follower in followers)
        {
            await follower.BringAsync(gone, kept, record, cancellationToken);
        }
    }

    public async Task TakeBackAsync(FileMerge merge, CancellationToken cancellationToken)
    {
        var brought = merge.Notes.Brought;
        foreach (var follower in followers)
        {
            await follower.TakeBackAsync(merge.GoneId, merge.KeptId, brought, cancellationToken);
        }
    }

    /// <returns>The records that came to the one that stays after the merge: they stay with it.</returns>
    public async Task<IReadOnlyList<MergedReference>> SinceAsync(FileMerge merge, CancellationToken cancellationToken)
    {
        var notes = merge.Notes;
        var known = notes.Brought.Concat(notes.Own).Select(KeyOf).ToHashSet();
        var since = new List<MergedReference>();
        foreach (var follower in followers)
        {
            since.AddRange((await follower.NamingAsync(merge.KeptId, cancellationToken)).Where(reference => !known.Contains(KeyOf(reference))));
        }

        return since;
    }

    /// <exception cref="RefusedException">Another one went into the same since.</exception>
    public async Task MustBeLastAsync(FileMerge merge, CancellationToken cancellationToken)
    {
        if (await db.Set<FileMerge>().AsNoTracking().Where(m => m.KeptId == merge.KeptId && m.UndoneAt == null && m.At > merge.At).OrderByDescending(m => m.At).FirstOrDefaultAsync(cancellationToken) is { } later)
        {
            // Each merge remembers the file as the one before left it: taken apart in another order, values of one would stay in the other.
            throw new RefusedException("Sau lần này còn gộp hồ sơ {0} vào cùng hồ sơ; hãy tách lần gộp đó trước.", later.GoneCode);
        }
    }

    /// <returns>Those that go back with the one that comes back.</returns>
    public Task<Guid[]> EarlierAsync(FileMerge undone, CancellationToken cancellationToken) =>
        db.Set<FileMerge>().Where(merge => merge.KeptId == undone.GoneId && merge.UndoneAt == null).Select(merge => merge.GoneId).ToArrayAsync(cancellationToken);

    /// <returns>The items that somebody changed after the merge: they stay as they are.</returns>
    public static IReadOnlyList<FileItem> ChangedSince(FileMerge merge, FileValues now)
    {
        var after = merge.Notes.After;
        return [.. FileItem.All.Where(item => item.Words(after) != item.Words(now))];
    }

    /// <returns>The values of before the merge, but for what somebody changed since.</returns>
    public static FileValues Before(FileMerge merge, FileValues now)
    {
        var notes = merge.Notes;
        return FileItem.All.Where(item => item.Words(notes.After) == item.Words(now)).Aggregate(now, (file, item) => item.Take(file, notes.Before));
    }

    /// <summary>What the page of a merge was begun from: whether it is undone, the one that stayed, and the records that came since.</summary>
    /// <param name="kept">Null where it went into another.</param>
    public static string StampOf(FileMerge merge, (int Version, FileValues Values)? kept, IEnumerable<MergedReference> since) =>
        Stamp(since.Select(reference => $"{reference.Table} {reference.RecordId} {reference.Column}").Order(StringComparer.Ordinal)
            .Prepend($"{merge.Version} {kept?.Version} {kept?.Values.Written()}"));

    private static (string Table, Guid RecordId, string Column) KeyOf(MergedReference reference) => (reference.Table, reference.RecordId, reference.Column);

    public static string Stamp(IEnumerable<string> told) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', told))))[..32];
}
