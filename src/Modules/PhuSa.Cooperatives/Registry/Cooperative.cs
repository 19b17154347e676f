using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Registry;

/// <summary>What a source says of a cooperative beside its name. Everything that it does not say is null or unknown.</summary>
internal sealed record CooperativeContent
{
    public string? DisplayName { get; init; }

    public string? RegistrationNumber { get; init; }

    public RecordTime Founded { get; init; } = RecordTime.Unknown;

    public string? PlaceText { get; init; }

    public Guid? PlaceId { get; init; }

    public string? Source { get; init; }
}

/// <summary>What is known of a cooperative beyond what every organisation has; its id is its organisation's.</summary>
internal sealed class Cooperative : IJournaled
{
    public const int CodeMaxLength = 80;
    public const int DisplayNameMaxLength = 300;
    public const int RegistrationNumberMaxLength = 40;
    public const int PlaceTextMaxLength = 300;
    public const int SourceMaxLength = 500;

    private Cooperative()
    {
    }

    public Cooperative(Guid organisationId, string code)
    {
        Id = organisationId;
        Code = code;
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    /// <summary>A corrected title where the recorded name has an evident typo; the name itself is never corrected.</summary>
    public string? DisplayName { get; private set; }

    public string? RegistrationNumber { get; private set; }

    public RecordTime Founded { get; private set; } = RecordTime.Unknown;

    /// <summary>The place in the source's own words.</summary>
    public string? PlaceText { get; private set; }

    public string PlaceSearchText { get; private set; } = "";

    /// <summary>The administrative unit that a person pointed at; it is never inferred from a name.</summary>
    public Guid? PlaceId { get; private set; }

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Code;

    public void Describe(CooperativeContent content)
    {
        DisplayName = content.DisplayName;
        RegistrationNumber = content.RegistrationNumber;
        PlaceText = content.PlaceText;
        PlaceSearchText = PhuSa.Vietnamese.SearchText.Fold(content.PlaceText ?? "");
        PlaceId = content.PlaceId;
        Source = content.Source;
        if (Founded != content.Founded)
        {
            Founded = content.Founded;
        }
    }
}
