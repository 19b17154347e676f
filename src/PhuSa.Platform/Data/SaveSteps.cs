using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PhuSa.Platform.Data;

/// <summary>
/// Passes what happens at a save on to the steps of the context's own scope (who acts, what a module adds, the journal, the content stamp).
/// One for all contexts: so their options are made once for the process, not for each request.
/// </summary>
internal sealed class SaveSteps : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        foreach (var step in Of(eventData))
        {
            result = step.SavingChanges(eventData, result);
        }

        AddedRecords.Write(eventData.Context!);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var step in Of(eventData))
        {
            result = await step.SavingChangesAsync(eventData, result, cancellationToken);
        }

        AddedRecords.Write(eventData.Context!);
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        foreach (var step in Of(eventData))
        {
            result = step.SavedChanges(eventData, result);
        }

        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        foreach (var step in Of(eventData))
        {
            result = await step.SavedChangesAsync(eventData, result, cancellationToken);
        }

        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        foreach (var step in Of(eventData).OfType<IDbTransactionInterceptor>())
        {
            step.TransactionCommitted(transaction, eventData);
        }
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        foreach (var step in Of(eventData).OfType<IDbTransactionInterceptor>())
        {
            await step.TransactionCommittedAsync(transaction, eventData, cancellationToken);
        }
    }

    private static IReadOnlyList<ISaveChangesInterceptor> Of(DbContextEventData eventData) => eventData.Context is AppDbContext db ? db.Steps : [];
}
