namespace PhuSa.Portal.Sites;

/// <summary>On a request: the site as it would be if the form were saved. Only the answer to that form sees it.</summary>
internal sealed record SitePreview(SiteDirectory Directory, Site Site);
