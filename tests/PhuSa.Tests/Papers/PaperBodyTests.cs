using System.IO.Compression;
using PhuSa.Documents.Decree;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Papers.Printing;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Papers;

/// <summary>How the text of a paper becomes what the decree lays out.</summary>
public class PaperBodyTests
{
    [Fact]
    public void Lines_become_the_parts_that_the_decree_names()
    {
        var blocks = PaperBody.Read("""
            Căn cứ Nghị định số 30/2020/NĐ-CP;
            QUYẾT ĐỊNH:
            Điều 1. Kết nạp 12 thành viên.
            I. Tình hình
            1. Kết quả
            1. Sở có trách nhiệm theo dõi;
            - Việc một
            - Việc hai
            Đoạn cuối.
            """);

        Assert.Collection(
            blocks,
            basis => Assert.True(Assert.IsType<DecreeParagraph>(basis).Runs[0].Italic),
            order => Assert.Equal("QUYẾT ĐỊNH:", Assert.IsType<DecreeOrder>(order).Text),
            article =>
            {
                var runs = Assert.IsType<DecreeParagraph>(article).Runs;
                Assert.Equal([("Điều 1.", true), (" Kết nạp 12 thành viên.", false)], runs.Select(run => (run.Text, run.Bold)));
            },
            chapter => Assert.IsType<DecreeChapter>(chapter),
            heading => Assert.IsType<DecreeHeading>(heading),
            clause => Assert.IsType<DecreeParagraph>(clause),
            list => Assert.Equal(["Việc một", "Việc hai"], Assert.IsType<DecreeList>(list).Items.Select(item => item[0].Text)),
            last => Assert.Equal("Đoạn cuối.", Assert.IsType<DecreeParagraph>(last).Runs[0].Text));
    }

    [Theory]
    [InlineData("Căn cứ Luật A\nCăn cứ Luật B.\nXét đề nghị của Chánh Văn phòng,\nQUYẾT ĐỊNH:", "Căn cứ Luật A;|Căn cứ Luật B;|Xét đề nghị của Chánh Văn phòng.")]
    [InlineData("Căn cứ Luật A;\nSở báo cáo.\nCăn cứ kết quả trên;", "Căn cứ Luật A.|Căn cứ kết quả trên;")]
    [InlineData("Xét: vi phạm quy chế,\nQUYẾT ĐỊNH:", "Xét: vi phạm quy chế.")]
    [InlineData("Căn cứ Luật A, Sở báo cáo như sau:", "Căn cứ Luật A, Sở báo cáo như sau:")]
    public void Point_25_each_basis_ends_with_a_semicolon_and_the_last_with_a_full_stop(string body, string bases) =>
        Assert.Equal(bases, string.Join('|', PaperBody.Read(body).OfType<DecreeParagraph>().Where(paragraph => paragraph.Runs[0].Italic).Select(paragraph => paragraph.Runs[0].Text)));

