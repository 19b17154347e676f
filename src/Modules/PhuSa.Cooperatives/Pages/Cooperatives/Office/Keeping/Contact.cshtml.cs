using System.ComponentModel.DataAnnotations;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Where a cooperative is and how it is reached. The words of the place stay beside the unit that a person points at.</summary>
internal sealed class ContactModel(RegistryDesk desk, IPlaces places, Texts text) : FileEditing<ContactInput>(desk, text)
{
    /// <summary>The button that looks units up and saves nothing.</summary>
    public const string Look = "tim";

    private string? _phone;

    /// <summary>Units to choose from: the present one, those that came after it, and those looked up.</summary>
    public IReadOnlyList<PlaceFact> Units { get; private set; } = [];

    /// <summary>The unit on record was divided: only a person can say which part is meant.</summary>
    public bool WasSplit { get; private set; }

    /// <summary>From when to when a unit was there; empty where neither end is known.</summary>
    public string YearsOf(PlaceFact unit) => (unit.ValidFrom, unit.ValidTo) switch
    {
        ({ } from, { } to) => Text["từ {0} đến hết {1}", VietnamTime.Written(from), VietnamTime.Written(to)],
        ({ } from, null) => Text["từ {0}", VietnamTime.Written(from)],
        (null, { } to) => Text["đến hết {0}", VietnamTime.Written(to)],
        _ => "",
    };

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var known = new[] { Kept.Cooperative.PlaceId, Input.PlaceId }.OfType<Guid>().Distinct().ToList();
        var units = (await places.OfAsync(known, cancellationToken)).Values.ToList();
        if (Kept.Cooperative.PlaceId is { } present)
        {
            var after = (await places.SuccessionsAsync([present], cancellationToken))[present];
            WasSplit = after.WasSplit;
            units.AddRange(after.Successors);
        }

        if (VietnameseText.OnOneLine(Input.PlaceQuery) is { } words)
        {
            units.AddRange(await places.SearchAsync(words, cancellationToken));
        }

