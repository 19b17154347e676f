using PhuSa.Organisations.Contracts;

namespace PhuSa.Cooperatives.Registry;

/// <summary>A field as a reader meets it: a value, “chưa có dữ liệu” (null), or withheld.</summary>
internal readonly record struct PublicField(string? Value, bool IsWithheld);

/// <summary>What a reader may see of a cooperative.</summary>
internal sealed record PublicCooperative(
    Guid Id, string Slug, string Title, string NameInSource, string? PlaceText, Guid? PlaceId, string? Source, PublicField RegistrationNumber, PublicField Founded);

/// <summary>
/// Which field of a cooperative is public, in this one place. Its name and the place that a published source names are; the rest is
/// shown only with the cooperative's consent (Law on personal data protection 91/2025: none by default), which nobody has recorded yet.
/// </summary>
internal static class CooperativePublicity
{
    public static PublicCooperative Of(OrganisationRow organisation, Cooperative cooperative) => new(
        organisation.Id,
        organisation.Slug,
        cooperative.DisplayName ?? organisation.Name,
        organisation.Name,
        PlaceText: Published(cooperative) ? cooperative.PlaceText : null,
        PlaceId: Published(cooperative) ? cooperative.PlaceId : null,
        cooperative.Source,
        RegistrationNumber: NeedsConsent(cooperative.RegistrationNumber),
        Founded: NeedsConsent(cooperative.Founded is { IsKnown: true } founded ? founded.ToString() : null));

    private static bool Published(Cooperative cooperative) => cooperative.Source is not null;

    private static PublicField NeedsConsent(string? value) => new(Value: null, IsWithheld: value is not null);
}
