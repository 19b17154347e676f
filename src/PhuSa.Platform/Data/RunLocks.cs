namespace PhuSa.Platform.Data;

/// <summary>
/// Keeps one piece of work from running twice at a time, over all instances. The lock is the database server's or the operating system's,
/// so it is gone the moment its holder dies: no clock decides who has it.
/// </summary>
public interface IRunLocks
{
    /// <returns>Null where somebody else holds it.</returns>
    Task<IRunLock?> TryTakeAsync(string name, CancellationToken cancellationToken);
}

/// <summary>A held lock; disposing lets go of it.</summary>
public interface IRunLock : IAsyncDisposable
{
    /// <summary>Cancelled when the lock was lost on the way: whoever holds it stops.</summary>
    CancellationToken Lost { get; }
}
