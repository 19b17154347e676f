using PhuSa.Organisations.Contracts;

namespace PhuSa.Organisations.Office;

/// <summary>A kind of organisation as the list names it.</summary>
/// <param name="Name">Vietnamese, a key of the module's English table.</param>
/// <param name="Word">In an address.</param>
internal sealed record KindWords(OrganisationKind Kind, string Name, string Word);

/// <summary>What kinds of organisation are called.</summary>
internal static class OrganisationWords
{
    public static IReadOnlyList<KindWords> All { get; } = [.. OrganisationKinds.All.Select(kind => new KindWords(kind, OrganisationKinds.Word(kind), OrganisationKinds.InAddress(kind)))];

    public static string Of(OrganisationKind kind) => OrganisationKinds.Word(kind);
}
