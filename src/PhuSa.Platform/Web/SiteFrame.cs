using Microsoft.AspNetCore.Http;

namespace PhuSa.Platform.Web;

/// <summary>A link of a menu; <paramref name="Url"/> is root-relative or absolute.</summary>
public sealed record SiteLink(string Title, string Url)
{
    /// <summary>The second level of a menu; there is no third.</summary>
    public IReadOnlyList<SiteLink> Children { get; init; } = [];
}

/// <summary>The house's own sign in place of the drawn one.</summary>
public sealed record SiteLogo(string Url, string Alt);

/// <summary>Where to complain about an administrative procedure. A number or a mail address that is not known is null.</summary>
public sealed record FeedbackLine(string Label, string? Phone, string? Mail);

/// <summary>What every page shows around its content: the house it stands in.</summary>
/// <param name="Code">Such as <c>khcn</c>.</param>
/// <param name="Theme">department or alliance.</param>
/// <param name="Parent">The line above the name: the province.</param>
/// <param name="Name">The name in the header.</param>
/// <param name="FullName">The name in the footer, the title and on paper.</param>
/// <param name="Address">Absolute address of the site's root without a trailing slash, for canonical links and print.</param>
public sealed record SiteFrame(
    string Code,
    string Theme,
    string Parent,
    string Name,
    string FullName,
    string Address,
    IReadOnlyList<SiteLink> Menu,
    IReadOnlyList<SiteLink> FooterLinks,
    IReadOnlyList<string> Contact)
{
    /// <summary>The colours: department, alliance, silt or clay.</summary>
    public string Palette { get; init; } = Theme;

    public SiteLogo? Logo { get; init; }

    public IReadOnlyList<FeedbackLine> Feedback { get; init; } = [];

    /// <summary>The site has a summary in English at <c>/en</c>.</summary>
    public bool HasEnglish { get; init; }
}

/// <summary>The words of <see cref="SiteFrame.Theme"/>: one for each house.</summary>
public static class SiteThemes
{
    public const string Department = "department";
    public const string Alliance = "alliance";
}

/// <summary>Which site a request is for: by host name without port; a host that no site claims gets the first site.</summary>
public interface ISites
{
    ValueTask<SiteFrame> OfAsync(HttpContext context, CancellationToken cancellationToken);

    /// <summary>The site of this house, whichever the reader came to: for what is printed or signed in its name. Where it has none, the one of the request.</summary>
    ValueTask<SiteFrame> OfThemeAsync(string theme, HttpContext context, CancellationToken cancellationToken);
}

/// <summary>A telephone number as a phone dials it.</summary>
public static class FeedbackPhone
{
    public static string Dialled(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return string.Concat(phone.Where(c => c is '+' || char.IsAsciiDigit(c)));
    }
}
