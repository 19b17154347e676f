namespace PhuSa.Platform.Web;

/// <summary>Addresses at which a module's pages stood before another module's pages took them.</summary>
public interface IFormerAddresses
{
    /// <summary>Asked where the page that has the address today finds nothing.</summary>
    /// <returns>The root-relative address at which it is now; null where it never was there.</returns>
    Task<string?> NowAsync(string path, CancellationToken cancellationToken);
}
