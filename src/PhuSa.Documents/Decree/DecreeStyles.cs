using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PhuSa.Documents.Decree;

/// <summary>The components of Phụ lục I (Nghị định 30/2020/NĐ-CP) as Word styles: a clerk who edits the file finds each by its name.</summary>
internal static class DecreeStyles
{
    public const string Body = "ThanBai";
    public const string ListItem = "GachDauDong";
    public const string Chapter = "Heading1";
    public const string Heading = "Heading2";
    public const string NationalTitle = "QuocHieu";
    public const string Motto = "TieuNgu";
    public const string GoverningBody = "CoQuanChuQuan";
    public const string IssuingBody = "CoQuanBanHanh";
    public const string NumberLine = "SoKyHieu";
    public const string DateLine = "DiaDanhNgayThang";
    public const string Urgency = "MucDoKhan";
    public const string TypeName = "Title";
    public const string Subject = "TrichYeu";
    public const string LetterSubject = "TrichYeuCongVan";
    public const string Addressee = "KinhGui";
    public const string AddresseeLine = "KinhGuiDong";
    public const string Order = "LoiQuyetDinh";
    public const string Rule = "DuongKe";
    public const string Caption = "Caption";
    public const string TableHead = "DauBang";
    public const string TableText = "TrongBang";
    public const string Signature = "QuyenHanChucVu";
    public const string SignerName = "HoTenNguoiKy";
    public const string RecipientsHeading = "NoiNhan";
    public const string Recipient = "NoiNhanDong";
    public const string Appendix = "PhuLuc";
    public const string AppendixTitle = "TenPhuLuc";
    public const string AttachedTo = "KemTheo";
    public const string Note = "GhiChu";
    public const string PageHeader = "Header";
    public const string Link = "Hyperlink";
    public const string Grid = "TableGrid";

    /// <summary>First-line indent, 1.27 cm in twips.</summary>
    public const int Indent = 720;

    /// <summary>Six points between paragraphs, in twips.</summary>
    public const int Gap = 120;

    private const string Font = "Times New Roman";
    private const string Language = "vi-VN";

    // Single is 240; the decree allows single to one and a half.
    private const string LineSpacing = "264";

    // Styles that Word itself knows by these names.
    private static readonly string[] WordsOwn = [Chapter, Heading, TypeName, Caption, PageHeader];

