namespace PhuSa.Platform.Journal.Sealing;

/// <summary>The erasure of a person from the journal (Law 91/2025/QH15): their values can never be read again, the chain stays whole.</summary>
public interface IPersonKeys
{
    /// <summary>Destroys the person's key in the caller's transaction. What is written of them afterwards is unreadable from the beginning.</summary>
    Task DestroyAsync(Guid personId, CancellationToken cancellationToken);
}
