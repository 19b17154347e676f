using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Journal;

/// <summary>Who acts in this scope, why and by which paper. Without it no journaled record can be written.</summary>
public sealed class Acting
{
    public Actor? By { get; private set; }

    /// <summary>The signed-in person and where the request came from; null for the command line and for jobs.</summary>
    public ActingPerson? Person { get; private set; }

    public string? Why { get; private set; }

    public Guid? PaperId { get; private set; }

    public void As(Actor by, string? why = null, Guid? paperId = null)
    {
        By = by;
        Why = why;
        PaperId = paperId;
    }

    /// <summary>A signed-in person acts; why and paper may be said later with <see cref="As"/>.</summary>
    public void AsPerson(Actor by, ActingPerson person)
    {
        By = by;
        Person = person;
    }
}

/// <summary>Who acts, for whom, and from which network address.</summary>
public sealed record ActingPerson(Guid PersonId, Guid? OrganisationId, string? Address)
{
    public const int AddressMaxLength = 64;
}