    [Theory]
    [InlineData("V/v phối hợp")]
    [InlineData("Về việc phối hợp")]
    [InlineData("về việc  phối hợp")]
    public void A_letter_says_what_it_is_about_once(string subject)
    {
        var text = Written(Letter() with { Subject = subject });

        Assert.Contains(">V/v phối hợp<", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ề việc", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Giấy chứng nhận thành viên Liên minh Hợp tác xã", "Giấy chứng nhận", "thành viên Liên minh Hợp tác xã")]
    [InlineData("Giấy chứng nhận", "Giấy chứng nhận", "")]
    [InlineData("Biểu dương HTX Long Bình", "Biểu dương HTX Long Bình", "")]
    public void A_certificate_is_printed_with_its_type_and_not_as_a_letter(string title, string type, string subject)
    {
        var print = Printed(PaperKind.Other, title, "Liên minh chứng nhận.");

        Assert.Equal((type, subject), (print.TypeName, print.Subject));
        var text = Written(print);
        Assert.Contains(type.ToUpperInvariant(), text, StringComparison.Ordinal);
        Assert.DoesNotContain("V/v", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Giá trị hợp đồng: 1.500.000 đồng.", "Giá trị hợp đồng: 1.500.000 đồng (bằng chữ: Một triệu năm trăm nghìn đồng).")]
    [InlineData("Tổng 21.500.000 đồng, chi 1.500.000 đồng.", "Tổng 21.500.000 đồng, chi 1.500.000 đồng (bằng chữ: Một triệu năm trăm nghìn đồng).")]
    [InlineData("Chi một triệu năm trăm nghìn đồng.", "Chi một triệu năm trăm nghìn đồng.")]
    [InlineData("Sở đề nghị chi.", "Sở đề nghị chi.|Số tiền: 1.500.000 đồng (bằng chữ: Một triệu năm trăm nghìn đồng).")]
    [InlineData(null, "Số tiền: 1.500.000 đồng (bằng chữ: Một triệu năm trăm nghìn đồng).")]
    public void Point_7_the_amount_stands_in_the_print_in_figures_and_in_words(string? body, string lines) =>
        Assert.Equal(lines, string.Join('|', Printed(PaperKind.Submission, "Chi hỗ trợ", body, 1_500_000).Blocks.Select(block => string.Concat(Assert.IsType<DecreeParagraph>(block).Runs.Select(run => run.Text)))));

    [Fact]
    public void A_paper_without_a_text_has_no_blocks() => Assert.Empty(PaperBody.Read(null));

    [Fact]
    public void Point_25_a_letter_has_its_subject_under_the_number_and_says_to_whom_it_goes()
    {
        var text = Written(Letter() with { Addressees = ["UBND xã Vĩnh An"] });

        Assert.Contains("V/v phối hợp", text, StringComparison.Ordinal);
        Assert.Contains("Kính gửi: UBND xã Vĩnh An", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("V/v phối hợp", StringComparison.Ordinal) < text.IndexOf("ngày 03 tháng 7", StringComparison.Ordinal));
        Assert.DoesNotContain("CÔNG VĂN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_to_several_lists_them()
    {
        var text = Written(Letter() with { Subject = "V/v phối hợp", Addressees = ["- UBND xã Vĩnh An;", "HTX Long Bình"] });

        Assert.Contains("- UBND xã Vĩnh An;", text, StringComparison.Ordinal);
        Assert.Contains("- HTX Long Bình.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("V/v V/v", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- UBND tỉnh;|Liên minh HTX tỉnh.|–  Như trên;", "VT", "- UBND tỉnh;|- Liên minh HTX tỉnh;|- Như trên;|- Lưu: VT.")]
    [InlineData("- UBND tỉnh;|- Lưu: VT, QLCN.", "VT", "- UBND tỉnh;|- Lưu: VT, QLCN.")]
    [InlineData("-|UBND tỉnh", "Lưu: VT, TC.", "- UBND tỉnh;|- Lưu: VT, TC.")]
    public void Recipients_that_a_clerk_wrote_with_dashes_and_their_file_are_not_doubled(string written, string filing, string printed) =>
        Assert.Equal(printed.Split('|'), DecreeWording.RecipientLines(Letter() with { Recipients = written.Split('|'), Filing = filing }));

    [Theory]
    [InlineData("Trên đây là báo cáo", "Trên đây là báo cáo|./.")]
    [InlineData("Trên đây là báo cáo.", "Trên đây là báo cáo.|/.")]
    [InlineData("Trên đây là báo cáo; ", "Trên đây là báo cáo|./.")]
    [InlineData("Trên đây là báo cáo,", "Trên đây là báo cáo|./.")]
    [InlineData("Trên đây là báo cáo :", "Trên đây là báo cáo|./.")]
    [InlineData("Trên đây là báo cáo./.", "Trên đây là báo cáo./.|")]
    [InlineData(";", "|./.")]
    public void The_end_mark_stands_instead_of_a_mark_that_goes_on(string last, string printed)
    {
        var (text, mark) = (printed.Split('|')[0], printed.Split('|')[1]);

        var runs = DecreeWording.BeforeEndMark([new DecreeRun(last), " ", new DecreeRun(";", Bold: true)]);

        Assert.Equal(text, string.Concat(runs.Select(run => run.Text)));
        Assert.Equal(mark, DecreeWording.EndMarkAfter(text));
        Assert.DoesNotContain(";.", Written(Letter() with { Blocks = [new DecreeList([["Việc một;"], ["Việc hai;"]])] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kính gửi:\nUBND tỉnh\nSở đề nghị phối hợp.", "", "Kính gửi:|UBND tỉnh|Sở đề nghị phối hợp.")]
    [InlineData("Kính gửi:\n- UBND tỉnh;\n- Sở Tài chính.\nSở đề nghị phối hợp.", "- UBND tỉnh;|- Sở Tài chính.", "Sở đề nghị phối hợp.")]
    [InlineData("Kính gửi: UBND tỉnh\nSở đề nghị phối hợp.", "UBND tỉnh", "Sở đề nghị phối hợp.")]
    public void No_word_of_those_addressed_is_lost(string body, string addressees, string rest)
    {
        var book = new PaperBook(Guid.CreateVersion7(App.Start), Guid.CreateVersion7(App.Start), new("Sổ", "SKHCN", [PaperKind.Letter], IsLegal: false, FirstYear: 2026, UsedBefore: 0));
        var paper = new Paper(Guid.CreateVersion7(App.Start), book, new() { Kind = PaperKind.Letter, BookId = book.Id, Title = "V/v phối hợp", Body = body }, new Actor("Văn thư"), App.Start.UtcDateTime);

        var print = PaperPrint.Of(paper, book, "Sở", null, 2026);

        Assert.Equal(addressees, string.Join('|', print.Addressees));
        Assert.Equal(rest, string.Join('|', print.Blocks.Select(block => string.Concat(Assert.IsType<DecreeParagraph>(block).Runs.Select(run => run.Text)))));
    }

    private static DecreePaper Printed(PaperKind kind, string title, string? body, long? amount = null)
    {
        var book = new PaperBook(Guid.CreateVersion7(App.Start), Guid.CreateVersion7(App.Start), new("Sổ", "LMHTX", [kind], IsLegal: false, FirstYear: 2026, UsedBefore: 0));
        var paper = new Paper(Guid.CreateVersion7(App.Start), book, new() { Kind = kind, BookId = book.Id, Title = title, Body = body, Amount = amount }, new Actor("Văn thư"), App.Start.UtcDateTime);
        return PaperPrint.Of(paper, book, "Liên minh", null, 2026);
    }

    private static DecreePaper Letter() => new()
    {
        IssuingBodies = ["Sở Khoa học và Công nghệ"],
        Number = 123,
        Symbol = "SKHCN-QLCN",
        Place = "An Giang",
        Date = new(2026, 7, 3),
        TypeName = null,
        Subject = "phối hợp",
        Blocks = [new DecreeParagraph("Sở đề nghị phối hợp.")],
    };

    private static string Written(DecreePaper paper)
    {
        var file = new MemoryStream();
        DecreeReport.Write(paper, file);
        using var word = new ZipArchive(file);
        using var reader = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }
}
