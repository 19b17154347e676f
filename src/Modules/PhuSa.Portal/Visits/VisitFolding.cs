using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Visits;

/// <summary>
/// Takes what a counter file has counted into the database, exactly once: first the file says what this fold takes and its number,
/// then one transaction writes that and the number, then the file says it is done. Whoever opens the file after a death in between
/// asks the database which of the two it was.
/// </summary>
internal static class VisitFolding
{
    /// <summary>A transaction stays short; the rest comes with the next fold.</summary>
    private const int MostPagesAtOnce = 2_000;

    private const int Tries = 3;

    /// <returns>Whether there is nothing left to fold.</returns>
    public static async Task<bool> FoldAsync(AppDbContext db, CounterFile file, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                db.ChangeTracker.Clear();
                return await OnceAsync(db, file, cancellationToken);
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                // Another instance wrote the first row of this day or page in the same moment.
            }
        }
    }

    private static async Task<bool> OnceAsync(AppDbContext db, CounterFile file, CancellationToken cancellationToken)
    {
        await ResolveAsync(db, file, cancellationToken);
        var claim = Claim(file);
        if (claim.Sites.Count == 0 && claim.Pages.Count == 0)
        {
            return true;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (site, visits, views) in claim.Sites)
        {
            await AddAsync(db, file.Day, site, visits, views, cancellationToken);
        }

        foreach (var (site, path, views) in claim.Pages)
        {
            await AddAsync(db, file.Day, site, path, views, cancellationToken);
        }

        await WriteSequenceAsync(db, file, claim.Number, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Settle(file);
        return claim.Whole;
    }

    /// <summary>An earlier fold that was cut off is either in the database as a whole or not at all.</summary>
    public static async Task ResolveAsync(AppDbContext db, CounterFile file, CancellationToken cancellationToken)
    {
        if (!IsUnderWay(file, out var epoch, out var claimed))
        {
            return;
        }

        var written = await db.Set<VisitInstance>().Where(i => i.Epoch == epoch).Select(i => i.Sequence).FirstOrDefaultAsync(cancellationToken);
        if (written == claimed)
        {
            Settle(file);
        }
        else
        {
            Withdraw(file);
        }
    }

    private static unsafe bool IsUnderWay(CounterFile file, out Guid epoch, out long claimed)
    {
        epoch = file.Header->Epoch;
        claimed = file.Header->Claimed;
        return claimed != file.Header->Folded;
    }

    private static unsafe void Withdraw(CounterFile file) => Volatile.Write(ref file.Header->Claimed, file.Header->Folded);

    private static unsafe FoldClaim Claim(CounterFile file)
    {
        var sites = new List<(string Site, long Visits, long Views)>();
        for (var i = 0; i < Volatile.Read(ref file.Header->Sites); i++)
        {
            ref var site = ref file.Sites[i];
            site.Visits.Claim();
            site.Views.Claim();
            if (site.Visits.Taken != 0 || site.Views.Taken != 0)
            {
                sites.Add((file.SiteCode(i), site.Visits.Taken, site.Views.Taken));
            }
        }

        var pages = new List<(string Site, string Path, long Views)>();
        var whole = true;
        for (var i = 0; i < Volatile.Read(ref file.Header->Pages); i++)
        {
            ref var page = ref file.Pages[i];
            if (pages.Count == MostPagesAtOnce)
            {
                // A claim left by a fold that was withdrawn must not be settled by this one.
                whole &= page.Views.Unfolded == 0;
                page.Views.Claimed = page.Views.Folded;
                continue;
            }

            page.Views.Claim();
            if (page.Views.Taken != 0)
            {
                pages.Add((file.SiteCode(page.Site), file.PagePath(i), page.Views.Taken));
            }
        }

        var number = file.Header->Folded + 1;
        if (sites.Count > 0 || pages.Count > 0)
        {
            Volatile.Write(ref file.Header->Claimed, number);
            file.Flush();
        }

        return new FoldClaim(number, sites, pages, whole);
    }

    private static unsafe void Settle(CounterFile file)
    {
        file.TurnSettling();
        for (var i = 0; i < file.Header->Sites; i++)
        {
            file.Sites[i].Visits.Settle();
            file.Sites[i].Views.Settle();
        }

        for (var i = 0; i < file.Header->Pages; i++)
        {
            file.Pages[i].Views.Settle();
        }

        Volatile.Write(ref file.Header->Folded, file.Header->Claimed);
        file.TurnSettling();
    }

    private static async Task AddAsync(AppDbContext db, DateOnly day, string site, long visits, long views, CancellationToken cancellationToken)
    {
        var there = await db.Set<VisitDayRow>().Where(d => d.Site == site && d.Day == day)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Visits, d => d.Visits + visits).SetProperty(d => d.Views, d => d.Views + views), cancellationToken);
        if (there == 0)
        {
            db.Add(new VisitDayRow { Site = site, Day = day, Visits = visits, Views = views });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task AddAsync(AppDbContext db, DateOnly day, string site, string path, long views, CancellationToken cancellationToken)
    {
        var there = await db.Set<PageViewDay>().Where(d => d.Site == site && d.Path == path && d.Day == day)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Views, d => d.Views + views), cancellationToken);
        if (there == 0)
        {
            db.Add(new PageViewDay { Site = site, Path = path, Day = day, Views = views });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static async Task WriteSequenceAsync(AppDbContext db, CounterFile file, long number, CancellationToken cancellationToken)
    {
        var (epoch, day) = Identity(file);
        var there = await db.Set<VisitInstance>().Where(i => i.Epoch == epoch).ExecuteUpdateAsync(set => set.SetProperty(i => i.Sequence, number), cancellationToken);
        if (there == 0)
        {
            db.Add(new VisitInstance { Epoch = epoch, Day = day, Sequence = number });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static unsafe (Guid Epoch, DateOnly Day) Identity(CounterFile file) => (file.Header->Epoch, file.Day);

    private sealed record FoldClaim(long Number, List<(string Site, long Visits, long Views)> Sites, List<(string Site, string Path, long Views)> Pages, bool Whole);
}
