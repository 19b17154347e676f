using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;

namespace PhuSa.Marks.CertificationMarks;

/// <summary>A certification mark: its owner certifies, others use it with a right for one product.</summary>
internal sealed class CertificationMark : IJournaled
{
    public const int NameMaxLength = 300;
    public const int NumberMaxLength = 80;
    public const int GoodsMaxLength = 4000;

    private CertificationMark()
    {
    }

    public CertificationMark(Guid id, string code)
    {
        Id = id;
        Code = code;
        Slug = PhuSa.Vietnamese.Slug.From(code, ImportColumns.CodeMaxLength);
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public string Slug { get; private init; } = "";

    /// <summary>Letter for letter.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The owning organisation; null where the source does not tell.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>The paper that regulates its use; null where not known.</summary>
    public Guid? RegulationId { get; private set; }

    public string? Source { get; private set; }

    /// <summary>Of its registration at the Intellectual Property Office; null where not known.</summary>
    public string? RegistrationNumber { get; private set; }

    public DateOnly? RegisteredOn { get; private set; }

    /// <summary>The last day of the registration; null where not known.</summary>
    public DateOnly? RegistrationEndsOn { get; private set; }

    /// <summary>The goods and services that it is registered for, in the words of the registration.</summary>
    public string? Goods { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Name;

    public void Describe(string name, Guid? ownerId, Guid? regulationId, string? source)
    {
        Name = name;
        OwnerId = ownerId;
        RegulationId = regulationId;
        Source = source;
    }

    public void Register(string? number, DateOnly? on, DateOnly? endsOn, string? goods) => (RegistrationNumber, RegisteredOn, RegistrationEndsOn, Goods) = (number, on, endsOn, goods);
}
