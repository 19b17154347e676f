using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Name, registration and field of a cooperative. A new name keeps the old one on record, and the address stays.</summary>
internal sealed class BaseModel(RegistryDesk desk, Texts text) : FileEditing<BaseInput>(desk, text)
{
    private RecordTime _founded = RecordTime.Unknown;

    /// <summary>As it is typed again: <see cref="RecordTime.ToString"/> but for a stage between two days.</summary>
    internal static string? Typed(RecordTime time) => time switch
    {
        { IsKnown: false } => null,
        { Precision: Precision.Stage, From: { } from, To: { } to } when from is not { Month: 1, Day: 1 } || to is not { Month: 12, Day: 31 } => $"{VietnamTime.Written(from)}..{VietnamTime.Written(to)}",
        _ => time.ToString(),
    };

    /// <summary>One spelling of one name: other blanks or letters put together otherwise are no new name.</summary>
    private string? Name => VietnameseText.OnOneLine(Input.Name) is { } name ? VietnameseText.Normalize(name) : null;

    protected override BaseInput Stored() => new()
    {
        Name = Kept.Organisation.Name,
        ShortName = Kept.Organisation.ShortName == Kept.Organisation.Name ? null : Kept.Organisation.ShortName,
        DisplayName = Kept.Cooperative.DisplayName,
        Number = Kept.Cooperative.RegistrationNumber,
        FormerNumbers = string.Join('\n', Kept.Cooperative.FormerNumbers),
        Founded = Typed(Kept.Cooperative.Founded),
        Body = Kept.Cooperative.RegistrationBody,
        Sector = Kept.Cooperative.Sector,
        Field = Kept.Cooperative.Field,
        Products = string.Join('\n', Kept.Cooperative.Products),
        Source = Kept.Cooperative.Source,
    };

    protected override IEnumerable<(string Label, string? Words)> Told(BaseInput input) =>
    [
        ("Tên", VietnameseText.OnOneLine(input.Name)),
        ("Tên gọi ngắn", VietnameseText.OnOneLine(input.ShortName)),
        ("Tên hiển thị", VietnameseText.OnOneLine(input.DisplayName)),
        ("Số đăng ký", VietnameseText.OnOneLine(input.Number)),
        ("Các số đăng ký cũ", string.Join("; ", Numbers(input))),
        ("Thành lập", VietnameseText.OnOneLine(input.Founded)),
        ("Cơ quan đăng ký, như giấy tờ ghi", VietnameseText.OnOneLine(input.Body)),
        ("Lĩnh vực", input.Sector is { } sector ? RegistryWords.Of(sector) : null),
        ("Ngành nghề", VietnameseText.OnOneLine(input.Field)),
        ("Sản phẩm", ProductList.Written(ProductList.Read(input.Products) ?? []) ?? VietnameseText.OnOneLine(input.Products)),
        ("Nguồn đã công bố", VietnameseText.OnOneLine(input.Source)),
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (VietnameseText.OnOneLine(Input.Founded) is { } founded && (!ImportColumns.TryTime(founded, out _founded) || _founded.From > Desk.Today))
        {
            Wrong("Input.Founded", "Thời điểm thành lập “{0}” không đúng. Ghi ngày 09/07/2020, tháng 07/2020 hoặc năm 2020, không sau hôm nay.", founded);
        }

        if (Numbers(Input) is var numbers && (numbers.Count > Cooperative.MostFormerNumbers || numbers.Exists(number => number.Length > Cooperative.RegistrationNumberMaxLength)))
        {
            Wrong("Input.FormerNumbers", "Ghi tối đa {0} số cũ, mỗi dòng một số, mỗi số tối đa {1} ký tự", Cooperative.MostFormerNumbers, Cooperative.RegistrationNumberMaxLength);
        }

        if (ProductList.Read(Input.Products) is null)
        {
            Wrong("Input.Products", "Ghi tối đa {0} sản phẩm, cách nhau bằng dấu phẩy hoặc chấm phẩy, mỗi tên tối đa {1} ký tự.", Cooperative.MostProducts, Cooperative.ProductMaxLength);
        }

        if (Name == Kept.Organisation.Name && (Input.NameOn is not null || VietnameseText.OnOneLine(Input.NameSource) is not null))
        {
            Wrong("Input.NameOn", "Tên chưa đổi nên ngày và giấy tờ đổi tên không có chỗ ghi. Sửa tên, hoặc để trống hai ô này.");
        }

        if (Name is not null && Name != Kept.Organisation.Name && VietnameseText.OnOneLine(Input.NameSource) is null)
        {
            Wrong("Input.NameSource", "Ghi giấy tờ hoặc lý do đổi tên");
        }

        if (Input.NameOn > Desk.Today)
        {
            Wrong("Input.NameOn", "Ngày đổi tên không thể sau hôm nay");
        }

        if (Input.NameOn < _founded.From)
        {
            Wrong("Input.NameOn", "Ngày đổi tên không thể trước ngày thành lập");
        }

        await CheckNumberAsync(cancellationToken);
    }

