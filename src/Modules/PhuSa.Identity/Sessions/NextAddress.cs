using PhuSa.Platform.Web;

namespace PhuSa.Identity.Sessions;

/// <summary>Where to go on after a detour or a sign-in.</summary>
internal static class NextAddress
{
    /// <returns>The address asked for where it is one of this site, as it may stand in a header.</returns>
    public static string Of(string? asked, string otherwise) => LocalAddress.Is(asked) ? LocalAddress.Encoded(asked!) : otherwise;
}
