using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PhuSa.Marks.Checking;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Assets;

namespace PhuSa.Marks.Statements;

/// <summary>
/// What the inspector's page says of each verdict. Nothing in it says that a right is in force: a phone without network knows what was signed, and what
/// the list of a certain moment has against it.
/// </summary>
internal sealed class OfflineWords(ISites sites, AssetFiles assets, Texts text)
{
    /// <summary>A list older than this is warned of.</summary>
    public const int FreshDays = 3;

    public async Task<OfflineSheet> OfAsync(bool english, HttpContext context, CancellationToken cancellationToken)
    {
        var frame = await sites.OfThemeAsync(SiteThemes.Department, context, cancellationToken);
        return new OfflineSheet
        {
            Title = text["Kiểm tra nhãn khi mất mạng"],
            House = frame.FullName,
            Intro = text["Dành cho người đi kiểm tra. Mở trang này một lần khi có mạng để máy lấy khoá và danh sách; sau đó mất mạng vẫn kiểm tra được mã QR có phần ký số."],
            NoScript = text["Trang này cần JavaScript để kiểm tra chữ ký trên máy. Không bật được thì hãy kiểm tra trên mạng bằng mã in dưới hình QR."],
            Label = text["Nội dung hình QR"],
            Button = text["Kiểm tra"],
            Camera = text["Quét bằng máy ảnh"],
            Stop = text["Dừng quét"],
            Photo = text["Chọn ảnh chụp hình QR"],
            NoReader = text["Trình duyệt này không tự đọc được hình QR. Hãy quét bằng ứng dụng máy ảnh rồi mở địa chỉ đọc được, hoặc chép và dán vào ô dưới."],
            Answer = text["Kết quả kiểm tra"],
            Settings = JsonSerializer.Serialize(new { OfflineEndpoints.Data, Worker = OfflineEndpoints.WorkerOf(english), Check = english ? CheckAddress.English : CheckAddress.Home, Days = FreshDays, Words = Words() }, PageJson.Options),
            Canonical = frame.Address + (english ? OfflineEndpoints.EnglishPage : OfflineEndpoints.Page),
            Script = assets.Path("offline.mjs"),
            Links =
            [
                new(text["Kiểm tra trên mạng bằng mã in trên nhãn"], english ? CheckAddress.English : CheckAddress.Home),
                .. english ? [new SiteLink("Tiếng Việt", OfflineEndpoints.Page)] : Texts.InEnglish ? Array.Empty<SiteLink>() : [new SiteLink("English", OfflineEndpoints.EnglishPage)],
            ],
        };
    }

    private Dictionary<string, object> Words() => new()
    {
        ["verdicts"] = Verdicts(),
        ["lines"] = new Dictionary<string, string>
        {
            ["product"] = text["Sản phẩm"],
            ["holder"] = text["Đơn vị"],
            ["mark"] = text["Nhãn hiệu"],
            ["batch"] = text["Đợt tem"],
            ["from"] = text["Được dùng từ ngày"],
            ["to"] = text["Đến hết ngày"],
            ["code"] = text["Mã"],
            ["signed"] = text["Ký lúc"],
        },
        ["noData"] = text["chưa có dữ liệu"],
        ["copied"] = text["Mã thật chép sang bao bì khác vẫn là mã thật: so sản phẩm, đơn vị dưới đây với hàng trước mặt."],
        ["asOf"] = text["Theo dữ liệu lúc {0}, cách đây {1}."],
        ["stale"] = text["Dữ liệu trên máy đã cũ {0}: việc tạm dừng, thu hồi sau đó không có trong máy. Có mạng thì mở lại trang này."],
        ["clock"] = text["Đồng hồ của máy chạy chậm hơn dữ liệu: hãy chỉnh giờ. Thời hạn được tính theo ngày của dữ liệu."],
        ["empty"] = text["Máy này chưa có dữ liệu: hãy mở trang này khi có mạng."],
        ["unread"] = text["Không thấy hình QR trong ảnh. Hãy chụp gần hơn, đủ sáng, hình QR nằm trọn trong ảnh."],
        ["noCamera"] = text["Không mở được máy ảnh. Hãy cho phép trang này dùng máy ảnh, chọn ảnh, hoặc dán nội dung hình QR."],
        ["online"] = text["Kiểm tra mã này trên mạng"],
        ["moment"] = text["{0} ngày {1}"],
        ["soon"] = text["chưa đến một giờ"],
        ["hours"] = text["{0} giờ"],
        ["days"] = text["{0} ngày"],
    };

