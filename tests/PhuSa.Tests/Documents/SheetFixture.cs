using System.IO.Compression;
using PhuSa.Documents.Sheets;

namespace PhuSa.Tests.Documents;

/// <summary>An .xlsx file put together part by part, as strange as a test needs it.</summary>
internal static class SheetFixture
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>One sheet named "Trang 1" from what stands inside sheetData, sst and styleSheet.</summary>
    public static MemoryStream Xlsx(string rows, string texts = "", string styles = "", string workbook = "") => Zip(
        ("_rels/.rels", $"""<Relationships xmlns="{Package}"><Relationship Id="a" Type="{Office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{workbook}<sheets><sheet name="Ẩn" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/worksheet" Target="../xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="{Office}/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><dimension ref="A1"/><sheetData>{rows}</sheetData><hyperlinks><hyperlink ref="A1"/></hyperlinks></worksheet>"""),
        ("xl/worksheets/sheet2.xml", $"""<worksheet xmlns="{Main}"><sheetData><row><c t="inlineStr"><is><t>trang ẩn</t></is></c></row></sheetData></worksheet>"""),
        ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{texts}</sst>"""),
        ("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>"""));

    public static MemoryStream Zip(params (string Path, string Text)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(text);
            }
        }

        file.Position = 0;
        return file;
    }

    /// <summary>Cells of the one row that the sheet holds.</summary>
    public static IReadOnlyList<string> Row(string cells, string texts = "", string styles = "", string workbook = "") =>
        Assert.Single(SheetReader.Read(Xlsx($"<row>{cells}</row>", texts, styles, workbook))).Cells;

    public static UnreadableSheetException Refused(Stream file, string? sheetName = null, SheetLimits? limits = null) =>
        Assert.Throws<UnreadableSheetException>(() => SheetReader.Read(file, sheetName, limits).Count());
}
