using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PhuSa.Documents.Decree;

namespace PhuSa.Tests.Documents;

/// <summary>A review of two pages with everything a paper can hold, and ways to read it back.</summary>
internal static class SamplePaper
{
    public static readonly Uri Evidence = new("https://phusa.example/so-lieu/marks.holders?from=2019-01-01&to=2020-07-09");

    public static DecreePaper Review() => new()
    {
        GoverningBody = "Ủy ban nhân dân tỉnh Đồng Tháp",
        IssuingBodies = ["Sở Khoa học và Công nghệ"],
        Number = 5,
        Symbol = "BC-SKHCN",
        Place = "Cao Lãnh",
        Date = new DateOnly(2020, 7, 9),
        TypeName = "Báo cáo",
        Subject = "Kết quả phối hợp hoạt động khoa học và công nghệ trong khu vực hợp tác xã giai đoạn 2019–2020",
        Blocks = Blocks(),
        Signatures = [new DecreeSignature("KT. Giám đốc", "Phó Giám đốc", "Nguyễn Thị Minh Hạnh")],
        Recipients = ["UBND tỉnh (để báo cáo)", "Liên minh Hợp tác xã tỉnh", "Các hợp tác xã tham gia chương trình;"],
        Filing = "VT, QLCN",
    };

    /// <summary>The review with a table of its sources behind the signature, longer than a page.</summary>
    public static DecreePaper WithAppendix(int rows = 40) => Review() with
    {
        Appendices =
        [
            new DecreeAppendix("Nguồn của số liệu",
            [
                new DecreeTable(
                    Caption: null,
                    [new DecreeColumn("TT", 0.1, Ordinals: true), new DecreeColumn("Số liệu", 3), new DecreeColumn("Giá trị", Figures: true)],
                    [.. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<DecreeRun>)[$"{i}", $"Số liệu thử {i}", $"{i}.000"])]),
                new DecreeNote("Xem từng hồ sơ tại ", new DecreeRun(Evidence.AbsoluteUri, Link: Evidence)),
                new DecreeNote("Số liệu đọc lúc 08:05 ngày 13/07/2020."),
            ]),
        ],
    };

    public static DecreePaper Joint() => Review() with
    {
        GoverningBody = null,
        IssuingBodies = ["Sở Khoa học và Công nghệ", "Liên minh Hợp tác xã tỉnh"],
        Number = null,
        Symbol = "BC-SKHCN-LMHTX",
        Date = null,
        Year = 2020,
        Urgency = DecreeUrgency.Urgent,
        Signatures =
        [
            new DecreeSignature("Sở Khoa học và Công nghệ", "Giám đốc", "Trần Văn Lâm"),
            new DecreeSignature("TM. Ban Thường vụ", "Chủ tịch"),
        ],
    };

    public static byte[] Write(DecreePaper paper)
    {
        using var file = new MemoryStream();
        DecreeReport.Write(paper, file);
        return file.ToArray();
    }

    public static WordprocessingDocument Open(DecreePaper paper) => WordprocessingDocument.Open(new MemoryStream(Write(paper)), isEditable: false);

    public static IEnumerable<string> Faults(OpenXmlPackage file) =>
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(file).Concat(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file))
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");

    public static Body Body(this WordprocessingDocument file) => file.MainDocumentPart!.Document!.Body!;

    public static List<Paragraph> InStyle(this WordprocessingDocument file, string style) =>
        [.. file.Body().Descendants<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style)];

    public static string Only(this WordprocessingDocument file, string style) => Assert.Single(file.InStyle(style)).InnerText;

    private static List<DecreeBlock> Blocks() =>
    [
        new DecreeParagraph("Căn cứ chương trình phối hợp đã ký, hai cơ quan cùng xem lại công việc từ đầu năm 2019 đến ngày hội nghị. Số liệu dưới đây lấy từ hồ sơ lưu; mỗi con số dẫn đến giấy tờ làm chứng."),
        new DecreeChapter("I. Những kết quả đạt được"),
        new DecreeHeading("1. Hỗ trợ nhãn hiệu và nâng cao năng suất"),
        new DecreeParagraph(
            "Đến nay có ",
            new DecreeRun("06", Bold: true, Link: Evidence),
            " hợp tác xã được cấp quyền sử dụng nhãn hiệu chứng nhận, gồm lúa, xoài, nhãn và cây có múi; ",
            new DecreeRun("khoảng 50", Italic: true),
            " đơn vị dự các lớp tập huấn về ghi chép, truy xuất nguồn gốc và an toàn thực phẩm do hai cơ quan mở tại huyện."),
        new DecreeTable(
            "Bảng 1. Hợp tác xã được cấp quyền theo sản phẩm",
            [new DecreeColumn("TT", 0.4), new DecreeColumn("Sản phẩm", 2), new DecreeColumn("Hợp tác xã", 3), new DecreeColumn("Diện tích (ha)", 1.2, Figures: true)],
            [
                ["1", "Xoài cát", "HTX nông nghiệp Tân Thuận", new DecreeRun("125,5", Link: Evidence)],
                ["2", "Lúa chất lượng cao", "HTX dịch vụ nông nghiệp Mỹ Đông", "1.040"],
                ["3", "Nhãn", "HTX nhãn Châu Thành"],
            ]),
        new DecreeHeading("2. Kết nối cung cầu công nghệ"),
        new DecreeParagraph("Hai cơ quan tổ chức các phiên kết nối giữa viện, trường, doanh nghiệp và hợp tác xã; nội dung bám vào khâu sau thu hoạch, sấy, đóng gói và bảo quản lạnh. Kết quả từng phiên:"),
        new DecreeList(
        [
            ["Phiên tháng 3: giới thiệu thiết bị sấy dùng năng lượng mặt trời cho trái cây và thủy sản khô;"],
            ["Phiên tháng 6: quy trình canh tác lúa giảm nước, giảm giống, có đo đếm phát thải trên ruộng trình diễn;"],
            ["Phiên tháng 10: ", new DecreeRun("chưa có dữ liệu", Italic: true), " về số đơn vị ký kết sau phiên."],
        ]),
        new DecreeChapter("II. Khó khăn và nguyên nhân"),
        new DecreeParagraph("Nhiều hợp tác xã thiếu cán bộ ghi chép nên hồ sơ xin hỗ trợ phải bổ sung nhiều lần. Kinh phí đối ứng của đơn vị thấp, trong khi máy móc cần vốn một lần. Dịch bệnh đầu năm làm lùi hai đợt tập huấn và một chuyến học tập ngoài tỉnh."),
        new DecreeParagraph("Việc theo dõi sau khi cấp quyền sử dụng nhãn hiệu chưa đều: có nơi dùng nhãn khi chưa báo số lượng tem, có nơi đủ điều kiện nhưng chưa dùng. Nguyên nhân chính là chưa có nơi nhận báo cáo chung giữa hai cơ quan."),
        new DecreeChapter("III. Nhiệm vụ sáu tháng cuối năm"),
        new DecreeParagraph("Tiếp tục nhận và trả lời đơn đề nghị hỗ trợ trong thời hạn; với đơn chưa đủ điều kiện, nêu rõ tiêu chí nào chưa đạt và cách bổ sung. Tổ chức thêm một phiên kết nối về chế biến; rà soát danh sách đơn vị được cấp quyền để tem nhãn lưu thông đúng chủ."),
        new DecreeParagraph("Giao phòng chuyên môn của hai cơ quan lập danh mục nhu cầu công nghệ của từng hợp tác xã, chọn việc làm được ngay bằng nguồn lực tại chỗ, việc nào vượt khả năng thì đề xuất nhiệm vụ cấp tỉnh."),
        new DecreeParagraph("Trên đây là kết quả phối hợp và nhiệm vụ thời gian tới của hai cơ quan."),
    ];
}
