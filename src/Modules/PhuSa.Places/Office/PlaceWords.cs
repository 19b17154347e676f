using PhuSa.Places.Contracts;
using PhuSa.Places.Places;
using PhuSa.Platform;
using PhuSa.Platform.Web;

namespace PhuSa.Places.Office;

/// <summary>What is said of units.</summary>
internal static class PlaceWords
{
    public static string Of(PlaceLevel level) => level switch
    {
        PlaceLevel.Province => "Cấp tỉnh",
        PlaceLevel.District => "Cấp huyện",
        PlaceLevel.Commune => "Cấp xã",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>From when to when a unit was there.</summary>
    public static string Span(PlaceFact place, Texts text) => (place.ValidFrom, place.ValidTo) switch
    {
        (null, null) => text["còn hiệu lực"],
        ({ } from, null) => text["từ {0}", VietnamTime.Written(from)],
        (null, { } to) => text["đến hết {0}", VietnamTime.Written(to)],
        ({ } from, { } to) => text["{0} – {1}", VietnamTime.Written(from), VietnamTime.Written(to)],
    };
}
