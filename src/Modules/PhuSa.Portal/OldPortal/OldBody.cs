using System.Globalization;
using AngleSharp.Dom;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles.Body;

namespace PhuSa.Portal.OldPortal;

/// <summary>A file of the mirror that was taken in.</summary>
internal sealed record BroughtFile(Guid Id, string Name, string Url, int? Width, int? Height)
{
    public bool IsPicture => Width is not null;
}

/// <summary>What the text of one page leans on: files are brought, links find their new place.</summary>
internal interface IOldSurroundings
{
    /// <returns>Null where it was not taken in; the reason is in the report.</returns>
    Task<BroughtFile?> BringAsync(MirrorFile file, CancellationToken cancellationToken);

    /// <returns>A picture that stood in the page itself; null where it was not taken in.</returns>
    Task<BroughtFile?> BringAsync(byte[] picture, CancellationToken cancellationToken);

    MirrorFile? Find(string link);

    /// <returns>Root-relative; null where the link leads to nothing that was brought.</returns>
    string? NewAddressOf(string link);

    /// <summary>The link is one within the old site.</summary>
    bool IsWithin(string link);

    void Mend(string sentence);
}

/// <summary>Brings the text of an old page into a shape that the one door of articles takes: pictures, captions, links, headings.</summary>
internal sealed class OldBody(IElement body, PortalMap map, IOldSurroundings around)
{
    private const int LongestAlt = 300;

    private static readonly string[] LazySources = ["data-src", "data-lazy-src", "data-original"];

    /// <summary>The files that the text leads to, in its order, each with the words of its link.</summary>
    public List<(BroughtFile File, string Title)> Files { get; } = [];

    public async Task<string> SettledAsync(CancellationToken cancellationToken)
    {
        Captions();
        foreach (var image in body.QuerySelectorAll("img").ToList())
        {
            await PictureAsync(image, cancellationToken);
        }

        foreach (var link in body.QuerySelectorAll("a[href]").ToList())
        {
            await LinkAsync(link, cancellationToken);
        }

        Headings();
        return body.InnerHtml;
    }

    /// <summary>Files whose links stand outside the text.</summary>
    public async Task AttachAsync(IEnumerable<IElement> links, CancellationToken cancellationToken)
    {
        foreach (var link in links)
        {
            if (link.GetAttribute("href") is { Length: > 0 } href && around.Find(href) is { IsPage: false } file && await around.BringAsync(file, cancellationToken) is { } brought)
            {
                Add(brought, Words(link));
            }
        }
    }

    /// <summary>A line that the old portal only drew under a picture becomes its caption.</summary>
    private void Captions()
    {
        if (map.Caption is not { } selector)
        {
            return;
        }

        foreach (var line in body.QuerySelectorAll(selector).Where(line => line.Closest("figure") is null).ToList())
        {
            var holder = line.ParentElement;
            if (holder is null || holder == body || holder.QuerySelectorAll("img").Length != 1 || line.TextContent.Trim().Length == 0)
            {
                continue;
            }

            var owner = body.Owner!;
            var (figure, caption) = (owner.CreateElement("figure"), owner.CreateElement("figcaption"));
            caption.TextContent = Words(line);
            figure.AppendChild(holder.QuerySelector("img")!);
            figure.AppendChild(caption);
            line.Remove();
            holder.Before(figure);
            if (holder.TextContent.Trim().Length == 0)
            {
                holder.Remove();
            }
        }
    }

    private async Task PictureAsync(IElement image, CancellationToken cancellationToken)
    {
        var source = LazySources.Select(image.GetAttribute).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) ?? image.GetAttribute("src") ?? "";
        var brought = await BroughtAsync(source, cancellationToken);
        if (brought is null)
        {
            image.Remove();
            return;
        }

        foreach (var attribute in image.Attributes.Select(a => a.Name).Where(name => name != "alt").ToList())
        {
            image.RemoveAttribute(attribute);
        }

        image.SetAttribute("src", brought.Url);
        image.SetAttribute("width", brought.Width!.Value.ToString(CultureInfo.InvariantCulture));
        image.SetAttribute("height", brought.Height!.Value.ToString(CultureInfo.InvariantCulture));
        Alt(image, brought);

