using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using PhuSa.Documents.Decree;

namespace PhuSa.Tests.Documents;

/// <summary>LibreOffice stands for the word processor of an office that has no Word.</summary>
public sealed partial class DecreePagesTests
{
    [Fact]
    public async Task LibreOffice_turns_a_report_into_pages_with_embedded_fonts()
    {
        var pdf = await ConvertAsync(SamplePaper.Review());

        Assert.Equal(2, Page().Count(pdf));
        var fonts = FontDescriptor().Matches(pdf);
        Assert.NotEmpty(fonts);
        Assert.Equal(fonts.Count, FontFile().Count(pdf));

        // Bold, italic and upright letters of one serif family; the name is that of the substitute where Times New Roman is missing.
        Assert.All(fonts, font => Assert.Matches("Times|Serif", font.Groups["name"].Value));
    }

    [Fact]
    public async Task LibreOffice_turns_a_joint_report_into_pages() => Assert.InRange(Page().Count(await ConvertAsync(SamplePaper.Joint())), 2, 3);

    private static async Task<string> ConvertAsync(DecreePaper paper)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("phusa-pages-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "bao-cao.docx"), SamplePaper.Write(paper), cancellation);
            var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
            string[] arguments =
            [
                $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf",
                "--outdir", folder.FullName, Path.Combine(folder.FullName, "bao-cao.docx"),
            ];
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(TimeSpan.FromMinutes(3));
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(limit.Token);
                var errors = process.StandardError.ReadToEndAsync(limit.Token);
                await process.WaitForExitAsync(limit.Token);
                Assert.True(process.ExitCode == 0, $"{await output}{await errors}");
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }

            return Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "bao-cao.pdf"), cancellation));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Page();

    [GeneratedRegex(@"/Type\s*/FontDescriptor\s*/FontName\s*/(?<name>\S+)")]
    private static partial Regex FontDescriptor();

    [GeneratedRegex(@"/FontFile[23]?\s")]
    private static partial Regex FontFile();
}
