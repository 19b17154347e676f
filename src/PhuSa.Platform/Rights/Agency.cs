namespace PhuSa.Platform.Rights;

/// <summary>An organisation for which people act in the office.</summary>
public sealed record Agency(Guid Id, string Name);

/// <summary>The organisations of the office, for modules that give them something.</summary>
public interface IAgencies
{
    /// <returns>Those for which somebody acts who has this right, in alphabetical order.</returns>
    Task<IReadOnlyList<Agency>> WithRightAsync(Right right, CancellationToken cancellationToken);

    /// <returns>Null where there is no such organisation.</returns>
    Task<string?> NameOfAsync(Guid id, CancellationToken cancellationToken);
}
