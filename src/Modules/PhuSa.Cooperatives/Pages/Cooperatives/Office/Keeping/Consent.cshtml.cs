using System.ComponentModel.DataAnnotations;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>What a cooperative agrees to have shown to everybody, field by field (Law 91/2025/QH15: nothing by default).</summary>
internal sealed class ConsentModel(RegistryDesk desk, Texts text) : FileEditing<ConsentInput>(desk, text)
{
    protected override ConsentInput Stored() => new()
    {
        Items = [.. Enum.GetValues<PublicItem>().Where(Kept.Cooperative.Shows)],
        On = Kept.Cooperative.ConsentOn,
        Source = Kept.Cooperative.ConsentSource,
    };

    protected override IEnumerable<(string Label, string? Words)> Told(ConsentInput input) =>
    [
        .. Enum.GetValues<PublicItem>().Select(item => (RegistryWords.Of(item), (string?)(input.Items.Contains(item) ? "được công khai" : "không công khai"))),
        ("Ngày đồng ý", input.On is { } day ? VietnamTime.Written(day) : null),
        ("Theo giấy tờ, nguồn", VietnameseText.OnOneLine(input.Source)),
    ];

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.Items.Exists(item => !Enum.IsDefined(item)))
        {
            Wrong("Input.Items", "Chọn các mục trong danh sách");
        }

        if (Input.On > Desk.Today)
        {
            Wrong("Input.On", "Ngày đồng ý không thể sau hôm nay");
        }

        return Task.CompletedTask;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        Kept.Cooperative.Agree(Input.Items, Input.On, VietnameseText.OnOneLine(Input.Source));
        return Task.CompletedTask;
    }
}

internal sealed class ConsentInput
{
    [Display(Name = "Các mục được công khai")]
    public List<PublicItem> Items { get; set; } = [];

    [Display(Name = "Ngày đồng ý")]
    [Required(ErrorMessage = "Nhập ngày hợp tác xã đồng ý hoặc rút đồng ý")]
    public DateOnly? On { get; set; }

    [Display(Name = "Theo giấy tờ, nguồn")]
    [Required(ErrorMessage = "Ghi phiếu, đơn hoặc tin nhắn đã nói điều này")]
    [StringLength(Cooperative.SourceMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Source { get; set; }
}