        Units = [.. units.DistinctBy(unit => unit.Id)];
    }

    protected override Task<bool> IsArrangedAsync(CancellationToken cancellationToken)
    {
        if (Do != Look)
        {
            return Task.FromResult(false);
        }

        KeepAsTyped();
        return Task.FromResult(true);
    }

    protected override ContactInput Stored() => new()
    {
        PlaceText = Kept.Cooperative.PlaceText,
        PlaceId = Kept.Cooperative.PlaceId,
        Street = Kept.Contact?.Street,
        Person = Kept.Contact?.Person,
        Phone = Kept.Contact?.Phone,
        Email = Kept.Contact?.Email,
        Website = Kept.Contact?.Website,
        Latitude = Kept.Contact?.Latitude,
        Longitude = Kept.Contact?.Longitude,
    };

    protected override IEnumerable<(string Label, string? Words)> Told(ContactInput input) =>
    [
        ("Nơi, như giấy tờ ghi", VietnameseText.OnOneLine(input.PlaceText)),
        ("Đơn vị hành chính", Units.FirstOrDefault(unit => unit.Id == input.PlaceId)?.FullName),
        ("Nguồn đã công bố nêu nơi này", VietnameseText.OnOneLine(input.PlaceSource)),
        ("Số nhà, đường, ấp", VietnameseText.OnOneLine(input.Street)),
        ("Người liên hệ", VietnameseText.OnOneLine(input.Person)),
        ("Điện thoại", PhoneWords.TryRead(input.Phone, out var phone) ? phone : VietnameseText.OnOneLine(input.Phone)),
        ("Thư điện tử", VietnameseText.OnOneLine(input.Email)),
        ("Trang web", VietnameseText.OnOneLine(input.Website)),
        ("Vĩ độ", Degrees(input.Latitude)),
        ("Kinh độ", Degrees(input.Longitude)),
    ];

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.PlaceId is { } unit && Units.All(known => known.Id != unit))
        {
            Wrong("Input.PlaceId", "Chọn một đơn vị trong danh sách");
        }

        _phone = null;
        if (VietnameseText.OnOneLine(Input.Phone) is { } typed && !PhoneWords.TryRead(typed, out _phone))
        {
            Wrong("Input.Phone", "Số điện thoại không đúng. Ghi như 0912 345 678.");
        }

        if (VietnameseText.OnOneLine(Input.Website) is { } site && !(Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            Wrong("Input.Website", "Địa chỉ trang web phải bắt đầu bằng https:// hoặc http://");
        }

        if (Input.Latitude is null != Input.Longitude is null)
        {
            Wrong(Input.Latitude is null ? "Input.Latitude" : "Input.Longitude", "Ghi cả vĩ độ và kinh độ, hoặc để trống cả hai");
        }

        if (Input.Latitude is < Coordinates.South or > Coordinates.North || Input.Longitude is < Coordinates.West or > Coordinates.East)
        {
            Wrong("Input.Latitude", Coordinates.Outside);
        }

        return Task.CompletedTask;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        Kept.Cooperative.Settle(VietnameseText.OnOneLine(Input.PlaceText), Input.PlaceId, VietnameseText.OnOneLine(Input.PlaceSource));
        var content = new ContactContent(VietnameseText.OnOneLine(Input.Person), _phone, VietnameseText.OnOneLine(Input.Email), VietnameseText.OnOneLine(Input.Website), VietnameseText.OnOneLine(Input.Street), Rounded(Input.Latitude), Rounded(Input.Longitude));
        if (Kept.Contact is { } contact)
        {
            contact.Describe(content);
        }
        else if (content != new ContactContent(null, null, null, null, null, null, null))
        {
            var made = new CooperativeContact(Kept.Cooperative.Id);
            made.Describe(content);
            Desk.Db.Add(made);
        }

        return Task.CompletedTask;
    }

    /// <summary>Six digits: a tenth of a metre.</summary>
    private static decimal? Rounded(decimal? degrees) => degrees is { } value ? Math.Round(value, 6) : null;

    private static string? Degrees(decimal? degrees) => Rounded(degrees)?.ToString("0.######", System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));
}

internal sealed class ContactInput
{
    [Display(Name = "Nơi, như giấy tờ ghi")]
    [StringLength(Cooperative.PlaceTextMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? PlaceText { get; set; }

    [Display(Name = "Tìm đơn vị hành chính")]
    [StringLength(RegistryFilter.LongestWords, ErrorMessage = BaseInput.TooLong)]
    public string? PlaceQuery { get; set; }

    [Display(Name = "Đơn vị hành chính")]
    public Guid? PlaceId { get; set; }

    /// <summary>Only where the place is told with it.</summary>
    [Display(Name = "Nguồn đã công bố nêu nơi này")]
    [StringLength(Cooperative.SourceMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? PlaceSource { get; set; }

    [Display(Name = "Số nhà, đường, ấp")]
    [StringLength(CooperativeContact.StreetMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Street { get; set; }

    [Display(Name = "Người liên hệ")]
    [StringLength(CooperativeContact.PersonMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Person { get; set; }

    [Display(Name = "Điện thoại")]
    [StringLength(40, ErrorMessage = BaseInput.TooLong)]
    public string? Phone { get; set; }

    [Display(Name = "Thư điện tử")]
    [StringLength(CooperativeContact.EmailMaxLength, ErrorMessage = BaseInput.TooLong)]
    [LetterBox(ErrorMessage = "Thư điện tử không đúng. Ghi như ten@tenmien.vn.")]
    public string? Email { get; set; }

    [Display(Name = "Trang web")]
    [StringLength(CooperativeContact.WebsiteMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Website { get; set; }

    [Display(Name = "Vĩ độ")]
    public decimal? Latitude { get; set; }

    [Display(Name = "Kinh độ")]
    public decimal? Longitude { get; set; }
}
