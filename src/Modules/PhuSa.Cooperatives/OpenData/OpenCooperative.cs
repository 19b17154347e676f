namespace PhuSa.Cooperatives.OpenData;

/// <summary>The unit of a place in the version that the record points to.</summary>
internal sealed record OpenUnit(string Code, string Name, DateOnly? ValidFrom);

/// <summary>
/// A cooperative as anybody may take it away: name and published place, and beyond them what it agreed to have shown. A field that is null is not known or
/// not agreed to; nothing of a person is here, agreed to or not.
/// </summary>
/// <param name="Kind">cooperative, cooperativeUnion, cooperativeGroup, peoplesCreditFund.</param>
/// <param name="Url">Absolute address of its page.</param>
/// <param name="Place">In the words of the published source.</param>
/// <param name="Source">The published source of the place.</param>
/// <param name="Marks">Marks it owns or has a right to, as they are named.</param>
/// <param name="Products">Products that its file, its marks or its certificates name.</param>
/// <param name="Founded">As exactly as known: 2015, 2015-10, 2015-10-06, or 2015/2016 for a stage.</param>
/// <param name="Status">active, suspended, dissolving, dissolved, mergedInto, splitInto.</param>
/// <param name="Sector">agriculture, industry, finance, services.</param>
/// <param name="SizeClass">micro, small, medium, large.</param>
/// <param name="SizeYear">The year whose figures the size class was computed from.</param>
/// <param name="Rating">good, fair, average, weak, notRated: of the latest year for which it is rated.</param>
/// <param name="RatingYear">The year that it is rated for.</param>
internal sealed record OpenCooperative(
    string Code,
    string Kind,
    string Name,
    string? ShortName,
    IReadOnlyList<string> FormerNames,
    string Url,
    string? Place,
    OpenUnit? PlaceUnit,
    string? Source,
    IReadOnlyList<string> Marks,
    IReadOnlyList<string> Products,
    string? RegistrationNumber,
    string? Founded,
    string? Status,
    string? Sector,
    string? Field,
    string? SizeClass,
    int? SizeYear,
    string? Rating,
    int? RatingYear,
    string? Website,
    decimal? Latitude,
    decimal? Longitude);

/// <summary>A page of the register.</summary>
/// <param name="Total">How many the question finds in all.</param>
/// <param name="AsOf">When this was read (UTC).</param>
/// <param name="Licence">Null where the publishing body has not said under which.</param>
/// <param name="Dictionary">Absolute address of the page that says what each field means.</param>
internal sealed record OpenPage(int Total, int Page, int PageSize, DateTime AsOf, OpenLicence? Licence, string Dictionary, IReadOnlyList<OpenCooperative> Items);

/// <summary>Under what terms the data may be used again.</summary>
internal sealed record OpenLicence(string Name, string? Url);
