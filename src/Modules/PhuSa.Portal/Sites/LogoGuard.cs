using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;

namespace PhuSa.Portal.Sites;

/// <summary>The sign of a site stands on every page: everybody may see it.</summary>
internal sealed class LogoGuard : IFileGuard
{
    public const string Logos = "portal_site_logos";

    public string Kind => Logos;

    public Task<bool> MayReadAsync(StoredFile file, SignedIn? person, CancellationToken cancellationToken) => Task.FromResult(true);
}
