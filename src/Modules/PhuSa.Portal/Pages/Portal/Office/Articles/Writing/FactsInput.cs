using System.ComponentModel.DataAnnotations;
using PhuSa.Portal.Articles.Facts;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>What a legal document says of itself, as typed.</summary>
internal sealed class LegalInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";
    private const int LinksMaxLength = 4000;

    [Display(Name = "Số, ký hiệu")]
    [StringLength(LegalFacts.NumberMaxLength, ErrorMessage = TooLong)]
    public string? Number { get; set; }

    [Display(Name = "Loại văn bản")]
    public LegalType? Type { get; set; }

    [Display(Name = "Cơ quan ban hành")]
    [StringLength(LegalFacts.NameMaxLength, ErrorMessage = TooLong)]
    public string? IssuedBy { get; set; }

    [Display(Name = "Người ký")]
    [StringLength(LegalFacts.NameMaxLength, ErrorMessage = TooLong)]
    public string? Signer { get; set; }

    [Display(Name = "Ngày ban hành")]
    [Range(typeof(DateOnly), SensibleDays.First, SensibleDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = "{0} cần có năm từ 1900 đến 2100")]
    public DateOnly? IssuedOn { get; set; }

    [Display(Name = "Ngày có hiệu lực")]
    [Range(typeof(DateOnly), SensibleDays.First, SensibleDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = "{0} cần có năm từ 1900 đến 2100")]
    public DateOnly? EffectiveOn { get; set; }

    [Display(Name = "Ngày hết hiệu lực")]
    [Range(typeof(DateOnly), SensibleDays.First, SensibleDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = "{0} cần có năm từ 1900 đến 2100")]
    public DateOnly? EndsOn { get; set; }

    [Display(Name = "Lĩnh vực")]
    [StringLength(LegalFacts.FieldMaxLength, ErrorMessage = TooLong)]
    public string? Field { get; set; }

    /// <summary>A number or an address of the library in each line.</summary>
    [Display(Name = "Thay thế")]
    [StringLength(LinksMaxLength, ErrorMessage = TooLong)]
    public string? Replaces { get; set; }

    [Display(Name = "Sửa đổi, bổ sung")]
    [StringLength(LinksMaxLength, ErrorMessage = TooLong)]
    public string? Amends { get; set; }

    [Display(Name = "Thay thế văn bản ngoài thư viện")]
    [StringLength(LegalFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? ReplacesText { get; set; }

    [Display(Name = "Sửa đổi, bổ sung văn bản ngoài thư viện")]
    [StringLength(LegalFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? AmendsText { get; set; }

    [Display(Name = "Bị văn bản ngoài thư viện thay thế")]
    [StringLength(LegalFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? ReplacedByText { get; set; }

    [Display(Name = "Được văn bản ngoài thư viện sửa đổi, bổ sung")]
    [StringLength(LegalFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? AmendedByText { get; set; }
}

/// <summary>What citizens are told of a procedure, as typed.</summary>
internal sealed class ProcedureInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";
    private const int LinksMaxLength = 4000;

    [Display(Name = "Mã thủ tục")]
    [StringLength(ProcedureFacts.CodeMaxLength, ErrorMessage = TooLong)]
    public string? Code { get; set; }

    [Display(Name = "Cơ quan thực hiện")]
    [StringLength(ProcedureFacts.NameMaxLength, ErrorMessage = TooLong)]
    public string? Performer { get; set; }

    [Display(Name = "Lĩnh vực")]
    [StringLength(ProcedureFacts.FieldMaxLength, ErrorMessage = TooLong)]
    public string? Field { get; set; }

    [Display(Name = "Trình tự thực hiện")]
    [StringLength(ProcedureFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? Sequence { get; set; }

    [Display(Name = "Cách thức thực hiện")]
    [StringLength(ProcedureFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? Ways { get; set; }

    public List<ProcedurePaperInput> Papers { get; set; } = [];

    [Display(Name = "Số lượng hồ sơ")]
    [Range(0, ProcedureFacts.MostSheets, ErrorMessage = "{0} là số từ {1} đến {2}")]
    public int? Sets { get; set; }

    [Display(Name = "Thời hạn giải quyết")]
    [StringLength(ProcedureFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? TimeLimit { get; set; }

    [Display(Name = "Đối tượng thực hiện")]
    [StringLength(ProcedureFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? Applicants { get; set; }

    [Display(Name = "Kết quả")]
    [StringLength(ProcedureFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? Result { get; set; }

    [Display(Name = "Phí, lệ phí")]
    [StringLength(ProcedureFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? Fees { get; set; }

    /// <summary>A number or an address of the library in each line.</summary>
    [Display(Name = "Căn cứ pháp lý")]
    [StringLength(LinksMaxLength, ErrorMessage = TooLong)]
    public string? Basis { get; set; }

    [Display(Name = "Căn cứ ngoài thư viện")]
    [StringLength(ProcedureFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? BasisText { get; set; }

    [Display(Name = "Yêu cầu, điều kiện")]
    [StringLength(ProcedureFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? Requirements { get; set; }

    [Display(Name = "Địa chỉ trên cổng dịch vụ công")]
    [StringLength(ProcedureFacts.UrlMaxLength, ErrorMessage = TooLong)]
    public string? ServiceUrl { get; set; }
}

internal sealed class ProcedurePaperInput
{
    private const string Count = "{0} là số từ {1} đến {2}";

    [Display(Name = "Giấy tờ")]
    [StringLength(LegalFacts.TextMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Name { get; set; }

    [Display(Name = "Bản chính")]
    [Range(0, ProcedureFacts.MostSheets, ErrorMessage = Count)]
    public int? Originals { get; set; }

    [Display(Name = "Bản sao")]
    [Range(0, ProcedureFacts.MostSheets, ErrorMessage = Count)]
    public int? Copies { get; set; }
}

/// <summary>The units of a body, as typed. A line that was emptied is gone; lines stand by their numbers.</summary>
internal sealed class DirectoryInput
{
    public List<UnitInput> Units { get; set; } = [];
}

/// <summary>How to reach a unit or an official.</summary>
internal abstract class ReachInput
{
    protected const string TooLong = "{0} dài tối đa {1} ký tự";
    private const int Last = 999;

    [Display(Name = "Thứ tự")]
    [Range(0, Last, ErrorMessage = "{0} là số từ {1} đến {2}")]
    public int? Order { get; set; }

    [Display(Name = "Điện thoại")]
    [StringLength(DirectoryFacts.PhoneMaxLength, ErrorMessage = TooLong)]
    public string? Phone { get; set; }

    [Display(Name = "Thư điện tử")]
    [StringLength(DirectoryFacts.EmailMaxLength, ErrorMessage = TooLong)]
    public string? Email { get; set; }
}

internal sealed class UnitInput : ReachInput
{
    [Display(Name = "Tên đơn vị")]
    [StringLength(DirectoryFacts.NameMaxLength, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Chức năng, nhiệm vụ")]
    [StringLength(DirectoryFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? Purpose { get; set; }

    [Display(Name = "Địa chỉ")]
    [StringLength(DirectoryFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? Address { get; set; }

    public List<OfficialInput> Officials { get; set; } = [];
}

internal sealed class OfficialInput : ReachInput
{
    [Display(Name = "Họ tên")]
    [StringLength(DirectoryFacts.NameMaxLength, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Chức vụ")]
    [StringLength(DirectoryFacts.NameMaxLength, ErrorMessage = TooLong)]
    public string? Position { get; set; }

    [Display(Name = "Phụ trách")]
    [StringLength(DirectoryFacts.TextMaxLength, ErrorMessage = TooLong)]
    public string? CompetentFor { get; set; }
}
