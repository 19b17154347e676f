using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Products;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Products.Office.Keeping;

/// <summary>The form of a product: new or known.</summary>
internal abstract class ProductForm(OcopDesk desk, IPlaces places, Texts text) : OcopPage(desk, text)
{
    /// <summary>The button that looks units up and saves nothing.</summary>
    public const string Look = "tim";

    private OrganisationRow? _owner;

    [BindProperty]
    public ProductInput Input { get; set; } = new();

    /// <summary>Which button was pressed; whatever is not known saves.</summary>
    [BindProperty]
    public string? Do { get; set; }

    /// <summary>Units to choose from: the present one, those that came after it, and those looked up.</summary>
    public IReadOnlyList<PlaceFact> Units { get; private set; } = [];

    protected Guid OwnerId => _owner!.Id;

    protected string OwnerName => _owner!.Name;

    protected OcopProductSheet Sheet => new(
        VietnameseText.Normalize(Input.Name!.Trim()), VietnameseText.OnOneLine(Input.PlaceText), Input.PlaceId, Input.Group, VietnameseText.OnOneLine(Input.SubGroup), VietnameseText.OnOneLine(Input.Ministry), VietnameseText.OnOneLine(Input.Traceability), Block(Input.SalesPoints), VietnameseText.OnOneLine(Input.Source));

    protected async Task ReadUnitsAsync(Guid? present, CancellationToken cancellationToken)
    {
        var units = (await places.OfAsync(new[] { present, Input.PlaceId }.OfType<Guid>().Distinct(), cancellationToken)).Values.ToList();
        if (present is { } known)
        {
            units.AddRange((await places.SuccessionsAsync([known], cancellationToken))[known].Successors);
        }

        if (VietnameseText.OnOneLine(Input.PlaceQuery) is { } words)
        {
            units.AddRange(await places.SearchAsync(words, cancellationToken));
        }

        Units = [.. units.DistinctBy(unit => unit.Id)];
    }

    /// <summary>A button that saves nothing says nothing against what was typed, and loses none of it.</summary>
    protected bool IsLooking()
    {
        if (Do != Look)
        {
            return false;
        }

        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }

        return true;
    }

    /// <param name="present">The owner on record: one of a kind that may own none stays where it is there already.</param>
    protected async Task CheckAsync(Guid? present, CancellationToken cancellationToken)
    {
        if (Input.PlaceId is { } unit && Units.All(known => known.Id != unit))
        {
            Wrong("Input.PlaceId", "Chọn một đơn vị trong danh sách");
        }

        _owner = await Desk.Organisations.NamedAsync(Input.Owner, cancellationToken);
        if (_owner is null && VietnameseText.OnOneLine(Input.Owner) is not null)
        {
            if (await Desk.Organisations.LikeAsync(Input.Owner, cancellationToken) is { } offer)
            {
                Wrong("Input.Owner", "Không có đúng một tổ chức mang mã hoặc tên này. Ghi mã hoặc tên đầy đủ của một trong các tổ chức: {0}", offer);
            }
            else
            {
                Wrong("Input.Owner", "Không có tổ chức nào mang mã hoặc tên này. Ghi chủ thể vào sổ trước.");
            }
        }

        if (_owner is { } owner && owner.Id != present && !OcopWords.OwnerKinds.Contains(owner.Kind))
        {
            Wrong("Input.Owner", "Chủ thể phải là hợp tác xã, tổ hợp tác, doanh nghiệp hoặc hộ kinh doanh");
        }
    }
}

/// <summary>Records a product.</summary>
internal sealed class NewModel(OcopDesk desk, IPlaces places, Texts text) : ProductForm(desk, places, text)
{
    /// <summary>Made with the form, so that a form sent twice makes one record.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public void OnGet() => NewId = Guid.CreateVersion7(new DateTimeOffset(Desk.Now));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        await ReadUnitsAsync(present: null, cancellationToken);
        if (IsLooking())
        {
            return Page();
        }

        if (await Desk.Db.Set<OcopProduct>().Where(p => p.Id == NewId).Select(p => p.Code).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            return Redirect(OcopDesk.Of(known));
        }

        await CheckAsync(present: null, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var product = new OcopProduct(NewId, await Desk.FreeCodeAsync(Input.Name!, cancellationToken), OwnerId, Sheet);
        Desk.Db.Add(product);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(OcopDesk.Of(product.Code));
    }
}

