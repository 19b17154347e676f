using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Cooperatives.OpenData;

/// <summary>A choice of kinds by its word in an address.</summary>
internal sealed record OpenKinds(string Word, params IReadOnlyList<OrganisationKind> Kinds)
{
    public const string Key = "loai";

    public static IReadOnlyList<OpenKinds> All { get; } =
    [
        new("hop-tac-xa", OrganisationKind.Cooperative),
        new("lien-hiep", OrganisationKind.CooperativeUnion),
        new("to-hop-tac", OrganisationKind.CooperativeGroup),
        new("quy-tin-dung", OrganisationKind.PeoplesCreditFund),
        new("tat-ca", [.. RegistryKinds.All]),
    ];

    /// <summary>Cooperatives in the narrow sense, as the directory's pages have them: a count without its kinds said is of them.</summary>
    public static OpenKinds Usual => All[0];

    /// <returns>Null where the word is none of them.</returns>
    public static OpenKinds? Find(string? word) => string.IsNullOrWhiteSpace(word) ? Usual : All.FirstOrDefault(kinds => kinds.Word == word.Trim());
}
