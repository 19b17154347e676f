using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Products;

/// <summary>What is written of a product beside its owner.</summary>
/// <param name="Name">Letter for letter.</param>
/// <param name="PlaceText">The place in the source's own words.</param>
/// <param name="Ministry">The ministry that manages the sub-group.</param>
/// <param name="Traceability">A code, or the address of a page that tells where it comes from.</param>
/// <param name="SalesPoints">One a line.</param>
internal sealed record OcopProductSheet(
    string Name,
    string? PlaceText,
    Guid? PlaceId,
    OcopGroup? Group,
    string? SubGroup,
    string? Ministry,
    string? Traceability,
    string? SalesPoints,
    string? Source);

/// <summary>A product of the One Commune One Product programme. How it stands follows from its evaluations.</summary>
internal sealed class OcopProduct : IJournaled, ISaidToReaders
{
    public const int CodeMaxLength = 70;
    public const int NameMaxLength = 300;
    public const int PlaceTextMaxLength = 300;
    public const int SubGroupMaxLength = 200;
    public const int TraceabilityMaxLength = 300;
    public const int SalesPointsMaxLength = 2000;
    public const int SourceMaxLength = 500;
    public const int MostPhotos = 12;

    private readonly List<OcopPhoto> _photos = [];

    private OcopProduct()
    {
    }

    public OcopProduct(Guid id, string code, Guid ownerId, OcopProductSheet sheet)
    {
        Id = id;
        Code = code;
        Describe(ownerId, sheet);
    }

    public Guid Id { get; private init; }

    /// <summary>Its key in imports and the last part of its address; it never changes.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string NameOrder { get; private set; } = "";

    public string SearchText { get; private set; } = "";

    public Guid OwnerId { get; private set; }

    public string? PlaceText { get; private set; }

    public string PlaceSearchText { get; private set; } = "";

    /// <summary>The administrative unit that a person pointed at; it is never inferred from a name.</summary>
    public Guid? PlaceId { get; private set; }

    public OcopGroup? Group { get; private set; }

    public string? SubGroup { get; private set; }

    public string? Ministry { get; private set; }

    public string? Traceability { get; private set; }

    public string? SalesPoints { get; private set; }

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<OcopPhoto> Photos => _photos;

    public string JournalTitle => Name;

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Name), Name), (nameof(SubGroup), SubGroup), (nameof(PlaceText), PlaceText), (nameof(Traceability), Traceability), (nameof(SalesPoints), SalesPoints), (nameof(Source), Source));

    public OcopProductSheet Sheet => new(Name, PlaceText, PlaceId, Group, SubGroup, Ministry, Traceability, SalesPoints, Source);

    /// <returns>Where its page leads to for where it comes from; null where that is a code, or an address that may not be linked.</returns>
    public static Uri? TraceOf(string? traceability) => LocalAddress.OrHttps(traceability) && !LocalAddress.Is(traceability) ? new Uri(traceability!) : null;

    public void Describe(Guid ownerId, OcopProductSheet sheet)
    {
        OwnerId = ownerId;
        Name = sheet.Name;
        NameOrder = VietnameseOrder.SortKey(sheet.Name);
        SearchText = Vietnamese.SearchText.Fold(string.Join(" / ", new[] { sheet.Name, sheet.SubGroup }.OfType<string>()));
        (PlaceText, PlaceId) = (sheet.PlaceText, sheet.PlaceId);
        PlaceSearchText = Vietnamese.SearchText.Fold(sheet.PlaceText ?? "");
        (Group, SubGroup, Ministry) = (sheet.Group, sheet.SubGroup, sheet.Ministry);
        (Traceability, SalesPoints, Source) = (sheet.Traceability, sheet.SalesPoints, sheet.Source);
    }

    /// <exception cref="RefusedException">There are enough of them.</exception>
    public void Show(Guid fileId, string alt)
    {
        if (_photos.Count >= MostPhotos)
        {
            throw new RefusedException("Mỗi sản phẩm có tối đa {0} ảnh. Bỏ bớt ảnh cũ trước.", MostPhotos);
        }

        _photos.Add(new OcopPhoto(fileId, alt, _photos.Count == 0 ? 1 : _photos.Max(photo => photo.Order) + 1));
    }

    public void Say(Guid fileId, string alt) => _photos.Find(photo => photo.Id == fileId)?.Say(alt);

    public void Hide(Guid fileId) => _photos.RemoveAll(photo => photo.Id == fileId);
}

/// <summary>A picture of a product; its id is its file's.</summary>
internal sealed class OcopPhoto : ISaidToReaders
{
    public const int AltMaxLength = 300;

    private OcopPhoto()
    {
    }

    public OcopPhoto(Guid fileId, string alt, int order) => (Id, Alt, Order) = (fileId, alt, order);

    public Guid Id { get; private init; }

    /// <summary>What is to be seen, for who does not see it.</summary>
    public string Alt { get; private set; } = "";

    public int Order { get; private init; }

    public IEnumerable<(string Of, string Words)> Said() => [(nameof(Alt), Alt)];

    internal void Say(string alt) => Alt = alt;
}