/// <summary>Changes what is written of a product.</summary>
internal sealed class EditModel(OcopDesk desk, IPlaces places, Texts text) : ProductForm(desk, places, text)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        Version = Product.Version;
        var owner = (await Desk.Organisations.OfAsync([Product.OwnerId], cancellationToken))[Product.OwnerId];
        Input = new ProductInput
        {
            Name = Product.Name,
            Owner = owner.Code,
            PlaceText = Product.PlaceText,
            PlaceId = Product.PlaceId,
            Group = Product.Group,
            SubGroup = Product.SubGroup,
            Ministry = Product.Ministry,
            Traceability = Product.Traceability,
            SalesPoints = Product.SalesPoints,
            Source = Product.Source,
        };
        await ReadUnitsAsync(Product.PlaceId, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        await ReadUnitsAsync(Product.PlaceId, cancellationToken);
        if (IsLooking())
        {
            return Page();
        }

        await CheckAsync(Product.OwnerId, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Stale(Product.Version, Told(Sheet, (await Desk.Organisations.OfAsync([Product.OwnerId], cancellationToken))[Product.OwnerId].Name)) is { } stale)
        {
            return stale;
        }

        MustBeAsShown();
        Product.Describe(OwnerId, Sheet);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }

    private IEnumerable<Difference> Told(OcopProductSheet typed, string ownerOnRecord)
    {
        var stored = Product.Sheet;
        return
        [
            new("Tên sản phẩm", typed.Name, stored.Name),
            new("Chủ thể", OwnerName, ownerOnRecord),
            new("Nơi, như giấy tờ ghi", typed.PlaceText, stored.PlaceText),
            new("Đơn vị hành chính", UnitOf(typed.PlaceId), UnitOf(stored.PlaceId)),
            new("Nhóm", GroupOf(typed.Group), GroupOf(stored.Group)),
            new("Phân nhóm", typed.SubGroup, stored.SubGroup),
            new("Bộ quản lý phân nhóm", typed.Ministry, stored.Ministry),
            new("Truy xuất nguồn gốc", typed.Traceability, stored.Traceability),
            new("Điểm bán", typed.SalesPoints, stored.SalesPoints),
            new("Nguồn", typed.Source, stored.Source),
        ];
    }

    private string? UnitOf(Guid? id) => id is null ? null : Units.FirstOrDefault(unit => unit.Id == id)?.FullName;

    private string? GroupOf(OcopGroup? group) => group is { } known ? Text[OcopWords.Of(known)] : null;
}

internal sealed class ProductInput
{
    [Display(Name = "Tên sản phẩm")]
    [Required(ErrorMessage = "Nhập tên sản phẩm")]
    [StringLength(OcopProduct.NameMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Chủ thể")]
    [Required(ErrorMessage = "Nhập mã hoặc tên chủ thể")]
    [StringLength(300, ErrorMessage = OcopInput.TooLong)]
    public string? Owner { get; set; }

    [Display(Name = "Nơi, như giấy tờ ghi")]
    [StringLength(OcopProduct.PlaceTextMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? PlaceText { get; set; }

    [Display(Name = "Tìm đơn vị hành chính")]
    [StringLength(RegistryFilter.LongestWords, ErrorMessage = OcopInput.TooLong)]
    public string? PlaceQuery { get; set; }

    [Display(Name = "Đơn vị hành chính")]
    public Guid? PlaceId { get; set; }

    [Display(Name = "Nhóm")]
    [EnumDataType(typeof(OcopGroup), ErrorMessage = "Chọn nhóm trong danh sách")]
    public OcopGroup? Group { get; set; }

    [Display(Name = "Phân nhóm")]
    [StringLength(OcopProduct.SubGroupMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? SubGroup { get; set; }

    [Display(Name = "Bộ quản lý phân nhóm")]
    [StringLength(OcopProduct.SubGroupMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Ministry { get; set; }

    [Display(Name = "Truy xuất nguồn gốc")]
    [StringLength(OcopProduct.TraceabilityMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Traceability { get; set; }

    [Display(Name = "Điểm bán")]
    [StringLength(OcopProduct.SalesPointsMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? SalesPoints { get; set; }

    [Display(Name = "Nguồn")]
    [StringLength(OcopProduct.SourceMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Source { get; set; }
}