    protected override async Task ApplyAsync(CancellationToken cancellationToken)
    {
        await Desk.Register.RenameAsync(Kept.Cooperative.Id, Name!, VietnameseText.OnOneLine(Input.ShortName), Input.NameOn, VietnameseText.OnOneLine(Input.NameSource), cancellationToken);
        Kept.Cooperative.Register(new Registration(
            VietnameseText.OnOneLine(Input.DisplayName), VietnameseText.OnOneLine(Input.Number), Numbers(Input), _founded, VietnameseText.OnOneLine(Input.Body), Input.Sector, VietnameseText.OnOneLine(Input.Field), VietnameseText.OnOneLine(Input.Source)));
        Kept.Cooperative.Make(ProductList.Read(Input.Products)!);
        Kept.Cooperative.Classify(Kept.Years, Desk.Today, Kept.Scale);
    }

    /// <summary>A number is of one file; a file that has it already may keep it until both are merged.</summary>
    private async Task CheckNumberAsync(CancellationToken cancellationToken)
    {
        var number = VietnameseText.OnOneLine(Input.Number);
        if (number is not null && number != Kept.Cooperative.RegistrationNumber
            && await Desk.Db.Set<Cooperative>().Where(c => c.Id != Kept.Cooperative.Id).WithNumber(number, formerToo: false).Select(c => c.Code).FirstOrDefaultAsync(cancellationToken) is { } other)
        {
            Wrong("Input.Number", "Số này đang ghi ở hồ sơ {0}.", other);
        }
    }

    private static List<string> Numbers(BaseInput input) =>
        [.. (input.FormerNumbers ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(number => number != VietnameseText.OnOneLine(input.Number)).Distinct(StringComparer.Ordinal)];
}

internal sealed class BaseInput
{
    internal const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Tên")]
    [Required(ErrorMessage = "Nhập tên, đúng từng chữ như giấy tờ ghi")]
    [StringLength(Cooperative.NameMaxLength, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Tên mới từ ngày")]
    [Range(typeof(DateOnly), RecordDays.First, RecordDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = RecordDays.Outside)]
    public DateOnly? NameOn { get; set; }

    [Display(Name = "Đổi tên theo giấy tờ")]
    [StringLength(Cooperative.SourceMaxLength, ErrorMessage = TooLong)]
    public string? NameSource { get; set; }

    [Display(Name = "Tên gọi ngắn")]
    [StringLength(Cooperative.ShortNameMaxLength, ErrorMessage = TooLong)]
    public string? ShortName { get; set; }

    [Display(Name = "Tên hiển thị")]
    [StringLength(Cooperative.DisplayNameMaxLength, ErrorMessage = TooLong)]
    public string? DisplayName { get; set; }

    [Display(Name = "Số đăng ký")]
    [StringLength(Cooperative.RegistrationNumberMaxLength, ErrorMessage = TooLong)]
    public string? Number { get; set; }

    [Display(Name = "Các số đăng ký cũ")]
    [StringLength(2000, ErrorMessage = TooLong)]
    public string? FormerNumbers { get; set; }

    [Display(Name = "Thành lập")]
    [StringLength(40, ErrorMessage = TooLong)]
    public string? Founded { get; set; }

    [Display(Name = "Cơ quan đăng ký, như giấy tờ ghi")]
    [StringLength(Cooperative.BodyMaxLength, ErrorMessage = TooLong)]
    public string? Body { get; set; }

    [Display(Name = "Lĩnh vực")]
    [EnumDataType(typeof(CooperativeSector), ErrorMessage = "Chọn một lĩnh vực trong danh sách")]
    public CooperativeSector? Sector { get; set; }

    [Display(Name = "Ngành nghề")]
    [StringLength(Cooperative.FieldMaxLength, ErrorMessage = TooLong)]
    public string? Field { get; set; }

    [Display(Name = "Sản phẩm")]
    [StringLength(Cooperative.MostProducts * (Cooperative.ProductMaxLength + 2), ErrorMessage = TooLong)]
    public string? Products { get; set; }

    [Display(Name = "Nguồn đã công bố")]
    [StringLength(Cooperative.SourceMaxLength, ErrorMessage = TooLong)]
    public string? Source { get; set; }
}
