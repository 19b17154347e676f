using System.ComponentModel.DataAnnotations;
using PhuSa.Marks.Pages.Marks.Office;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Applications;

/// <summary>The first screen of an application: which product.</summary>
internal class ProductInput
{
    [Display(Name = "Sản phẩm")]
    [Required(ErrorMessage = "Nhập tên sản phẩm xin dùng nhãn hiệu")]
    [StringLength(MarkApplication.ProductMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Product { get; set; }

    [Display(Name = "Nhóm sản phẩm")]
    [StringLength(MarkApplication.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? ProductGroup { get; set; }

    [Display(Name = "Bộ phận sản xuất")]
    [StringLength(MarkApplication.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Workshop { get; set; }

    public static ProductInput Of(MarkApplication application) => new() { Product = application.Product, ProductGroup = application.ProductGroup, Workshop = application.Workshop };

    public IEnumerable<(string Label, string? Words)> Told() =>
        [("Sản phẩm", VietnameseText.OnOneLine(Product)), ("Nhóm sản phẩm", VietnameseText.OnOneLine(ProductGroup)), ("Bộ phận sản xuất", VietnameseText.OnOneLine(Workshop))];

    public ApplicationContent Into(ApplicationContent content) =>
        content with { Product = VietnameseText.OnOneLine(Product)!, ProductGroup = VietnameseText.OnOneLine(ProductGroup), Workshop = VietnameseText.OnOneLine(Workshop) };
}

/// <summary>A form with the first screen on it.</summary>
internal interface IProductForm
{
    ProductInput Input { get; }
}

/// <summary>A form with the second screen on it.</summary>
internal interface IMakingForm
{
    IHasMaking Input { get; }
}

internal interface IHasMaking
{
    MakingInput Making { get; }
}

/// <summary>The second screen: how much of it is made, where and how.</summary>
internal sealed class MakingInput
{
    [Display(Name = "Nơi sản xuất")]
    [StringLength(MarkApplication.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Place { get; set; }

    [Display(Name = "Sản lượng một năm")]
    [Range(1d, 1e12, ErrorMessage = "Sản lượng là số nguyên lớn hơn 0; lẻ thì dùng đơn vị nhỏ hơn")]
    public long? Output { get; set; }

    [Display(Name = "Đơn vị tính")]
    [StringLength(MarkApplication.UnitMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? OutputUnit { get; set; }

    [Display(Name = "Cách sản xuất")]
    [StringLength(MarkApplication.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Process { get; set; }

    [Display(Name = "Giấy tờ về chất lượng, an toàn")]
    [StringLength(MarkApplication.TextMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Safety { get; set; }

    public static MakingInput Of(MarkApplication application) => new() { Place = application.Place, Output = application.Output, OutputUnit = application.OutputUnit, Process = application.Process, Safety = application.Safety };

    public IEnumerable<(string Label, string? Words)> Told() =>
    [
        ("Nơi sản xuất", VietnameseText.OnOneLine(Place)),
        ("Sản lượng một năm", Output is { } output ? Dong.Figures(output) : null),
        ("Đơn vị tính", VietnameseText.OnOneLine(OutputUnit)),
        ("Cách sản xuất", GrantForms.Block(Process)),
        ("Giấy tờ về chất lượng, an toàn", GrantForms.Block(Safety)),
    ];

    public ApplicationContent Into(ApplicationContent content) =>
        content with { Place = VietnameseText.OnOneLine(Place), Output = Output, OutputUnit = VietnameseText.OnOneLine(OutputUnit), Process = GrantForms.Block(Process), Safety = GrantForms.Block(Safety) };

    /// <summary>A number without its unit says nothing.</summary>
    public bool LacksUnit => Output is not null && VietnameseText.OnOneLine(OutputUnit) is null;
}

/// <summary>The second screen alone.</summary>
internal sealed class MakingScreen : IHasMaking
{
    public MakingInput Making { get; set; } = new();
}

/// <summary>Both at once, as an officer types them from a call or a paper.</summary>
internal class OfficeApplicationInput : ProductInput, IHasMaking
{
    public MakingInput Making { get; set; } = new();
}
