using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace PhuSa.Platform.Web.Seals;

/// <summary>
/// Marks whoever watches the pages, so that their looks are not counted as visits. It stands where a browser says which version of a page it has
/// (If-None-Match), so that it does not show the watcher to a proxy as a header of our own would.
/// </summary>
public sealed class QuietTags(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(6);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("PhuSa.QuietTags").ToTimeLimitedDataProtector();

    public string New() => _seal.Protect("", Lasts);

    public bool Is(StringValues ifNoneMatch)
    {
        if (ifNoneMatch is not [['"', .., '"'] tag])
        {
            return false;
        }

        try
        {
            return _seal.Unprotect(tag[1..^1]).Length == 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