        // A picture that was a link to its own large form stands alone.
        if (image.Closest("a") is { } link && body.Contains(link) && link.GetAttribute("href") is { } href && around.Find(href) is { IsPage: false })
        {
            link.RemoveAttribute("href");
        }
    }

    private async Task<BroughtFile?> BroughtAsync(string source, CancellationToken cancellationToken)
    {
        if (source.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return DataOf(source) is { } bytes && await around.BringAsync(bytes, cancellationToken) is { IsPicture: true } own ? own : null;
        }

        if (around.Find(source) is not { } file)
        {
            around.Mend(source.Length == 0 ? "Một ảnh trên trang cũ không có địa chỉ nên bị bỏ." : $"Ảnh “{Short(source)}” không có trong bản tải về nên bị bỏ.");
            return null;
        }

        if (await around.BringAsync(file, cancellationToken) is not { } brought)
        {
            return null;
        }

        if (!brought.IsPicture)
        {
            around.Mend($"“{Short(file.Name)}” được dùng như ảnh nhưng không phải ảnh nên bị bỏ.");
            return null;
        }

        return brought;
    }

    private void Alt(IElement image, BroughtFile brought)
    {
        var alt = string.Join(' ', (image.GetAttribute("alt") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (alt.Length == 0 || alt.Equals(brought.Name, StringComparison.OrdinalIgnoreCase) || alt.Equals(Path.GetFileNameWithoutExtension(brought.Name), StringComparison.OrdinalIgnoreCase))
        {
            around.Mend($"Ảnh “{brought.Name}” chưa có lời tả. Hãy mở bài, tả điều người xem thấy trong ảnh.");
            alt = BodyCheck.Undescribed;
        }

        image.SetAttribute("alt", alt.Length <= LongestAlt ? alt : alt[..LongestAlt]);
    }

    private async Task LinkAsync(IElement link, CancellationToken cancellationToken)
    {
        var href = link.GetAttribute("href")!.Trim();
        if (around.NewAddressOf(href) is { } address)
        {
            link.SetAttribute("href", address);
            return;
        }

        if (around.Find(href) is { } file)
        {
            await ToFileAsync(link, file, cancellationToken);
        }
        else if (around.IsWithin(href))
        {
            link.RemoveAttribute("href");
            around.Mend($"Liên kết “{Short(Words(link))}” tới {Short(href)} không còn nơi đến; chữ được giữ, liên kết bị bỏ.");
        }
        else if (href.StartsWith('#') || LocalAddress.Is(href))
        {
            // A place on the old page, whose marks are not kept; or an address of a site that the map does not name.
            link.RemoveAttribute("href");
        }
    }

    private async Task ToFileAsync(IElement link, MirrorFile file, CancellationToken cancellationToken)
    {
        if (file.IsPage)
        {
            link.RemoveAttribute("href");
            around.Mend($"Liên kết “{Short(Words(link))}” tới trang {Short(file.Name)}, trang này không được nhập; chữ được giữ, liên kết bị bỏ.");
            return;
        }

        if (await around.BringAsync(file, cancellationToken) is not { } brought)
        {
            link.RemoveAttribute("href");
            return;
        }

        link.SetAttribute("href", brought.Url);
        if (!brought.IsPicture)
        {
            Add(brought, Words(link));
        }
    }

    private void Add(BroughtFile file, string words)
    {
        if (Files.TrueForAll(known => known.File.Id != file.Id))
        {
            Files.Add((file, words.Length == 0 ? file.Name : words));
        }
    }

    /// <summary>The first heading is a large one, and none skips a level; how they looked is not kept anyway.</summary>
    private void Headings()
    {
        var (above, levels) = (1, new Stack<int>());
        foreach (var heading in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToList())
        {
            var was = heading.LocalName[1] - '0';
            while (levels.TryPeek(out var outer) && outer >= was)
            {
                levels.Pop();
            }

            levels.Push(was);
            var level = Math.Min(Math.Min(levels.Count + 1, above + 1), 4);
            above = level;
            if (level == was)
            {
                continue;
            }

            var other = body.Owner!.CreateElement(string.Create(CultureInfo.InvariantCulture, $"h{level}"));
            foreach (var child in heading.ChildNodes.ToList())
            {
                other.AppendChild(child);
            }

            heading.Replace(other);
        }
    }

    private static byte[]? DataOf(string source)
    {
        var comma = source.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !source[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[source.Length];
        return Convert.TryFromBase64String(source[(comma + 1)..].Trim(), bytes, out var length) && length > 0 ? bytes[..length] : null;
    }

    private static string Words(IElement element)
    {
        var words = string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= LongestAlt ? words : words[..LongestAlt];
    }

    private static string Short(string words) => words.Length <= 120 ? words : words[..120] + "…";
}
