namespace PhuSa.Platform.Rights;

/// <summary>One thing that may be done. A module declares it and says which roles have it.</summary>
/// <param name="Code">Such as <c>journal.read</c>: stable, lower case.</param>
/// <param name="Name">What it allows, in Vietnamese; a key of the module's English table.</param>
public sealed record Right(string Code, string Name, params IReadOnlyList<Role> Roles)
{
    /// <summary>The type of the claim that carries a right.</summary>
    public const string Claim = "right";

    /// <summary>The name of the authorisation policy that asks for this right.</summary>
    public string Policy => PolicyOf(Code);

    public static string PolicyOf(string code) => $"right:{code}";
}
