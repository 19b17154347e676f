namespace PhuSa.Platform;

/// <summary>Whether this instance may be sent readers: migrations, the first samples and the indexes are done.</summary>
public sealed class Readiness
{
    private volatile bool _ready;
    private volatile string? _failure;
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => _ready;

    /// <summary>Why it will not become ready; a Vietnamese sentence, null while all is well.</summary>
    public string? Failure => _failure;

    /// <summary>Done once it is known whether the instance opens.</summary>
    public Task Settled => _settled.Task;

    public void Done()
    {
        _ready = true;
        _settled.TrySetResult();
    }

    public void Failed(string sentence)
    {
        _failure = sentence;
        _settled.TrySetResult();
    }
}
