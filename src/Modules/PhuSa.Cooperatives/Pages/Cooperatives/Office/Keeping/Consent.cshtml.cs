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
    /// <summary>The cooperative has said something since.</summary>
    private bool IsOlder => Input.On < Kept.Cooperative.ConsentOn;

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

        if (IsOlder && Input.Items.Exists(item => !Kept.Cooperative.Shows(item)))
        {
            Wrong(
                "Input.On",
                "Hợp tác xã còn có ý kiến sau ngày này, mới nhất ngày {0} (các giấy đã ghi: {1}). Giấy cũ hơn không mở thêm mục nào; bỏ chọn các mục thêm, hoặc ghi giấy mới hơn.",
                VietnamTime.Written(Kept.Cooperative.ConsentOn!.Value),
                Kept.Cooperative.ConsentSource ?? "–");
        }

        return Task.CompletedTask;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        var (source, isTakenBack) = (VietnameseText.OnOneLine(Input.Source), Enum.GetValues<PublicItem>().Any(item => Kept.Cooperative.Shows(item) && !Input.Items.Contains(item)));
        if (IsOlder && isTakenBack)
        {
            // To hide is never refused; the day stays that of the last word, so that no paper from between the two opens anything.
            Kept.Cooperative.Agree(Input.Items, Kept.Cooperative.ConsentOn, Cooperative.SourceOfBoth(source!, Kept.Cooperative.ConsentSource));
            return Task.CompletedTask;
        }

        Kept.Cooperative.Agree(Input.Items, Input.On, source);
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
