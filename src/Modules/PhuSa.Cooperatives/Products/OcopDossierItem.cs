namespace PhuSa.Cooperatives.Products;

/// <summary>What an officer says of one paper of the file.</summary>
/// <param name="Id">Null for one that is added.</param>
internal sealed record OcopDossierLine(Guid? Id, string? Name, DateOnly? ReceivedOn);

/// <summary>A paper that the file of an evaluation has to hold.</summary>
internal sealed class OcopDossierItem
{
    public const int NameMaxLength = 300;

    private OcopDossierItem()
    {
    }

    public OcopDossierItem(Guid id, string name, bool isOfRule) => (Id, Name, IsOfRule) = (id, name, isOfRule);

    public Guid Id { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>The criteria ask for it; others an officer has added.</summary>
    public bool IsOfRule { get; private init; }

    /// <summary>Null while it is not there.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    internal void Describe(OcopDossierLine line)
    {
        Name = IsOfRule ? Name : line.Name ?? Name;
        ReceivedOn = line.ReceivedOn;
    }
}
