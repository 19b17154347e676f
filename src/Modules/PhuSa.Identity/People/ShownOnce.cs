using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PhuSa.Identity.People;

/// <summary>
/// What is shown on the next page and then never again: it travels in an encrypted cookie that this page takes away, never in an address.
/// </summary>
internal static class ShownOnce
{
    public const string Cookie = "phusa-mot-lan";

    public static void Keep(ITempDataDictionary data, Guid personId, string secret) => data[Key(personId)] = secret;

    /// <returns>Null where it has been shown already.</returns>
    public static string? Take(ITempDataDictionary data, Guid personId) => data[Key(personId)] as string;

    private static string Key(Guid personId) => $"mot-lan:{personId:N}";
}
