using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;

namespace PhuSa.Marks.CertificationMarks;

/// <summary>A certification mark: its owner certifies, others use it with a right for one product.</summary>
internal sealed class CertificationMark : IJournaled
{
    public const int NameMaxLength = 300;

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

    public int Version { get; private set; }

    public string JournalTitle => Name;

    public void Describe(string name, Guid? ownerId, Guid? regulationId, string? source)
    {
        Name = name;
        OwnerId = ownerId;
        RegulationId = regulationId;
        Source = source;
    }
}
