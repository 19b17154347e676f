using System.Text;
using ImageMagick;
using PhuSa.Files.Kinds;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Files;

/// <summary>What a file is, by its bytes; and what is sent away.</summary>
public sealed class KindTests
{
    public static TheoryData<string, FileKind> Welcome => new()
    {
        { "jpeg", FileKind.Jpeg }, { "png", FileKind.Png }, { "webp", FileKind.WebP }, { "gif", FileKind.Gif }, { "avif", FileKind.Avif }, { "heic", FileKind.Heic },
        { "pdf", FileKind.Pdf }, { "word", FileKind.Word }, { "excel", FileKind.Excel }, { "zip", FileKind.Zip }, { "csv", FileKind.Csv }, { "text", FileKind.Text },
    };

    [Theory, MemberData(nameof(Welcome))]
    public async Task A_file_is_known_by_its_content(string sample, FileKind kind) => Assert.Equal(kind, await KindAsync(Sample(sample)));

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("\ufeff \n<!DOCTYPE html><title>x</title>")]
    [InlineData("<b>chữ đậm</b>")]
    public async Task Markup_is_refused_whatever_it_is_called(string text) =>
        Assert.Contains("HTML, SVG", (await Assert.ThrowsAsync<RefusedException>(() => KindAsync(Samples.Utf8(text)))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Code_among_the_words_of_a_table_is_named_as_what_to_take_out() =>
        Assert.Contains("xoá đoạn mã", (await Assert.ThrowsAsync<RefusedException>(() => KindAsync(Samples.Utf8("tên,giá\nxoài,<ScRiPt src=//x>\n")))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_script_word_across_two_blocks_is_seen()
    {
        for (var before = 32_000; before < 32_800; before += 7)
        {
            await Assert.ThrowsAsync<RefusedException>(() => KindAsync(Samples.Utf8(new string('x', before) + "<script>")));
        }
    }

    [Theory]
    [InlineData("MZ\u0090\0\u0003\0\0\0")]
    [InlineData("\u007fELF\u0002\u0001\u0001\0")]
    [InlineData("#!/bin/sh\nrm -rf /\n")]
    [InlineData("chữ có \u0007 điều khiển")]
    public async Task Programs_and_control_characters_are_of_no_welcome_kind(string text) => Assert.Null(await KindAsync(Encoding.Latin1.GetBytes(text)));

    [Theory]
    [InlineData("DANH SÁCH HỢP TÁC XÃ\nNăm 2025\nTên;Số đăng ký;Vốn\nHTX Một;1600000001;2,5\n", FileKind.Csv)]
    [InlineData("Danh sách\n\nTên,Số đăng ký\n\"HTX Một, xã Hai\",1600000001\n", FileKind.Csv)]
    [InlineData("Ghi chú của tôi\nXoài, lúa, rau\nCòn nữa\n", FileKind.Text)]
    [InlineData("Một dòng, hai phần\n", FileKind.Text)]
    [InlineData("Kính gửi: Sở Khoa học và Công nghệ\nCăn cứ Quyết định số 71, Sở đề nghị\nđơn vị bổ sung hồ sơ, gửi trước ngày 30\n", FileKind.Text)]
    public async Task A_table_is_known_below_what_stands_above_it(string text, FileKind kind) => Assert.Equal(kind, await KindAsync(Samples.Utf8(text)));

    [Fact]
    public async Task Text_in_another_encoding_is_of_no_welcome_kind() => Assert.Null(await KindAsync([(byte)'T', 0xEA, (byte)'n', (byte)'\n']));

    [Fact]
    public async Task An_empty_file_is_refused() =>
        Assert.Contains("không có nội dung", (await Assert.ThrowsAsync<RefusedException>(() => KindAsync([]))).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("\n<html><script>alert(1)</script></html>")]
    [InlineData("\nPK\u0003\u0004 a package")]
    public async Task A_PDF_with_something_behind_its_end_is_refused(string after) =>
        Assert.Contains("dữ liệu lạ", (await Assert.ThrowsAsync<RefusedException>(() => KindAsync(Samples.Pdf(after)))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_PDF_that_is_a_package_too_is_refused()
    {
        var zip = Samples.Zip(("a.txt", "a"));
        // The mark of the end hides in the package's comment.
        zip[^2] = 6;
        byte[] both = [.. Samples.Pdf(), .. zip, .. "%%EOF\n"u8];

        await Assert.ThrowsAsync<RefusedException>(() => KindAsync(both));
    }

    [Fact]
    public async Task A_PDF_begins_at_its_first_byte() => Assert.Null(await KindAsync([0, .. Samples.Pdf()]));

    [Fact]
    public async Task A_PDF_without_an_end_is_refused() => await Assert.ThrowsAsync<RefusedException>(() => KindAsync(Samples.Pdf()[..40]));

    [Theory]
    [InlineData("word/vbaProject.bin", "x", "macro")]
    [InlineData("word/activeX/activeX1.bin", "x", "macro")]
    [InlineData("word/_rels/settings.xml.rels", "<r><Relationship Type='http://x/attachedTemplate' Target='http://evil/t.dotm' TargetMode='External'/></r>", "nơi khác")]
    [InlineData("word/_rels/document.xml.rels", "<r><Relationship Type='http://x/oleObject' Target='file://evil/x' TargetMode='External'/></r>", "nơi khác")]
    [InlineData("word/_rels/document.xml.rels", "<!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;</r>", "bị hỏng")]
    public async Task A_Word_file_that_runs_or_fetches_something_is_refused(string part, string content, string said) =>
        Assert.Contains(said, (await Assert.ThrowsAsync<RefusedException>(() => KindAsync(Samples.Word((part, content))))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Macros_are_seen_by_their_content_type_too() =>
        await Assert.ThrowsAsync<RefusedException>(() => KindAsync(Samples.Zip(
            ("[Content_Types].xml", "<Types><Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>"), ("word/document.xml", "<d/>"))));

    [Fact]
    public async Task A_link_in_a_Word_file_is_no_reason_to_refuse_it() =>
        Assert.Equal(FileKind.Word, await KindAsync(Samples.Word(("word/_rels/document.xml.rels", "<r><Relationship Type='http://x/hyperlink' Target='https://vi.wikipedia.org' TargetMode='External'/></r>"))));

    [Fact]
    public async Task A_workbook_inside_a_Word_file_is_looked_through()
    {
        Assert.Equal(FileKind.Word, await KindAsync(Samples.ZipOf(("[Content_Types].xml", "<T/>"u8.ToArray()), ("word/document.xml", "<d/>"u8.ToArray()), ("word/embeddings/a.xlsx", Samples.Excel()))));
        await Assert.ThrowsAsync<RefusedException>(() => KindAsync(Samples.ZipOf(
            ("[Content_Types].xml", "<T/>"u8.ToArray()), ("word/document.xml", "<d/>"u8.ToArray()), ("word/embeddings/a.xlsx", Samples.Excel(("xl/vbaProject.bin", "x"))))));
    }

    [Fact]
    public async Task A_package_that_unpacks_to_far_too_much_is_refused_before_it_is_unpacked()
    {
        var bomb = Samples.ZipOf(("a.bin", new byte[64 * 1024 * 1024]));
        Assert.True(bomb.Length < 100_000);

        Assert.Contains("bung ra", (await Assert.ThrowsAsync<RefusedException>(() => KindAsync(bomb))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_inside_a_package_inside_a_package_is_found()
    {
        var bomb = Samples.ZipOf(("a.bin", new byte[64 * 1024 * 1024]));

        Assert.Contains("bung ra", (await Assert.ThrowsAsync<RefusedException>(() => KindAsync(Samples.ZipOf(("1.zip", Samples.ZipOf(("2.zip", bomb))))))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packages_in_packages_without_end_are_refused()
    {
        var zip = Samples.Zip(("a.txt", "a"));
        for (var depth = 0; depth < 5; depth++)
        {
            zip = Samples.ZipOf(("a.zip", zip));
        }

        await Assert.ThrowsAsync<RefusedException>(() => KindAsync(zip));
    }

    [Fact]
    public async Task A_package_with_something_behind_it_is_refused() => await Assert.ThrowsAsync<RefusedException>(() => KindAsync([.. Samples.Word(), .. "<script>"u8]));

    [Fact]
    public async Task A_broken_package_is_refused() => await Assert.ThrowsAsync<RefusedException>(() => KindAsync(Samples.Word()[..60]));

    private static byte[] Sample(string name) => name switch
    {
        "jpeg" => Samples.Photograph(),
        "png" => Samples.Picture(MagickFormat.Png),
        "webp" => Samples.Picture(MagickFormat.WebP),
        "gif" => Samples.Animated(),
        "avif" => Samples.Picture(MagickFormat.Avif),
        "heic" => Samples.Heic(),
        "pdf" => Samples.Pdf(),
        "word" => Samples.Word(),
        "excel" => Samples.Excel(),
        "zip" => Samples.Zip(("ghi chú.txt", "Xin chào")),
        "csv" => Samples.Utf8("\ufeffmã;tên;giá\r\nHTX1;\"Xoài; cam\";12\r\n"),
        _ => Samples.Utf8("Kính gửi: Sở\nĐề nghị xem xét.\n"),
    };

    private static async Task<FileKind?> KindAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await ContentLook.KindAsync(stream, CancellationToken.None);
    }
}
