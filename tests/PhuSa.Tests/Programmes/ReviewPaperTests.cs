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
            ["ỦY BAN THỬ", "SỞ THỬ", "Số:      /BC-ST", "BÁO CÁO", "Sơ kết thử", "I. KẾT QUẢ THỬ", "1. Lĩnh vực thử", "PHỤ LỤC: NGUỒN CỦA SỐ LIỆU", "- Hội Thử;", "- Lưu: VT.", "PHÓ GIÁM ĐỐC"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.EndsWith("chưa chốt./.", text.Split("Nơi nhận:")[0].TrimEnd(), StringComparison.Ordinal);
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
    public async Task The_paper_is_Vietnamese_for_a_reader_of_English_too()
    {
        var http = app.Visit().Http;
        http.DefaultRequestHeaders.Add("Cookie", "ngon-ngu=en");
        var bytes = await http.GetByteArrayAsync(new Uri($"/bao-cao/{ProgrammesApp.Open}.docx", UriKind.Relative));
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.Contains("Tính từ hồ sơ", file.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }
}
