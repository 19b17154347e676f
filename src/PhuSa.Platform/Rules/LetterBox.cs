using System.Net.Mail;

namespace PhuSa.Platform.Rules;

/// <summary>What letters can be sent to.</summary>
public static class LetterBox
{
    /// <summary>An address with a whole host and nothing beside it: no name, no second address, no line of a letter's head.</summary>
    public static bool IsAddress(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return MailAddress.TryCreate(typed, out var address) && address.Address == typed
            && address.Host.Contains('.', StringComparison.Ordinal) && !address.Host.StartsWith('.') && !address.Host.EndsWith('.')
            && !typed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '"' or ',' or ';' or '<' or '>' or '\u2028' or '\u2029');
    }
}
