using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Rights;

/// <summary>Who is signed in, and for which organisation they act in this session.</summary>
/// <param name="Roles">Their roles in that organisation only.</param>
/// <param name="Rights">Codes of the rights those roles have.</param>
public sealed record SignedIn(
    Guid PersonId,
    string Name,
    Guid OrganisationId,
    string Organisation,
    IReadOnlySet<Role> Roles,
    IReadOnlySet<string> Rights,
    Guid SessionId)
{
    /// <summary>They may act for another organisation too.</summary>
    public bool ActsForSeveral { get; init; }

    public bool May(Right right)
    {
        ArgumentNullException.ThrowIfNull(right);
        return Rights.Contains(right.Code);
    }

    /// <summary>As whom their acts are recorded.</summary>
    public Actor AsActor() => new(Name, Organisation);
}

/// <summary>The person of this request.</summary>
public interface ISignedIn
{
    /// <summary>Null where nobody is signed in.</summary>
    SignedIn? Person { get; }
}

/// <summary>A person as other modules may reach them. An address that is not known is null.</summary>
/// <param name="Language">vi or en: in which they are written to.</param>
public sealed record PersonContact(Guid Id, string Name, string? Email, string? Phone, string Language = "vi");

/// <summary>People for other modules.</summary>
public interface IPeople
{
    /// <returns>People among the given ids who may sign in.</returns>
    Task<IReadOnlyList<PersonContact>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <returns>Everybody who may sign in and has this right, for one organisation or for any.</returns>
    Task<IReadOnlyList<PersonContact>> WithRightAsync(Right right, Guid? organisationId, CancellationToken cancellationToken);
}
