using System.Globalization;
using PhuSa.Identity.People;
using PhuSa.Platform.Notices;

namespace PhuSa.Identity.SignIn;

/// <summary>By what a code reaches a person. The telephone first: it is what people of cooperatives have.</summary>
internal static class CodeWays
{
    private const string Mail = "mail";
    private static readonly string[] Order = ["sms", "zalo", Mail];

    /// <returns>The channels that are configured, the first choice first.</returns>
    public static IEnumerable<IMessageChannel> Of(IEnumerable<IMessageChannel> channels) =>
        channels.Where(channel => channel.IsConfigured && Order.Contains(channel.Code)).OrderBy(channel => Array.IndexOf(Order, channel.Code));

    /// <returns>Null where the person has no such address.</returns>
    public static string? AddressOf(Person person, IMessageChannel channel) => channel.Code == Mail ? person.Email : person.PhoneNumber;

    /// <summary>Says it in the language of who reads it, not of who sends it.</summary>
    public static T In<T>(string language, Func<T> say)
    {
        var writers = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = writers;
        }
    }
}
