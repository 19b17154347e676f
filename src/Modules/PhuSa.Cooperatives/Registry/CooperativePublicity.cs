using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Registry;

/// <summary>A field as a reader meets it: a value, “chưa có dữ liệu” (null), or withheld.</summary>
internal readonly record struct PublicField(string? Value, bool IsWithheld);

/// <summary>What a reader may see of a cooperative.</summary>
internal sealed record PublicCooperative(
    Guid Id, string Slug, OrganisationKind Kind, string Title, string NameInSource, string? PlaceText, Guid? PlaceId, string? Source, PublicField RegistrationNumber, PublicField Founded);

/// <summary>What publicity is judged from: read without the steps and moves that nobody outside sees.</summary>
internal sealed record CooperativeFacts
{
    public required OrganisationRow Organisation { get; init; }

    public string? DisplayName { get; init; }

    public string? PlaceText { get; init; }

    public Guid? PlaceId { get; init; }

    public string? Source { get; init; }

    public string? RegistrationNumber { get; init; }

    public required RecordTime Founded { get; init; }

    public required IReadOnlyList<string> PublicItems { get; init; }

    public bool Shows(PublicItem item) => PublicItems.Contains(item.ToString());
}

/// <summary>
/// Which field of a cooperative is public, in this one place. Its name and the place that a published source names are; the rest is
/// shown only with the cooperative's consent (Law on personal data protection 91/2025: none by default), field by field.
/// </summary>
internal static class CooperativePublicity
{
    public static PublicCooperative Of(CooperativeFacts facts) => new(
        facts.Organisation.Id,
        facts.Organisation.Slug,
        facts.Organisation.Kind,
        facts.DisplayName ?? facts.Organisation.Name,
        facts.Organisation.Name,
        PlaceText: Published(facts) ? facts.PlaceText : null,
        PlaceId: Published(facts) ? facts.PlaceId : null,
        facts.Source,
        RegistrationNumber: ByConsent(facts.Shows(PublicItem.RegistrationNumber), facts.RegistrationNumber),
        Founded: ByConsent(facts.Shows(PublicItem.Founded), facts.Founded is { IsKnown: true } founded ? founded.ToString() : null));

    /// <summary>A value that is there and not agreed to is withheld; one that is not there is unknown, agreed to or not.</summary>
    public static PublicField ByConsent(bool agreed, string? value) => new(agreed ? value : null, IsWithheld: !agreed && value is not null);

    private static bool Published(CooperativeFacts facts) => facts.Source is not null;
}
