using Microsoft.AspNetCore.Http;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Directory;

/// <summary>What the public directory shows: all of it stands in the address. What cannot be read is no filter, and the page says so.</summary>
internal sealed record DirectoryFilter
{
    public const string WordsKey = "q";
    public const string PlaceKey = "noi";
    public const string ProductKey = "san-pham";
    public const string SectorKey = "linh-vuc";
    public const string CommuneKey = "xa";
    public const string OnlyKey = "htx";

    /// <summary>The choice of those whose commune, or sector, is not told.</summary>
    public const string Untold = "khong-ro";
    public const int LongestWords = 100;

    public static DirectoryFilter None { get; } = new();

    /// <summary>The order in which filters stand in the address.</summary>
    public static IReadOnlyList<string> Keys { get; } = [WordsKey, PlaceKey, ProductKey, SectorKey, CommuneKey, OnlyKey];

    public static IReadOnlyList<(string Word, CooperativeSector Sector)> Sectors { get; } =
    [
        ("nong-nghiep", CooperativeSector.Agriculture),
        ("cong-nghiep", CooperativeSector.Industry),
        ("tai-chinh", CooperativeSector.Finance),
        ("dich-vu", CooperativeSector.Services),
    ];

    private Dictionary<string, string> Chosen { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Something in the address was meant as a filter and could not be read.</summary>
    public bool HasUnread { get; private init; }

    /// <summary>Looked for in names of any time, published places, marks and products.</summary>
    public string? Words => this[WordsKey];

    /// <summary>Looked for in published places, old and new.</summary>
    public string? Place => this[PlaceKey];

    public string? Product => this[ProductKey];

    /// <summary>A word of <see cref="Sectors"/>, or <see cref="Untold"/>.</summary>
    public string? Sector => this[SectorKey];

    /// <summary>The code of a present commune, or <see cref="Untold"/>.</summary>
    public string? Commune => this[CommuneKey];

    /// <summary>One cooperative alone, by its slug.</summary>
    public string? Only => this[OnlyKey];

    public bool IsAny => Chosen.Count > 0;

    /// <summary>Whether somebody typed words: such lists are without number, and no search engine should follow them.</summary>
    public bool IsTyped => Words is not null || Place is not null || Product is not null;

    public string? this[string key] => Chosen.GetValueOrDefault(key);

    public static DirectoryFilter Of(IQueryCollection query)
    {
        var read = Keys.Select(key => (Key: key, Value: Text(query[key].ToString()))).Where(part => part.Value is not null).ToList();
        var known = read.Where(part => IsKnown(part.Key, part.Value!)).ToDictionary(part => part.Key, part => part.Value!, StringComparer.Ordinal);
        return new DirectoryFilter { Chosen = known, HasUnread = known.Count < read.Count };
    }

    public DirectoryFilter With(string key, string value) => this with { Chosen = new Dictionary<string, string>(Chosen, StringComparer.Ordinal) { [key] = value } };

    public DirectoryFilter Without(string key) => this with { Chosen = Chosen.Where(part => part.Key != key).ToDictionary(StringComparer.Ordinal) };

    /// <summary>The address of this list at a page of the directory, the same for the same filter.</summary>
    public string At(string path, int page = 1)
    {
        var parts = Keys.Where(Chosen.ContainsKey).Select(key => $"{key}={Uri.EscapeDataString(Chosen[key])}").ToList();
        if (page > 1)
        {
            parts.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PagingTagHelper.Parameter}={page}"));
        }

        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }

    private static bool IsKnown(string key, string value) => key switch
    {
        SectorKey => value == Untold || Sectors.Any(sector => sector.Word == value),
        CommuneKey => value == Untold || (value.Length <= 20 && value.All(char.IsAsciiLetterOrDigit)),
        OnlyKey => value.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'),

        // Words without a letter or a digit look for nothing: they must not show everything as if it were found.
        _ => SearchText.Fold(value).Length > 0,
    };

    private static string? Text(string? asked)
    {
        // A control character is never part of a name, and PostgreSQL takes none.
        var typed = string.Concat((asked ?? "").Where(character => !char.IsControl(character))).Trim();
        return typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords);
    }
}
