using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Registry;

/// <summary>Where a cooperative is reached. Telephone, mail and street are mostly those of a person, so they are kept as personal values.</summary>
/// <param name="Street">House, street, hamlet: what stands before the administrative unit.</param>
internal sealed record ContactContent(string? Person, string? Phone, string? Email, string? Website, string? Street, decimal? Latitude, decimal? Longitude);

/// <summary>How a cooperative is reached; its id is the cooperative's.</summary>
internal sealed class CooperativeContact : IJournaled, ISaidToReaders
{
    public const int PersonMaxLength = 200;
    public const int PhoneMaxLength = 20;
    public const int EmailMaxLength = 200;
    public const int WebsiteMaxLength = 200;
    public const int StreetMaxLength = 300;

    private CooperativeContact()
    {
    }

    public CooperativeContact(Guid cooperativeId) => Id = cooperativeId;

    public Guid Id { get; private init; }

    public string? Person { get; private set; }

    /// <summary>Digits only, as dialled at home.</summary>
    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    public string? Website { get; private set; }

    public string? Street { get; private set; }

    /// <summary>Degrees north, WGS 84.</summary>
    public decimal? Latitude { get; private set; }

    /// <summary>Degrees east, WGS 84.</summary>
    public decimal? Longitude { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => "Liên hệ của hợp tác xã";

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of(
        (nameof(PublicItem.Phone), Phone), (nameof(PublicItem.Email), Email), (nameof(PublicItem.Website), Website), (nameof(PublicItem.Address), Street), (nameof(PublicItem.MapPoint), Point));

    /// <summary>As it is said, whatever number of zeros a database writes behind it.</summary>
    private string? Point => Latitude is { } north && Longitude is { } east ? new Coordinates(north, east).ToString() : null;

    public void Describe(ContactContent content)
    {
        (Person, Phone, Email, Website) = (content.Person, content.Phone, content.Email, content.Website);
        (Street, Latitude, Longitude) = (content.Street, content.Latitude, content.Longitude);
    }
}
