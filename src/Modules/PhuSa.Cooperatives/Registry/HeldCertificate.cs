using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Registry;

/// <summary>A certificate that another body gave: VietGAP, GlobalGAP, organic, HACCP. Its number is never rewritten, whatever province code is in it.</summary>
internal sealed record CertificateContent(string Name, string? Number, string? IssuedBy, string? Covers, DateOnly? IssuedOn, DateOnly? ExpiresOn);

/// <summary>A certificate of others that a cooperative holds.</summary>
internal sealed class HeldCertificate : IJournaled, ISaidToReaders
{
    public const int NameMaxLength = 200;
    public const int NumberMaxLength = 100;
    public const int BodyMaxLength = 300;

    private HeldCertificate()
    {
    }

    public HeldCertificate(Guid id, Guid cooperativeId)
    {
        Id = id;
        CooperativeId = cooperativeId;
    }

    public Guid Id { get; private init; }

    public Guid CooperativeId { get; private init; }

    public string Name { get; private set; } = "";

    public string? Number { get; private set; }

    public string? IssuedBy { get; private set; }

    /// <summary>Which product, field or area it is for.</summary>
    public string? Covers { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Last day on which it is valid; null where not known.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Name;

    public IEnumerable<(string Of, string Words)> Said() => [(nameof(PublicItem.Certificates), Name)];

    public void Describe(CertificateContent content)
    {
        (Name, Number, IssuedBy) = (content.Name, content.Number, content.IssuedBy);
        (Covers, IssuedOn, ExpiresOn) = (content.Covers, content.IssuedOn, content.ExpiresOn);
    }
}