    public static Styles Sheet() => new(
        Defaults(),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }) { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
        NormalTable(),
        GridTable(),
        Paragraph(Body, "Thân bài", 14, JustificationValues.Both, before: Gap, firstLine: Indent, spread: true),
        Paragraph(ListItem, "Gạch đầu dòng", 14, JustificationValues.Both, before: Gap, firstLine: Indent, spread: true, numbered: true),
        Paragraph(Chapter, "heading 1", 14, JustificationValues.Both, bold: true, before: 2 * Gap, firstLine: Indent, spread: true, outline: 0, next: Body),
        Paragraph(Heading, "heading 2", 14, JustificationValues.Both, bold: true, before: Gap, firstLine: Indent, spread: true, outline: 1, next: Body),
        Paragraph(NationalTitle, "Quốc hiệu", 13, JustificationValues.Center, bold: true, next: Motto),
        Paragraph(Motto, "Tiêu ngữ", 14, JustificationValues.Center, bold: true),
        Paragraph(GoverningBody, "Cơ quan chủ quản", 13, JustificationValues.Center, next: IssuingBody),
        Paragraph(IssuingBody, "Cơ quan ban hành", 13, JustificationValues.Center, bold: true),
        Paragraph(NumberLine, "Số và ký hiệu", 13, JustificationValues.Center, before: Gap),
        Paragraph(DateLine, "Địa danh và ngày tháng", 14, JustificationValues.Center, italic: true, before: Gap),
        Paragraph(Urgency, "Mức độ khẩn", 13, JustificationValues.Center, bold: true, before: Gap),
        Paragraph(TypeName, "Title", 14, JustificationValues.Center, bold: true, before: 3 * Gap, keepNext: true, next: Subject),
        Paragraph(Subject, "Trích yếu", 14, JustificationValues.Center, bold: true, keepNext: true, next: Body),
        Paragraph(LetterSubject, "Trích yếu công văn", 12, JustificationValues.Center, before: Gap),
        Paragraph(Addressee, "Kính gửi", 14, JustificationValues.Center, before: 3 * Gap, after: Gap, keepNext: true, next: Body),
        Paragraph(AddresseeLine, "Kính gửi (dòng)", 14, JustificationValues.Left, firstLine: 4 * Indent, keepNext: true),
        Paragraph(Order, "Lời quyết định", 14, JustificationValues.Center, bold: true, before: 2 * Gap, after: Gap, keepNext: true, next: Body),
        RuleStyle(),
        Paragraph(Caption, "caption", 14, JustificationValues.Center, bold: true, before: 2 * Gap, after: Gap, keepNext: true),
        Paragraph(TableHead, "Đầu bảng", 13, JustificationValues.Center, bold: true, before: Gap / 2, after: Gap / 2, keepNext: true),
        Paragraph(TableText, "Trong bảng", 13, JustificationValues.Left, before: Gap / 4, after: Gap / 4),
        Paragraph(Signature, "Quyền hạn và chức vụ", 14, JustificationValues.Center, bold: true, keepNext: true),
        Paragraph(SignerName, "Họ tên người ký", 14, JustificationValues.Center, bold: true, before: 80 * 20),
        Paragraph(RecipientsHeading, "Nơi nhận", 12, JustificationValues.Left, bold: true, italic: true, keepNext: true, next: Recipient),
        Paragraph(Recipient, "Nơi nhận (dòng)", 11, JustificationValues.Left),
        Paragraph(Appendix, "Phụ lục", 14, JustificationValues.Center, bold: true, outline: 0, next: AppendixTitle),
        Paragraph(AppendixTitle, "Tên phụ lục", 14, JustificationValues.Center, bold: true, keepNext: true, next: AttachedTo),
        Paragraph(AttachedTo, "Kèm theo văn bản", 14, JustificationValues.Center, italic: true, keepNext: true),
        Paragraph(Note, "Ghi chú", 11, JustificationValues.Left, before: Gap / 2),
        Paragraph(PageHeader, "header", 14, JustificationValues.Center),
        LinkStyle());

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
            new Color { Val = "000000" },
            new FontSize { Val = "28" },
            new FontSizeComplexScript { Val = "28" },
            new Languages { Val = Language, EastAsia = Language, Bidi = "ar-SA" })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
            new WidowControl(),
            new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto })));

    private static Style Paragraph(
        string id,
        string name,
        int size,
        JustificationValues justification,
        bool bold = false,
        bool italic = false,
        int before = 0,
        int after = 0,
        int firstLine = 0,
        bool spread = false,
        bool keepNext = false,
        bool numbered = false,
        int? outline = null,
        string? next = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext || outline is not null)
        {
            paragraph.Append(new KeepNext());
        }

        if (numbered)
        {
            paragraph.Append(new NumberingProperties(new NumberingId { Val = 1 }));
        }

        paragraph.Append(new SpacingBetweenLines
        {
            Before = Twips(before),
            After = Twips(after),
            Line = spread ? LineSpacing : "240",
            LineRule = LineSpacingRuleValues.Auto,
        });
        if (firstLine > 0)
        {
            paragraph.Append(new Indentation { FirstLine = Twips(firstLine) });
        }

        paragraph.Append(new Justification { Val = justification });
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" });
        if (next is not null)
        {
            style.Append(new NextParagraphStyle { Val = next });
        }

        style.Append(new PrimaryStyle(), paragraph, Letters(size, bold, italic));
        style.Type = StyleValues.Paragraph;
        style.StyleId = id;
        if (!WordsOwn.Contains(id, StringComparer.Ordinal))
        {
            style.CustomStyle = true;
        }

        return style;
    }

    private static StyleRunProperties Letters(int size, bool bold, bool italic)
    {
        var letters = new StyleRunProperties();
        if (bold)
        {
            letters.Append(new Bold(), new BoldComplexScript());
        }

        if (italic)
        {
            letters.Append(new Italic(), new ItalicComplexScript());
        }

        letters.Append(new FontSize { Val = Twips(size * 2) }, new FontSizeComplexScript { Val = Twips(size * 2) });
        return letters;
    }

    // An empty line of four points whose upper border is the rule: a border survives every word processor, a drawn line does not.
    private static Style RuleStyle() => new(
        new StyleName { Val = "Đường kẻ" },
        new BasedOn { Val = "Normal" },
        new StyleParagraphProperties(
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" }),
            new SpacingBetweenLines { Before = "40", After = "0", Line = "80", LineRule = LineSpacingRuleValues.Exact },
            new Justification { Val = JustificationValues.Center }),
        new StyleRunProperties(new FontSize { Val = "8" }, new FontSizeComplexScript { Val = "8" }))
    {
        Type = StyleValues.Paragraph,
        StyleId = Rule,
        CustomStyle = true,
    };

    // Papers are black; the dots tell a reader on the screen that the figure leads to its evidence.
    private static Style LinkStyle() => new(
        new StyleName { Val = "Hyperlink" },
        new BasedOn { Val = "DefaultParagraphFont" },
        new UIPriority { Val = 99 },
        new StyleRunProperties(new Color { Val = "000000" }, new Underline { Val = UnderlineValues.Dotted, Color = "808080" }))
    {
        Type = StyleValues.Character,
        StyleId = Link,
    };

    private static Style NormalTable() => new(
        new StyleName { Val = "Normal Table" },
        new UIPriority { Val = 99 },
        new SemiHidden(),
        new UnhideWhenUsed(),
        new StyleTableProperties(
            new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
            new TableCellMarginDefault(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table,
        StyleId = "TableNormal",
        Default = true,
    };

    private static Style GridTable() => new(
        new StyleName { Val = "Table Grid" },
        new BasedOn { Val = "TableNormal" },
        new StyleTableProperties(
            new TableBorders(
                Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(),
                Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table,
        StyleId = Grid,
    };

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    private static string Twips(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
