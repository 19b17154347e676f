using System.Text;
using System.Text.Json;

namespace PhuSa.Portal.Feeds;

/// <summary>Plain links with which a reader hands an article on. No script of theirs is on our pages, and they learn nothing unless the link is followed.</summary>
internal static class ShareLinks
{
    /// <summary>What Zalo's own button opens: the address in a small JSON, in Base64.</summary>
    public static string Zalo(string canonical) =>
        "https://button-share.zalo.me/share_external?layout=1&color=blue&customize=false&shareType=0&d=" + Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"url":"{{JsonEncodedText.Encode(canonical)}}"}""")));

    public static string Facebook(string canonical) => "https://www.facebook.com/sharer/sharer.php?u=" + Uri.EscapeDataString(canonical);

    public static string Mail(string title, string canonical) => $"mailto:?subject={Uri.EscapeDataString(title)}&body={Uri.EscapeDataString(canonical)}";
}
