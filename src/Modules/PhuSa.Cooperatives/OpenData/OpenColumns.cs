using PhuSa.Documents.Sheets;

namespace PhuSa.Cooperatives.OpenData;

/// <summary>One field of the open data: the same name in JSON, in the head of the CSV file and in the dictionary.</summary>
/// <param name="Meaning">Vietnamese, a key of the module's English table.</param>
/// <param name="NeedsConsent">Only where the cooperative agreed to have it shown.</param>
internal sealed record OpenColumn(string Name, string Meaning, bool NeedsConsent, Func<OpenCooperative, SheetCell> Value);

/// <summary>The data dictionary.</summary>
internal static class OpenColumns
{
    public static IReadOnlyList<OpenColumn> All { get; } =
    [
        new("code", "Mã trong danh bạ; không bao giờ đổi, không dùng lại", false, c => c.Code),
        new("kind", "Loại hình: cooperative (hợp tác xã), cooperativeUnion (liên hiệp), cooperativeGroup (tổ hợp tác), peoplesCreditFund (quỹ tín dụng nhân dân)", false, c => c.Kind),
        new("name", "Tên, đúng từng chữ như giấy tờ ghi", false, c => c.Name),
        new("shortName", "Tên gọi ngắn", false, c => c.ShortName),
        new("formerNames", "Các tên đã dùng trước đây, cách nhau bằng dấu chấm phẩy; mới nhất trước", false, c => Joined(c.FormerNames)),
        new("url", "Địa chỉ trang của hợp tác xã", false, c => c.Url),
        new("place", "Nơi, bằng lời của nguồn đã công bố", false, c => c.Place),
        new("placeUnit.code", "Mã đơn vị hành chính do cán bộ xác định; phải đi cùng ngày hiệu lực vì mã được dùng lại", false, c => c.PlaceUnit?.Code),
        new("placeUnit.name", "Tên đơn vị hành chính", false, c => c.PlaceUnit?.Name),
        new("placeUnit.validFrom", "Ngày đơn vị hành chính có hiệu lực (yyyy-MM-dd)", false, c => SheetCell.Of(c.PlaceUnit?.ValidFrom)),
        new("source", "Nguồn đã công bố của nơi", false, c => c.Source),
        new("marks", "Nhãn hiệu đứng tên hoặc được trao quyền dùng, cách nhau bằng dấu chấm phẩy", false, c => Joined(c.Marks)),
        new("products", "Sản phẩm nêu trong hồ sơ hợp tác xã và hồ sơ nhãn hiệu, chứng nhận đã công khai, cách nhau bằng dấu chấm phẩy", false, c => Joined(c.Products)),
        new("registrationNumber", "Số đăng ký, cũng là mã số thuế", true, c => c.RegistrationNumber),
        new("founded", "Thành lập: năm, năm-tháng hoặc năm-tháng-ngày, đúng mức nguồn cho biết", true, c => c.Founded),
        new("status", "Tình trạng: active, suspended, dissolving, dissolved, mergedInto, splitInto", true, c => c.Status),
        new("sector", "Lĩnh vực: agriculture, industry, finance, services", true, c => c.Sector),
        new("field", "Ngành nghề, bằng lời", true, c => c.Field),
        new("sizeClass", "Quy mô, do hệ thống tính theo luật: micro, small, medium, large", true, c => c.SizeClass),
        new("sizeYear", "Năm của số liệu dùng để tính quy mô", true, c => SheetCell.Of((decimal?)c.SizeYear)),
        new("rating", "Xếp loại hằng năm theo Thông tư 01/2020/TT-BKHĐT, của năm gần nhất đã xếp loại: good (tốt), fair (khá), average (trung bình), weak (yếu), notRated (không xếp loại)", true, c => c.Rating),
        new("ratingYear", "Năm được xếp loại", true, c => SheetCell.Of((decimal?)c.RatingYear)),
        new("website", "Trang web", true, c => c.Website),
        new("latitude", "Vĩ độ (WGS 84)", true, c => SheetCell.Of(c.Latitude)),
        new("longitude", "Kinh độ (WGS 84)", true, c => SheetCell.Of(c.Longitude)),
    ];
    private static SheetCell Joined(IReadOnlyList<string> words) => words.Count == 0 ? null : string.Join("; ", words);
}
