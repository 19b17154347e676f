using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.CertificationMarks;

/// <summary>A certification mark: its owner certifies, others use it with a right for one product.</summary>
internal sealed class CertificationMark : IJournaled, ISaidToReaders
{
    public const int NameMaxLength = 300;
    public const int NumberMaxLength = 80;
    public const int GoodsMaxLength = 4000;
    public const int MostSamples = 6;

    private readonly List<MarkSample> _samples = [];

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

    public IReadOnlyList<MarkSample> Samples => _samples;

    public int Version { get; private set; }

    public string JournalTitle => Name;

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Name), Name), (nameof(OwnerId), OwnerId), (nameof(RegistrationNumber), RegistrationNumber), (nameof(Goods), Goods), (nameof(Source), Source));

    public void Describe(string name, Guid? ownerId, Guid? regulationId, string? source)
    {
        Name = name;
        OwnerId = ownerId;
        RegulationId = regulationId;
        Source = source;
    }

    public void Register(string? number, DateOnly? on, DateOnly? endsOn, string? goods) => (RegistrationNumber, RegisteredOn, RegistrationEndsOn, Goods) = (number, on, endsOn, goods);

    /// <exception cref="RefusedException">There are enough of them.</exception>
    public void Show(Guid fileId, string alt)
    {
        if (_samples.Count >= MostSamples)
        {
            throw new RefusedException("Mỗi nhãn hiệu có tối đa {0} mẫu. Bỏ bớt mẫu cũ trước.", MostSamples);
        }

        _samples.Add(new MarkSample(fileId, alt, _samples.Count == 0 ? 1 : _samples.Max(sample => sample.Order) + 1));
    }

    public void Say(Guid fileId, string alt) => _samples.Find(sample => sample.Id == fileId)?.Say(alt);

    public void Hide(Guid fileId) => _samples.RemoveAll(sample => sample.Id == fileId);
}
