using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PhuSa.Platform.Data;

/// <summary>Tells this process's watch of a moved content stamp as soon as it is committed: whoever saved reads the new page at once.</summary>
internal sealed class ContentWatchInterceptor(ContentMoves moves) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private bool _moved;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Look(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Look(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        TellUnlessOpen(eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        TellUnlessOpen(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Tell();

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell();
        return Task.CompletedTask;
    }

    /// <summary>The journal has just moved the stamp; looking again for changes would cost an import of 35,000 rows a second pass.</summary>
    private void Look(DbContext db)
    {
        var detect = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        _moved |= db.ChangeTracker.Entries<ContentStamp>().Any(e => e.State is EntityState.Added or EntityState.Modified);
        db.ChangeTracker.AutoDetectChangesEnabled = detect;
    }

    private void TellUnlessOpen(DbContext db)
    {
        if (db.Database.CurrentTransaction is null)
        {
            Tell();
        }
    }

    private void Tell()
    {
        if (_moved)
        {
            _moved = false;
            moves.Moved();
        }
    }
}
