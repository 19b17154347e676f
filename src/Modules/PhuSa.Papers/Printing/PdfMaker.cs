using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Printing;

/// <summary>
/// Makes the PDF of a Word paper with LibreOffice (<c>Papers:LibreOffice</c>, the path of soffice), so that both come from one layout and fonts are
/// embedded. Without it there is no PDF, and no page offers one.
/// </summary>
internal sealed partial class PdfMaker(IConfiguration configuration, ILogger<PdfMaker> log) : IDisposable
{
    public const string Setting = "Papers:LibreOffice";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>LibreOffice takes much memory: one at a time in each process.</summary>
    private readonly SemaphoreSlim _one = new(1);

    internal Func<DirectoryInfo> NewFolder { get; init; } = () => Directory.CreateTempSubdirectory("phusa-pdf-");

    private string? Program => configuration[Setting];

    public bool IsThere => !string.IsNullOrWhiteSpace(Program);

    /// <exception cref="RefusedException">There is no LibreOffice, or it could not make the file.</exception>
    public async Task<byte[]> OfAsync(byte[] word, CancellationToken cancellationToken)
    {
        if (!IsThere)
        {
            throw new RefusedException("Máy chủ chưa được cấu hình để làm tệp PDF.");
        }

        await _one.WaitAsync(cancellationToken);
        DirectoryInfo? folder = null;
        try
        {
            folder = NewFolder();
            return await ConvertAsync(folder.FullName, word, cancellationToken);
        }
        finally
        {
            // The next paper waits for this whatever happened to the folder.
            _one.Release();
            Remove(folder);
        }
    }

    public void Dispose() => _one.Dispose();

    private void Remove(DirectoryInfo? folder)
    {
        try
        {
            folder?.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotRemoved(log, e.Message);
        }
    }

    private async Task<byte[]> ConvertAsync(string folder, byte[] word, CancellationToken cancellationToken)
    {
        var (from, to) = (Path.Combine(folder, "van-ban.docx"), Path.Combine(folder, "van-ban.pdf"));
        await File.WriteAllBytesAsync(from, word, cancellationToken);

        // A profile of its own: an office that somebody has open on this machine would take the file and answer nothing.
        var start = new ProcessStartInfo(Program!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", "pdf", "--outdir", folder, from })
        {
            start.ArgumentList.Add(argument);
        }

        string? fault;
        try
        {
            fault = await RunAsync(start, cancellationToken);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            fault = e.Message;
        }

        if (fault is null && File.Exists(to))
        {
            return await File.ReadAllBytesAsync(to, cancellationToken);
        }

        NotMade(log, fault ?? "no file");
        throw new RefusedException("Không làm được tệp PDF. Tải tệp Word rồi in, và báo người quản trị.");
    }

    /// <returns>Null where it went well.</returns>
    private static async Task<string?> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? null : $"{await output}{await errors}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"not done within {Longest}";
        }
        finally
        {
            if (!process.HasExited)
            {
                // Until it is gone it writes into the folder that is to be removed.
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "LibreOffice did not make the PDF of a paper: {Fault}")]
    private static partial void NotMade(ILogger log, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder in which a PDF was made stays behind: {Fault}")]
    private static partial void NotRemoved(ILogger log, string fault);
}
