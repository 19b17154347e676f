using System.Globalization;
using System.Text.Json;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Merging;

/// <summary>The single values of a file: what two files that turn out to be one may differ in. Lists (years, people, certificates) follow as records.</summary>
internal sealed record FileValues
{
    public string Name { get; init; } = "";

    public string? ShortName { get; init; }

    public string? DisplayName { get; init; }

    public string? Number { get; init; }

    public IReadOnlyList<string> FormerNumbers { get; init; } = [];

    public DateOnly? FoundedFrom { get; init; }

    public DateOnly? FoundedTo { get; init; }

    public Precision FoundedPrecision { get; init; }

    public string? Body { get; init; }

    public CooperativeSector? Sector { get; init; }

    public string? Field { get; init; }

    public IReadOnlyList<string> Products { get; init; } = [];

    public string? Source { get; init; }

    public string? PlaceText { get; init; }

    public Guid? PlaceId { get; init; }

    public bool HasContact { get; init; }

    public string? Person { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public string? Street { get; init; }

    public decimal? Latitude { get; init; }

    public decimal? Longitude { get; init; }

    public RecordTime Founded => FoundedPrecision switch
    {
        Precision.Day => RecordTime.Day(FoundedFrom!.Value),
        Precision.Month => RecordTime.Month(FoundedFrom!.Value.Year, FoundedFrom.Value.Month),
        Precision.Year => RecordTime.Year(FoundedFrom!.Value.Year),
        Precision.Stage => RecordTime.Stage(FoundedFrom!.Value, FoundedTo!.Value),
        _ => RecordTime.Unknown,
    };

    public static FileValues Of(CooperativeFile file) => new()
    {
        Name = file.Organisation.Name,
        ShortName = file.Organisation.ShortName == file.Organisation.Name ? null : file.Organisation.ShortName,
        DisplayName = file.Cooperative.DisplayName,
        Number = file.Cooperative.RegistrationNumber,
        FormerNumbers = [.. file.Cooperative.FormerNumbers],
        FoundedFrom = file.Cooperative.Founded.From,
        FoundedTo = file.Cooperative.Founded.To,
        FoundedPrecision = file.Cooperative.Founded.Precision,
        Body = file.Cooperative.RegistrationBody,
        Sector = file.Cooperative.Sector,
        Field = file.Cooperative.Field,
        Products = [.. file.Cooperative.Products],
        Source = file.Cooperative.Source,
        PlaceText = file.Cooperative.PlaceText,
        PlaceId = file.Cooperative.PlaceId,
        HasContact = file.Contact is not null,
        Person = file.Contact?.Person,
        Phone = file.Contact?.Phone,
        Email = file.Contact?.Email,
        Website = file.Contact?.Website,
        Street = file.Contact?.Street,
        Latitude = file.Contact?.Latitude,
        Longitude = file.Contact?.Longitude,
    };

    public static FileValues Read(string kept) => JsonSerializer.Deserialize<FileValues>(kept)!;

    public string Written() => JsonSerializer.Serialize(this);
}

/// <summary>One thing in which two files may differ.</summary>
/// <param name="Key">Its word in a form.</param>
/// <param name="Name">Vietnamese, a key of the module's English table.</param>
/// <param name="Words">What a file says there; null where it says nothing.</param>
/// <param name="Take">A file with the other's value there.</param>
internal sealed record FileItem(string Key, string Name, Func<FileValues, string?> Words, Func<FileValues, FileValues, FileValues> Take)
{
    /// <summary>
    /// The key of the place: its words and the unit that they mean are one thing, or the words of one file would stand beside the unit of the other and
    /// its source would publish both. Its words hold an id: a page shows the unit's name.
    /// </summary>
    public const string Place = "noi";

    public static IReadOnlyList<FileItem> All { get; } =
    [
        new("ten", "Tên", v => v.Name, (v, o) => v with { Name = o.Name }),
        new("ten-ngan", "Tên gọi ngắn", v => v.ShortName, (v, o) => v with { ShortName = o.ShortName }),
        new("ten-hien-thi", "Tên hiển thị", v => v.DisplayName, (v, o) => v with { DisplayName = o.DisplayName }),
        new("so", "Số đăng ký", v => v.Number, (v, o) => v with { Number = o.Number }),
        new("so-cu", "Các số đăng ký cũ", v => v.FormerNumbers.Count == 0 ? null : string.Join("; ", v.FormerNumbers), (v, o) => v with { FormerNumbers = o.FormerNumbers }),
        new("thanh-lap", "Thành lập", v => BaseModel.Typed(v.Founded), (v, o) => v with { FoundedFrom = o.FoundedFrom, FoundedTo = o.FoundedTo, FoundedPrecision = o.FoundedPrecision }),
        new("co-quan", "Cơ quan đăng ký, như giấy tờ ghi", v => v.Body, (v, o) => v with { Body = o.Body }),
        new("linh-vuc", "Lĩnh vực", v => v.Sector is { } sector ? RegistryWords.Of(sector) : null, (v, o) => v with { Sector = o.Sector }),
        new("nganh-nghe", "Ngành nghề", v => v.Field, (v, o) => v with { Field = o.Field }),
        new("san-pham", "Sản phẩm", v => ProductList.Written(v.Products), (v, o) => v with { Products = o.Products }),
        new("nguon", "Nguồn đã công bố", v => v.Source, (v, o) => v with { Source = o.Source }),
        new(Place, "Nơi, như giấy tờ ghi", Placed, (v, o) => v with { PlaceText = o.PlaceText, PlaceId = o.PlaceId }),
        new("duong", "Số nhà, đường, ấp", v => v.Street, (v, o) => v with { Street = o.Street, HasContact = v.HasContact || o.Street is not null }),
        new("nguoi", "Người liên hệ", v => v.Person, (v, o) => v with { Person = o.Person, HasContact = v.HasContact || o.Person is not null }),
        new("dien-thoai", "Điện thoại", v => v.Phone, (v, o) => v with { Phone = o.Phone, HasContact = v.HasContact || o.Phone is not null }),
        new("thu", "Thư điện tử", v => v.Email, (v, o) => v with { Email = o.Email, HasContact = v.HasContact || o.Email is not null }),
        new("trang-web", "Trang web", v => v.Website, (v, o) => v with { Website = o.Website, HasContact = v.HasContact || o.Website is not null }),
        new("ban-do", "Vị trí trên bản đồ", Point, (v, o) => v with { Latitude = o.Latitude, Longitude = o.Longitude, HasContact = v.HasContact || o.Latitude is not null }),
    ];

    private static string? Placed(FileValues values) =>
        values is { PlaceText: null, PlaceId: null } ? null : string.Join("; ", new[] { values.PlaceText, values.PlaceId?.ToString() }.OfType<string>());

    private static string? Point(FileValues values) =>
        values is { Latitude: { } north, Longitude: { } east } ? string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"{north:0.######}; {east:0.######}") : null;
}
