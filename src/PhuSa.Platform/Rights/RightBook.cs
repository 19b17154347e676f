namespace PhuSa.Platform.Rights;

/// <summary>All rights of the house and who has them.</summary>
public sealed class RightBook(IEnumerable<IModule> modules)
{
    private readonly Lazy<IReadOnlyList<Right>> _all = new(() => [.. modules.SelectMany(module => module.Rights).OrderBy(right => right.Code, StringComparer.Ordinal)]);

    public IReadOnlyList<Right> All => _all.Value;

    /// <summary>Codes of the rights that any of the roles has.</summary>
    public IReadOnlySet<string> Of(IReadOnlySet<Role> roles) =>
        All.Where(right => right.Roles.Any(roles.Contains)).Select(right => right.Code).ToHashSet(StringComparer.Ordinal);
}
