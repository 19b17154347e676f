using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PhuSa.Tests.Documents;

namespace PhuSa.Tests.Programmes;

/// <summary>The words of a review's paper.</summary>
internal static class PaperText
{
    public static async Task<string> OfAsync(App app, string slug)
    {
        using var file = await OpenAsync(app, slug);
        return string.Join('\n', file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText));
    }

    public static async Task<WordprocessingDocument> OpenAsync(App app, string slug)
    {
        var bytes = await app.Visit().Http.GetByteArrayAsync(new Uri($"/bao-cao/{slug}.docx", UriKind.Relative));
        return WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
    }
}

public sealed class ReviewPaperTests(ProgrammesApp app) : IClassFixture<ProgrammesApp>
{
    [Fact]
    public async Task Point_25_the_paper_is_a_valid_Word_file_with_the_heads_and_ends_of_the_decree()
    {
        using var file = await PaperText.OpenAsync(app, ProgrammesApp.Open);
        var text = await PaperText.OfAsync(app, ProgrammesApp.Open);

        Assert.Empty(SamplePaper.Faults(file));
        Assert.All(
            ["ỦY BAN THỬ", "SỞ THỬ", "Số:      /BC-ST", "BÁO CÁO", "Sơ kết thử", "I. KẾT QUẢ THỬ", "1. Lĩnh vực thử", "Phụ lục\nNGUỒN CỦA SỐ LIỆU\n(Kèm theo Báo cáo số …/BC-ST", "- Hội Thử;", "- Lưu: VT.", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.EndsWith("được ghi tại Phụ lục kèm theo./.", text.Split("Nơi nhận:")[0].TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith("chưa chốt./.", text.TrimEnd(), StringComparison.Ordinal);
        Assert.True(text.IndexOf("PHÓ GIÁM ĐỐC", StringComparison.Ordinal) < text.IndexOf("Phụ lục\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_figure_of_the_paper_is_that_of_the_page_and_leads_to_its_evidence()
    {
        using var file = await PaperText.OpenAsync(app, ProgrammesApp.Open);
        var page = await app.Visit().OpenAsync($"/bao-cao/{ProgrammesApp.Open}");

        var main = file.MainDocumentPart!;
        var targets = main.HyperlinkRelationships.ToDictionary(r => r.Id, r => r.Uri);
        var links = main.Document!.Body!.Descendants<Hyperlink>().Select(h => (Words: h.InnerText, Target: targets[h.Id!.Value!])).ToList();
        var onPage = page.Page.QuerySelectorAll("article .ps-prose a.ps-fig").Select(a => (a.TextContent.Trim(), a.GetAttribute("href")!)).ToList();

        Assert.NotEmpty(onPage);
        Assert.All(onPage, figure => Assert.Contains(links, link => link.Words == figure.Item1 && link.Target.AbsolutePath == figure.Item2));
        Assert.All(links, link => Assert.True(link.Target.IsAbsoluteUri));
    }

    [Fact]
    public async Task The_paper_lists_records_verdicts_and_the_plan()
    {
        var text = await PaperText.OfAsync(app, ProgrammesApp.Open);

        Assert.All(
            ["Hợp tác xã Một; Hợp tác xã Hai; Hợp tác xã Ba", "Cần hoàn chỉnh", "Làm tiếp việc bỏ dở", "Đã đề ra; chuyển từ 2019", "chỉ tiêu 04 buổi; thực hiện: chưa có dữ liệu", "Kỳ số liệu: giai đoạn thử, tính đến 9/7/2020; cách tính kỳ: theo giai đoạn của chương trình."],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Giấu", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_appendix_names_every_figure_with_its_records_and_no_code_stands_in_the_way()
    {
        using var file = await PaperText.OpenAsync(app, ProgrammesApp.Open);
        var text = await PaperText.OfAsync(app, ProgrammesApp.Open);
        var sources = file.MainDocumentPart!.Document!.Body!.Elements<Table>().Last();
        var rows = sources.Elements<TableRow>().Skip(1).Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToList()).ToList();

        Assert.Contains(rows, row => row[1..] is ["Hợp tác xã thử được trao quyền", "06 hợp tác xã", "Tính từ hồ sơ", "06"]);
        Assert.All(rows, row => Assert.Equal(5, row.Count));
        Assert.All(sources.Elements<TableRow>().Skip(1), row => Assert.Single(row.Descendants<Hyperlink>()));
        Assert.DoesNotContain("test.granted", text, StringComparison.Ordinal);
        Assert.Contains($"/bao-cao/{ProgrammesApp.Open}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frozen_paper_carries_its_digest_whole_below_the_table()
    {
        await app.AddReviewAsync("thu-giay-chot");
        var frozen = await app.FreezeAsync("thu-giay-chot");
        using var file = await PaperText.OpenAsync(app, "thu-giay-chot");
        var notes = file.MainDocumentPart!.Document!.Body!.Elements<Table>().Last().ElementsAfter().OfType<Paragraph>().Select(line => line.InnerText).ToList();

        Assert.Contains(frozen.Sha256, notes);
        Assert.Contains(notes, note => note.StartsWith("Số liệu chốt lúc ", StringComparison.Ordinal) && note.EndsWith("./.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_paper_is_Vietnamese_for_a_reader_of_English_too()
    {
        var http = app.Visit().Http;
        http.DefaultRequestHeaders.Add("Cookie", "ngon-ngu=en");
        var bytes = await http.GetByteArrayAsync(new Uri($"/bao-cao/{ProgrammesApp.Open}.docx", UriKind.Relative));
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.Contains("Tính từ hồ sơ", file.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }
}
