using System.IO.Compression;
using System.Text;
using PhuSa.Documents.Decree;
using PhuSa.Documents.Packaging;
using PhuSa.Documents.Templates;

namespace PhuSa.Tests.Documents;

/// <summary>Word templates as strangers send them.</summary>
public sealed class WordTemplateTests
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/header9.XML")]
    [InlineData("word/_rels/footnotes.xml.rels")]
    [InlineData("word/text.bin")]
    public void Tables_nested_by_thousands_are_refused_before_anything_reads_them(string part)
    {
        var file = WithPart(part, Nested(30_000));

        Assert.Throws<ExcessiveTemplateException>(() => WordTemplate.Places(file));
        Assert.Throws<ExcessiveTemplateException>(() => WordTemplate.Fill(file, new Dictionary<string, string>()));
    }

    [Fact]
    public void Tables_as_people_nest_them_are_taken() => Assert.Empty(WordTemplate.Places(WithPart("word/document.xml", Nested(50))));

    [Fact]
    public void Too_many_letters_in_all_parts_together_and_too_many_parts_are_refused()
    {
        var letters = new string('a', 7_000_000);
        var long1 = WithParts([.. Enumerable.Range(1, 3).Select(i => ($"word/header{i}0.xml", $"<h>{letters}</h>"))]);
        var many = WithParts([.. Enumerable.Range(0, PackageLimits.Parts).Select(i => ($"word/part{i}.xml", "<p/>"))]);

        Assert.Throws<ExcessiveTemplateException>(() => WordTemplate.Places(long1));
        Assert.Throws<ExcessiveTemplateException>(() => WordTemplate.Places(many));
        Assert.Throws<ExcessiveTemplateException>(() => WordTemplate.Places(WithPart("word/document.xml/[0].piece", "<p/>")));
    }

    [Fact]
    public void A_document_type_is_refused_and_a_picture_is_no_fault()
    {
        Assert.Throws<UnreadableTemplateException>(() => WordTemplate.Places(WithPart("word/header9.xml", "<!DOCTYPE h [<!ENTITY a 'b'>]><h>&a;</h>")));
        Assert.Empty(WordTemplate.Places(WithPart("word/media/anh.png", "\u0089PNG < no xml")));
    }

    [Fact]
    public void Characters_that_word_cannot_carry_are_left_out_of_what_is_filled_in()
    {
        var filled = WordTemplate.Fill(Word("{{trich_yeu}}"), new Dictionary<string, string> { ["trich_yeu"] = "Phối\u0001 hợp\u000B\r\nhai\uD800 bên" });

        using var archive = new ZipArchive(new MemoryStream(filled));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var text = reader.ReadToEnd();
        Assert.Contains(">Phối hợp<", text, StringComparison.Ordinal);
        Assert.Contains(">hai bên<", text, StringComparison.Ordinal);
    }

    internal static byte[] WithPart(string name, string content) => WithParts([(name, content)]);

    internal static string Nested(int depth) =>
        $"<w:document xmlns:w=\"{Namespace}\"><w:body>{string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", depth))}<w:p/>{string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", depth))}</w:body></w:document>";

    private static byte[] WithParts(IReadOnlyList<(string Name, string Content)> parts)
    {
        var file = new MemoryStream();
        file.Write(Word("Không có chỗ nào"));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                archive.GetEntry(name)?.Delete();
                using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }

        return file.ToArray();
    }

    private static byte[] Word(string text)
    {
        var file = new MemoryStream();
        DecreeReport.Write(new() { IssuingBodies = ["Sở"], Symbol = "GGT-SKHCN", Place = "Nơi ký", TypeName = "Giấy giới thiệu", Subject = "Mẫu", Blocks = [new DecreeParagraph(text)] }, file);
        return file.ToArray();
    }
}
