using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PhuSa.Portal.Feedback;

/// <summary>How a form's stamp stands when the form comes back.</summary>
internal enum StampAge
{
    /// <summary>Not of ours, or of another time.</summary>
    Unknown,

    /// <summary>No person types so fast.</summary>
    TooFresh,
    TooOld,
    Good,
}

/// <summary>
/// A sealed field of the form: when it was opened and a key of its own. Without script or cookie it tells a person from a machine that posts at once,
/// and a form sent twice from two forms.
/// </summary>
internal sealed class FormStamp(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan Most = TimeSpan.FromHours(24);

    private readonly IDataProtector _seal = protection.CreateProtector("PhuSa.Feedback.Form");

    public string New()
    {
        var now = clock.GetUtcNow();
        return _seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{now.UtcTicks}.{Guid.CreateVersion7(now):N}"));
    }

    public StampAge Read(string? stamp, out Guid key)
    {
        key = Guid.Empty;
        if (string.IsNullOrEmpty(stamp) || Opened(stamp)?.Split('.') is not [var ticks, var id])
        {
            return StampAge.Unknown;
        }

        key = Guid.ParseExact(id, "N");
        var age = TimeSpan.FromTicks(clock.GetUtcNow().UtcTicks - long.Parse(ticks, CultureInfo.InvariantCulture));
        return age < Least ? StampAge.TooFresh : age > Most ? StampAge.TooOld : StampAge.Good;
    }

    private string? Opened(string stamp)
    {
        try
        {
            return _seal.Unprotect(stamp);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