    /// <summary>Ground, word and sentence of each.</summary>
    private Dictionary<string, string[]> Verdicts() => new()
    {
        ["genuine"] = ["on", text["Mã thật"], text["Cơ quan quản lý nhãn hiệu đã ký mã này. Danh sách lúc {0} không ghi việc tạm dừng hay thu hồi nào."]],
        ["suspended"] = ["pause", text["Mã thật, quyền đang tạm dừng"], text["Danh sách lúc {0} ghi quyền này bị tạm dừng từ {1}."]],
        ["revoked"] = ["off", text["Mã thật, quyền đã thu hồi"], text["Danh sách lúc {0} ghi quyền này bị thu hồi từ {1}."]],
        ["givenUp"] = ["end", text["Mã thật, quyền đã trả lại"], text["Danh sách lúc {0} ghi đơn vị đã trả lại quyền này từ {1}."]],
        ["withdrawn"] = ["off", text["Mã thật, đợt tem đã rút khỏi sổ"], text["Danh sách lúc {0} ghi đợt tem mang mã này không được dùng từ {1}."]],
        ["over"] = ["end", text["Mã thật, đã hết thời hạn"], text["Thời hạn trong mã đã qua. Danh sách lúc {0} không ghi gia hạn."]],
        ["corrected"] = ["end", text["Mã thật, đã hết thời hạn"], text["Danh sách lúc {0} ghi thời hạn của quyền này đã được sửa: đến hết ngày {1}."]],
        ["notYet"] = ["ask", text["Mã thật, chưa đến ngày được dùng"], text["Danh sách lúc {0} không ghi việc tạm dừng hay thu hồi nào; ngày được dùng còn ở phía trước."]],
        ["altered"] = ["off", text["Mã giả hoặc bị sửa"], text["Chữ ký không khớp với nội dung: cơ quan quản lý nhãn hiệu không ký nội dung này."]],
        ["moved"] = ["off", text["Mã bị ghép"], text["Phần ký là của một nhãn khác: địa chỉ trong hình QR không khớp với phần ký."]],
        ["outOfTime"] = ["off", text["Mã giả hoặc bị sửa"], text["Mã ghi là ký vào lúc khoá ấy không còn hoặc chưa được dùng để ký."]],
        ["foreign"] = ["off", text["Không do cơ quan này ký"], text["Mã ký bằng khoá lạ, hoặc dẫn tới nơi khác. Mã tự ghi nơi phát hành: {2}."]],
        ["newer"] = ["ask", text["Chưa kiểm tra được"], text["Mã ghi là ký sau lúc máy này lấy dữ liệu, bằng khoá máy chưa có. Có thể là mã mới, có thể là mã giả: kiểm tra trên mạng."]],
        ["compromised"] = ["pause", text["Khoá ký đã bị lộ"], text["Ai cũng có thể đã ký mã này, nên chữ ký không chứng tỏ gì, dù ghi là ký lúc nào. Kiểm tra trên mạng."]],
        ["address"] = ["ask", text["Mã chỉ có địa chỉ"], text["Mã này không có phần ký nên khi mất mạng không biết thật hay giả. Kiểm tra trên mạng."]],
        ["none"] = ["none", text["Không phải mã kiểm tra nhãn"], text["Nội dung này không phải địa chỉ kiểm tra nhãn, cũng không có phần ký."]],
        ["empty"] = ["ask", text["Chưa kiểm tra được"], text["Máy này chưa có khoá và danh sách. Mở trang này một lần khi có mạng."]],
        ["cannot"] = ["ask", text["Chưa kiểm tra được"], text["Trình duyệt này không kiểm tra được chữ ký. Kiểm tra trên mạng bằng mã in dưới hình QR."]],
    };
}
