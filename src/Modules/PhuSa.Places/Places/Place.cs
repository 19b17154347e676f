using System.Globalization;
using PhuSa.Platform.Journal;

namespace PhuSa.Places.Places;

/// <summary>The floor of an administrative unit. There is no district after 30/06/2025 (Law on the organisation of local government 2025).</summary>
internal enum PlaceLevel
{
    Province,
    District,
    Commune,
}

/// <summary>
/// An administrative unit in one version: the same code with another first day is another unit. Its kind (“Xã”, “Thị trấn”) is
/// part of its name.
/// </summary>
internal sealed class Place : IJournaled
{
    public const int CodeMaxLength = 20;
    public const int NameMaxLength = 120;
    public const int VersionKeyLength = 10;

    private Place()
    {
    }

    public Place(Guid id, string code, DateOnly? validFrom)
    {
        Id = id;
        Code = code;
        ValidFrom = validFrom;
        VersionKey = validFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    /// <summary>First day; null for a unit that was there when the records begin.</summary>
    public DateOnly? ValidFrom { get; private init; }

    /// <summary>The first day as text, empty without one: never null, so that code and first day are unique on every database.</summary>
    public string VersionKey { get; private init; } = "";

    /// <summary>Last day; null while it is in force.</summary>
    public DateOnly? ValidTo { get; private set; }

    public PlaceLevel Level { get; private set; }

    public string Name { get; private set; } = "";

    public string SearchText { get; private set; } = "";

    public Guid? ParentId { get; private set; }

    public Place? Parent { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Name;

    /// <summary>How other tables refer to it: <c>code</c>, or <c>code@yyyy-MM-dd</c> for a unit with a first day.</summary>
    public string Key => KeyOf(Code, VersionKey);

    public static string KeyOf(string code, string versionKey) => versionKey.Length == 0 ? code : $"{code}@{versionKey}";

    public void Describe(PlaceLevel level, string name, DateOnly? validTo, Guid? parentId)
    {
        Level = level;
        Name = name;
        SearchText = PhuSa.Vietnamese.SearchText.Fold(name);
        ValidTo = validTo;
        ParentId = parentId;
    }
}
