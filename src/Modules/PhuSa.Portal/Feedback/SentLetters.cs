using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Feedback;

/// <summary>
/// Letters that went to a sender or wait to go: their address stands in them. They are kept by another module as rows of the record's own id, which the
/// model tells of every table, and go with the sender's data.
/// </summary>
internal sealed class SentLetters(AppDbContext db)
{
    private static readonly MethodInfo DeleteRows = typeof(SentLetters).GetMethod(nameof(DeleteAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>In the caller's transaction.</summary>
    public async Task ForgetAsync(Guid feedbackId, CancellationToken cancellationToken)
    {
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.PersonalOwner() is { } owner && !owner.IsPrimaryKey() && !type.IsOwned()))
        {
            await (Task)DeleteRows.MakeGenericMethod(type.ClrType).Invoke(this, [type, feedbackId, cancellationToken])!;
        }
    }

    private Task<int> DeleteAsync<T>(IEntityType type, Guid feedbackId, CancellationToken cancellationToken)
        where T : class =>
        db.Set<T>().Where(PersonalRows.Of<T>(type.PersonalOwner()!, feedbackId)).ExecuteDeleteAsync(cancellationToken);
}
