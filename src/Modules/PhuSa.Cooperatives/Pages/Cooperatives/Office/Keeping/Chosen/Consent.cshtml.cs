using System.ComponentModel.DataAnnotations;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Office.Chosen;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Chosen;

/// <summary>
/// What the chosen cooperatives agreed to have shown, by one source. It adds: what one of them takes back is recorded in its own file.
/// </summary>
internal sealed class ConsentModel(ChosenDesk desk, Texts text) : ChosenEditing<ChosenConsentInput>(desk, text)
{
    protected override string Why => VietnameseText.OnOneLine(Input.Source)!;

    protected override void Check()
    {
        if (Input.Items.Count == 0 || Input.Items.Exists(item => !Enum.IsDefined(item)))
        {
            Wrong("Input.Items", "Chọn các mục trong danh sách");
        }

        if (Input.On > Registry.Today)
        {
            Wrong("Input.On", "Ngày đồng ý không thể sau hôm nay");
        }
    }

    protected override void Change(CooperativeFile file) => file.Cooperative.AgreeAlso(Input.Items, Input.On!.Value, VietnameseText.OnOneLine(Input.Source)!);
}

internal sealed class ChosenConsentInput
{
    [Display(Name = "Các mục được công khai")]
    public List<PublicItem> Items { get; set; } = [];

    [Display(Name = "Ngày đồng ý")]
    [Required(ErrorMessage = "Nhập ngày các hợp tác xã đồng ý")]
    [Range(typeof(DateOnly), RecordDays.First, RecordDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = RecordDays.Outside)]
    public DateOnly? On { get; set; }

    [Display(Name = "Theo giấy tờ, nguồn")]
    [Required(ErrorMessage = "Ghi phiếu, đơn hoặc tin nhắn đã nói điều này")]
    [StringLength(Cooperative.SourceMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Source { get; set; }
}
