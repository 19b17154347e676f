using Microsoft.Extensions.DependencyInjection;
using PhuSa.Host.Startup;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;

namespace PhuSa.Host.Commands;

/// <summary><c>phusa import FOLDER</c>: says everything that is wrong and writes nothing, or writes all of it.</summary>
internal static class ImportCommand
{
    /// <summary>Running instances look at the content stamp this often; whoever reads after the command ended sees the new records.</summary>
    private static readonly TimeSpan UntilEveryInstanceKnows = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync(HouseSettings settings, string folder, bool dryRun, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"Không có thư mục {folder}. Hãy chỉ đến thư mục chứa các tệp .csv hoặc .xlsx cần nhập.");
            return 1;
        }

        await using var app = House.Build(settings, quiet: true);
        await DatabaseOpening.MigrateAsync(app.Services, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var import = scope.ServiceProvider.GetRequiredService<FolderImport>();
        var result = await import.RunAsync(folder, OperatingSystemUser(folder), dryRun, Terminal(), cancellationToken);
        await TellAsync(result, dryRun);
        if (result.Failed)
        {
            return 1;
        }

        if (!dryRun && result.Created + result.Changed > 0)
        {
            await Task.Delay(UntilEveryInstanceKnows, cancellationToken);
        }

        return 0;
    }

    internal static Actor OperatingSystemUser(string folder) => new("Nhập dữ liệu", $"{Environment.UserName}, {Path.GetFullPath(folder)}");

    private static async Task TellAsync(ImportResult result, bool dryRun)
    {
        foreach (var error in result.Errors)
        {
            await Console.Error.WriteLineAsync(error.ToString());
        }

        if (result.Failed)
        {
            await Console.Error.WriteLineAsync($"Có {result.Errors.Count} lỗi. Chưa ghi gì vào cơ sở dữ liệu; hãy sửa các chỗ trên rồi nhập lại.");
            return;
        }

        foreach (var (table, rows) in result.Tables)
        {
            await Console.Out.WriteLineAsync($"{table}: {rows} dòng");
        }

        var outcome = $"{result.Created} hồ sơ mới, {result.Changed} hồ sơ thay đổi";
        await Console.Out.WriteLineAsync(dryRun ? $"Kiểm tra xong, không ghi gì. Nếu nhập thật: {outcome}." : $"Đã nhập: {outcome}.");
    }

    private static Progress<ImportProgress>? Terminal() => Console.IsOutputRedirected
        ? null
        : new Progress<ImportProgress>(progress => Console.Error.Write(progress.Saving ? $"\rđang ghi {progress.Rows} hồ sơ…        " : $"\r{progress.Table}: {progress.Rows} dòng…        "));
}
