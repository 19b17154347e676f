namespace PhuSa.Platform.Web;

/// <summary>The picture that stands beside a page where its address is handed on.</summary>
/// <param name="Url">Root-relative.</param>
/// <param name="Width">Pixels; null where it is not known, as <paramref name="Height"/> is then.</param>
public sealed record ShareImage(string Url, int? Width, int? Height, string Alt)
{
    /// <summary>The key in a page's view data.</summary>
    public const string Key = "Image";
}
