using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PhuSa.Documents.Decree;

/// <summary>The sheet of paper and what lies around the text: A4, margins 20–20–30–20 mm, the page number in the top margin.</summary>
internal static class DecreePage
{
    /// <summary>Width of the text in twips: A4 less 30 mm on the left and 20 mm on the right.</summary>
    public const int TextWidth = Width - Left - Right;

    public const string HeaderId = "rId4";

    private const int Width = 11906;
    private const int Height = 16838;
    private const int Left = 1701;
    private const int Right = 1134;
    private const int TopAndBottom = 1134;

    // 10 mm from the edge leaves the page number in the middle of the top margin.
    private const int HeaderDistance = 510;

    /// <summary>
    /// The last line of a part of the paper, one point high: after it comes the next part on a new page, or the end. A document cannot end with a table.
    /// </summary>
    public static Paragraph LastLine(bool isEnd)
    {
        var line = new ParagraphProperties(
            new ParagraphStyleId { Val = DecreeStyles.Recipient },
            new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact });
        if (!isEnd)
        {
            line.Append(Section());
        }

        return new Paragraph(line);
    }

    /// <summary>Numbers begin at 1 in every part and its first page shows none: that page has its own, empty header.</summary>
    public static SectionProperties Section() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderId },
        new PageSize { Width = Width, Height = Height },
        new PageMargin
        {
            Top = TopAndBottom,
            Bottom = TopAndBottom,
            Left = Left,
            Right = Right,
            Header = HeaderDistance,
            Footer = HeaderDistance,
            Gutter = 0,
        },
        new PageNumberType { Start = 1 },
        new TitlePage());

    public static Header PageNumber() => new(
        new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = DecreeStyles.PageHeader }),
            new SimpleField(new Run(new RunProperties(new NoProof()), new Text("2"))) { Instruction = "PAGE" }));

    public static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = DecreeStyles.Indent },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = "vi-VN" },
        new DecimalSymbol { Val = "," },
        new ListSeparator { Val = ";" });

    public static Numbering Dashes() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelSuffix { Val = LevelSuffixValues.Space },
                new LevelText { Val = "-" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "0", FirstLine = "720" }))
            {
                LevelIndex = 0,
            })
        {
            AbstractNumberId = 0,
        },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });

    /// <summary>Tells a machine without Times New Roman what to put in its place.</summary>
    public static Fonts Fonts() => new(
        new Font(
            new Panose1Number { Val = "02020603050405020304" },
            new FontCharSet { Val = "A3" },
            new FontFamily { Val = FontFamilyValues.Roman },
            new Pitch { Val = FontPitchValues.Variable })
        {
            Name = "Times New Roman",
        });
}
