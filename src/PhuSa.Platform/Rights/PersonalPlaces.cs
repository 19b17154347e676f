using Microsoft.AspNetCore.Http;

namespace PhuSa.Platform.Rights;

/// <summary>The addresses at which the product asks who somebody is. Everywhere else it does not, and pages are the same for everyone.</summary>
public static class PersonalPlaces
{
    public const string Office = "/quan-tri";
    public const string SignIn = "/dang-nhap";
    public const string Account = "/tai-khoan";
    public const string MyCooperative = "/htx-cua-toi";
    public const string Files = "/tep";

    private static readonly string[] All = [Office, SignIn, Account, MyCooperative, Files];

    public static bool Hold(PathString path)
    {
        foreach (var place in All)
        {
            if (path.StartsWithSegments(place, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
