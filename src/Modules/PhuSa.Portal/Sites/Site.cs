using PhuSa.Platform.Journal;

namespace PhuSa.Portal.Sites;

/// <summary>Which house a site is: its colours.</summary>
internal enum SiteTheme
{
    Department,
    Alliance,
}

/// <summary>One public site: the hosts it answers to and the words around its pages. The first by position is the default.</summary>
internal sealed class Site : IJournaled
{
    public const int CodeMaxLength = 80;
    public const int LineMaxLength = 300;
    public const int TextMaxLength = 2000;

    private Site()
    {
    }

    public Site(Guid id, string code)
    {
        Id = id;
        Code = code;
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public SiteTheme Theme { get; private set; }

    /// <summary>Host names without port, separated by spaces.</summary>
    public string Hosts { get; private set; } = "";

    /// <summary>The absolute address that canonical links use; null: the one the reader came by.</summary>
    public string? Address { get; private set; }

    public string Parent { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string FullName { get; private set; } = "";

    /// <summary>Address, telephone, mail: one line each.</summary>
    public string? Contact { get; private set; }

    public string? Eyebrow { get; private set; }

    public string Headline { get; private set; } = "";

    public string? Lead { get; private set; }

    /// <summary>The heading of the river band on the home page.</summary>
    public string? BandTitle { get; private set; }

    public int Position { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => FullName;

    public IReadOnlyList<string> HostNames => Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public void Place(SiteTheme theme, string hosts, string? address, int position)
    {
        Theme = theme;
        Hosts = hosts;
        Address = address;
        Position = position;
    }

    public void Call(string parent, string name, string fullName, string? contact)
    {
        Parent = parent;
        Name = name;
        FullName = fullName;
        Contact = contact;
    }

    public void Open(string? eyebrow, string headline, string? lead, string? bandTitle)
    {
        Eyebrow = eyebrow;
        Headline = headline;
        Lead = lead;
        BandTitle = bandTitle;
    }
}
