using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.OldPortal;

/// <summary>Brings the files of one page through the rules that hold for every file of an article, and finds the new place of its links.</summary>
internal sealed class PageSurroundings(PlannedPage page, OldPortalPlan plan, Mirror mirror, AppDbContext db, IFiles files, bool dryRun) : IOldSurroundings
{
    private const string DryName = "kiem-tra";

    private static readonly HashSet<string> Pictures = new(["jpg", "jpeg", "png", "gif", "webp", "avif", "heic", "heif"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, BroughtFile?> _brought = new(StringComparer.Ordinal);
    private readonly List<(MirrorFile File, BroughtFile Brought)> _files = [];
    private readonly List<BroughtContent> _new = [];

    public List<OldPortalLine> Lines { get; } = [];

    /// <summary>The files of the mirror that were brought, with their new address.</summary>
    public IEnumerable<(MirrorFile File, BroughtFile Brought)> Brought => _files;

    /// <summary>Where the page says that its relative links begin; null where they begin at the page.</summary>
    public string? FolderOfLinks { get; set; }

    public MirrorFile? Find(string link) => FolderOfLinks is null ? mirror.Find(link, page.File, page.Chief) : mirror.Near(link, page.File) ?? mirror.Find(FromFolder(link), page.File, page.Chief);

    public bool IsWithin(string link) => !Mirror.IsWhole(link) ? !link.StartsWith('#') && !link.Contains(':', StringComparison.Ordinal) : mirror.AddressOf(link, page.Chief) is not null;

    public string? NewAddressOf(string link)
    {
        if (link == "/" || (Mirror.IsWhole(link) && Uri.TryCreate(link, UriKind.Absolute, out var uri) && mirror.Hosts.Contains(uri.Host) && uri.PathAndQuery == "/"))
        {
            return "/";
        }

        if (link.StartsWith('#'))
        {
            return null;
        }

        if (Find(link) is { IsPage: true } file && plan.Of(file) is { } near)
        {
            return near.NewAddress;
        }

        return mirror.AddressOf(FromFolder(link), page.Chief) is { } address ? plan.At(address)?.NewAddress ?? plan.Earlier(address) : null;
    }

    private string FromFolder(string link) =>
        FolderOfLinks is null || link.Length == 0 || link[0] is '/' or '#' or '?' || link.Contains(':', StringComparison.Ordinal) ? link : FolderOfLinks + link;

    public async Task<BroughtFile?> BringAsync(MirrorFile file, CancellationToken cancellationToken)
    {
        if (_brought.TryGetValue(file.Name, out var before))
        {
            return before;
        }

        var brought = await TryAsync(file.FileName, file.Name, file.Bytes, () => File.OpenRead(file.Path), cancellationToken);
        _brought[file.Name] = brought;
        if (brought is not null)
        {
            _files.Add((file, brought));
        }

        return brought;
    }

    public Task<BroughtFile?> BringAsync(byte[] picture, CancellationToken cancellationToken) =>
        TryAsync("anh", "(ảnh nằm trong trang)", picture.Length, () => new MemoryStream(picture), cancellationToken);

    public void Mend(string sentence) => Lines.Add(new OldPortalLine(OldPortalWeight.Mend, page.File.Name, page.Chief.Written, page.NewAddress, sentence));

    private async Task<BroughtFile?> TryAsync(string name, string told, long bytes, Func<Stream> open, CancellationToken cancellationToken)
    {
        try
        {
            if (bytes > ArticleFiles.Rules.MaxBytes)
            {
                Mend($"Tệp “{told}” lớn hơn {ArticleFiles.MaxMegabytes} MB nên không được nhận.");
                return null;
            }

            await using var content = open();
            return await TakeAsync(name, content, cancellationToken);
        }
        catch (RefusedException refused)
        {
            Mend($"Tệp “{told}” không được nhận: {refused.Message}");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Mend($"Không đọc được tệp “{told}” nên không được nhận.");
            return null;
        }
    }

    private async Task<BroughtFile> TakeAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        content.Position = 0;
        var known = await db.Set<BroughtContent>().SingleOrDefaultAsync(b => b.ArticleId == page.ArticleId && b.Sha256 == sha256, cancellationToken);
        if (known is not null && await files.FindAsync(known.FileId, cancellationToken) is { } kept)
        {
            return Of(kept);
        }

        if (dryRun)
        {
            var picture = Pictures.Contains(Path.GetExtension(name).TrimStart('.'));
            return new BroughtFile(Guid.Empty, name, FileAddress.Of(Guid.Empty, DryName), picture ? 1 : null, picture ? 1 : null);
        }

        var stored = await files.TakeInAsync(new IncomingFile(content, name, content.Length), ArticleFiles.Of(page.ArticleId), ArticleFiles.Rules, cancellationToken);
        if (known is null)
        {
            // Saved with the article, to which it refers.
            _new.Add(new BroughtContent(page.ArticleId, sha256, stored.Id));
        }
        else
        {
            known.IsNow(stored.Id);
        }

        return Of(stored);
    }

    /// <summary>Files that were taken in now.</summary>
    public IReadOnlyList<BroughtContent> Taken => _new;

    private static BroughtFile Of(StoredFile file) => new(file.Id, file.Name, file.Url, file.Width, file.Height);

}
