namespace PhuSa.Platform;

/// <summary>What has to be ready before the first reader: indexes, counters, the model.</summary>
public interface IWarmUp
{
    Task WarmUpAsync(CancellationToken cancellationToken);
}
