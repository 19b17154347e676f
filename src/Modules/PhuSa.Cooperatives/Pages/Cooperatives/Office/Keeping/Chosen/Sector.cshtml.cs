using System.ComponentModel.DataAnnotations;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Office.Chosen;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Chosen;

/// <summary>Sector and field of the chosen cooperatives.</summary>
internal sealed class SectorModel(ChosenDesk desk, Texts text) : ChosenEditing<SectorInput>(desk, text)
{
    protected override string Why => VietnameseText.OnOneLine(Input.Why)!;

    protected override void Check()
    {
        if (Input.Sector is null && VietnameseText.OnOneLine(Input.Field) is null)
        {
            Wrong("Input.Sector", "Chọn lĩnh vực hoặc ghi ngành nghề; mục để trống thì giữ nguyên ở từng hồ sơ");
        }
    }

    protected override void Change(CooperativeFile file)
    {
        var cooperative = file.Cooperative;
        cooperative.Sort(Input.Sector ?? cooperative.Sector, VietnameseText.OnOneLine(Input.Field) ?? cooperative.Field);
        cooperative.Classify(file.Years, Registry.Today, file.Scale);
    }
}

internal sealed class SectorInput
{
    [Display(Name = "Lĩnh vực")]
    [EnumDataType(typeof(CooperativeSector), ErrorMessage = "Chọn một lĩnh vực trong danh sách")]
    public CooperativeSector? Sector { get; set; }

    [Display(Name = "Ngành nghề")]
    [StringLength(Cooperative.FieldMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Field { get; set; }

    [Display(Name = "Lý do, giấy tờ")]
    [Required(ErrorMessage = "Ghi lý do hoặc giấy tờ làm căn cứ")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Why { get; set; }
}
