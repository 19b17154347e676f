using System.Text;
using System.Text.Json;

namespace PhuSa.Portal.Feeds;

/// <summary>Plain links with which a reader hands an article on. No script of theirs is on our pages, and they learn nothing unless the link is followed.</summary>
internal static class ShareLinks
{
    private const string ZaloHost = "button-share.zalo.me";
    private const string FacebookHost = "www.facebook.com";

    /// <summary>Every article names them, so the watch takes no offence at them.</summary>
    public static IReadOnlyList<string> Hosts { get; } = [ZaloHost, FacebookHost];

    /// <summary>What Zalo's own button opens: the address in a small JSON, in Base64.</summary>
    public static string Zalo(string canonical) =>
        $"https://{ZaloHost}/share_external?layout=1&color=blue&customize=false&shareType=0&d=" + Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"url":"{{JsonEncodedText.Encode(canonical)}}"}""")));

    public static string Facebook(string canonical) => $"https://{FacebookHost}/sharer/sharer.php?u=" + Uri.EscapeDataString(canonical);

    public static string Mail(string title, string canonical) => $"mailto:?subject={Uri.EscapeDataString(title)}&body={Uri.EscapeDataString(canonical)}";
}
