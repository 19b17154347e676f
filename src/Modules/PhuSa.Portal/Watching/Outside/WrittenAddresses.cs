using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PhuSa.Portal.Watching.Outside;

/// <summary>
/// The addresses that an element names, written so that they are resolved as browsers do: those pass over line ends and tabs within an address, read
/// “\\” like “/”, and take whatever number of slashes stands before a host.
/// </summary>
internal static partial class WrittenAddresses
{
    private static readonly string[] Sets = ["srcset", "imagesrcset"];

    /// <summary>What browsers take off both ends.</summary>
    private static readonly char[] Blanks = [.. Enumerable.Range(0, 0x21).Select(code => (char)code)];

    public static IEnumerable<string> Of(IElement element, IReadOnlyList<string> attributes)
    {
        var written = attributes.Select(element.GetAttribute).OfType<string>()
            .Concat(Sets.Select(element.GetAttribute).OfType<string>().SelectMany(set => set.Split(',')).Select(part => part.Trim().Split((char[]?)null)[0]))
            .Concat(element.LocalName == "meta" && element.GetAttribute("content") is { } content && Whole.IsMatch(Settled(content)) ? [content] : []);
        return written.Select(Settled).Where(address => address.Length > 0 && address[0] != '#');
    }

    private static string Settled(string typed)
    {
        var address = string.Concat(typed.Where(letter => letter is not ('\t' or '\r' or '\n'))).Trim(Blanks);
        return Slashes.Replace(IsOther(address) ? address : address.Replace('\\', '/'), "${scheme}//");
    }

    /// <summary>An address of which a host is no part, such as mailto.</summary>
    private static bool IsOther(string address) => AnyScheme.IsMatch(address) && !address.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[a-z][a-z0-9+.-]{0,40}:", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AnyScheme { get; }

    [GeneratedRegex("^(?<scheme>https?:)/{0,1000}|^/{2,1000}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slashes { get; }

    [GeneratedRegex("^(https?:)?//", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Whole { get; }
}
