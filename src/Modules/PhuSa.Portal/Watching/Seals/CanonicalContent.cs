using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PhuSa.Platform.Web.Seals;
using PhuSa.Portal.Articles;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>
/// Everything of an article that readers see, written in one way: its address, kind and day, the whole content as it is written down, and the digest
/// of every file it shows.
/// </summary>
internal static partial class CanonicalContent
{
    /// <param name="files">Digest of each file's content by its id; a file that is not there is left out, and its absence changes the digest.</param>
    public static string Digest(Article article, IReadOnlyDictionary<Guid, string> files)
    {
        var content = article.Live();
        var text = new StringBuilder("phusa-content 1\n")
            .Append(article.Slug).Append('\n')
            .Append(article.Kind).Append('\n')
            .Append(article.PublishedOn?.ToString("O", CultureInfo.InvariantCulture) ?? "").Append('\n')
            .Append(content.Written()).Append('\n');
        foreach (var id in FilesOf(article))
        {
            text.Append(id.ToString("D")).Append(' ').Append(files.GetValueOrDefault(id)).Append('\n');
        }

        return FixedText.Digest(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <returns>Pictures and files of the article, also those within its text; in the order of their ids.</returns>
    public static IReadOnlyList<Guid> FilesOf(Article article)
    {
        var around = article.Around;
        return
        [
            .. around.Images.Select(image => image.FileId)
                .Concat(around.Attachments.Select(attachment => attachment.FileId))
                .Concat(FileAddresses.Matches(article.Body).Select(match => Guid.Parse(match.Groups["id"].Value)))
                .Distinct()
                .Order(),
        ];
    }

    /// <returns>Hosts of absolute addresses anywhere in the content, as a browser reads them: with Vietnamese letters and in their ASCII form.</returns>
    public static IReadOnlyList<string> HostsOf(ArticleContent content) =>
    [
        .. Authorities.Matches(content.Written())
            .Select(match => Uri.TryCreate("https://" + match.Groups["authority"].Value, UriKind.Absolute, out var address) ? address : null).OfType<Uri>()
            .SelectMany(address => new[] { address.Host, address.IdnHost }).Select(host => host.ToLowerInvariant())
            .Where(host => host.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>All words of the content, so that what an officer wrote on purpose is no alarm.</summary>
    public static IReadOnlyList<string> BettingWordsOf(ArticleContent content) =>
        BettingWords.In(string.Join(" \n ", content.Text.Title, content.Text.Summary, WrittenBody.Lines(content.Text.Body), content.Written()));

    [GeneratedRegex("/tep/(?<id>[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FileAddresses { get; }

    /// <summary>In JSON a quotation mark is written with a backslash, which ends it too.</summary>
    [GeneratedRegex(@"https?://(?<authority>[^\s\\""'<>/?#]{1,300})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Authorities { get; }
}
