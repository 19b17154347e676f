namespace PhuSa.Platform.Data;

/// <summary>Counts the moves of the content stamp instead of repeating it, so that a restored backup moves it too.</summary>
internal sealed class ContentMoves : IContentWatch
{
    private long _moves;

    public long Current => Volatile.Read(ref _moves);

    /// <summary>To be called after a commit, never before: a page made in between would be kept with the old records.</summary>
    public void Moved() => Interlocked.Increment(ref _moves);
}
