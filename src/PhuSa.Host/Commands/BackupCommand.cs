using PhuSa.Host.Startup;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Host.Commands;

/// <summary>
/// <c>phusa backup FOLDER</c> copies the embedded database and the files while the house is open; <c>phusa restore FOLDER</c> lays such a copy into an
/// empty data folder. PostgreSQL has tools of its own (docs/operations.md).
/// </summary>
internal static class BackupCommand
{
    private const string Files = "tep";
    private const string Incoming = ".tam";

    public static async Task<int> BackupAsync(HouseSettings settings, string folder, CancellationToken cancellationToken)
    {
        await using var app = House.Build(settings, quiet: true);
        RefuseUnlessEmbedded(app.Configuration);
        var data = app.Configuration["Data"]!;
        if (!File.Exists(Path.Combine(data, HouseSettings.DatabaseFile)))
        {
            throw new RefusedException("Trong {0} không có cơ sở dữ liệu nào để sao lưu. Hãy chỉ đúng thư mục dữ liệu bằng --data.", data);
        }

        RefuseUnlessEmpty(folder);
        Directory.CreateDirectory(folder);

        // The database first: contents never change, so the files that are there afterwards hold everything that it names.
        if (!DatabaseCopy.Write(app.Configuration["Database:Connection"]!, Path.Combine(folder, HouseSettings.DatabaseFile)))
        {
            throw new RefusedException("Bản sao của cơ sở dữ liệu không nguyên vẹn. Đừng dùng nó; hãy kiểm tra ổ đĩa rồi sao lưu lại.");
        }

        var files = Copy(Path.Combine(data, Files), Path.Combine(folder, Files), cancellationToken);
        await Console.Out.WriteLineAsync($"Đã sao lưu cơ sở dữ liệu và {files} tệp vào {Path.GetFullPath(folder)}. Bản sao giữ khoá và dữ liệu cá nhân: hãy cất như dữ liệu gốc.");
        if (!string.IsNullOrEmpty(app.Configuration["Files:S3:Bucket"]))
        {
            await Console.Out.WriteLineAsync("Tệp nằm trong kho S3 nên không có trong bản sao này; hãy sao lưu riêng kho đó.");
        }

        return 0;
    }

    public static async Task<int> RestoreAsync(HouseSettings settings, string folder, CancellationToken cancellationToken)
    {
        var copy = Path.Combine(folder, HouseSettings.DatabaseFile);
        if (!File.Exists(copy))
        {
            throw new RefusedException("Trong {0} không có bản sao lưu nào. Hãy chỉ đến thư mục do “phusa backup” làm ra.", folder);
        }

        await using var app = House.Build(settings, quiet: true);
        RefuseUnlessEmbedded(app.Configuration);
        var data = app.Configuration["Data"]!;
        RefuseUnlessEmpty(data);
        var files = Copy(Path.Combine(folder, Files), Path.Combine(data, Files), cancellationToken);

        // The database last: a restoration that is cut off leaves a folder without one, and is done again.
        var half = Path.Combine(data, $"{HouseSettings.DatabaseFile}.{Environment.ProcessId}");
        File.Copy(copy, half, overwrite: true);
        File.Move(half, Path.Combine(data, HouseSettings.DatabaseFile));
        await Console.Out.WriteLineAsync($"Đã khôi phục cơ sở dữ liệu và {files} tệp vào {data}. Hãy chạy “phusa migrate”, “phusa journal verify”, rồi xoá lại dữ liệu cá nhân của những người đã được xoá sau khi sao lưu.");
        return 0;
    }

    private static void RefuseUnlessEmbedded(IConfiguration configuration)
    {
        if (DatabaseRegistration.Kind(configuration) != DatabaseKind.Sqlite)
        {
            throw new RefusedException("Lệnh này dành cho cơ sở dữ liệu đi kèm (SQLite). Với PostgreSQL hãy dùng pg_dump và pg_restore như trong docs/operations.md.");
        }
    }

    private static void RefuseUnlessEmpty(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(file => Path.GetFileName(file) == HouseSettings.DatabaseFile))
        {
            throw new RefusedException("Thư mục {0} đã có cơ sở dữ liệu. Hãy chọn một thư mục trống để không ghi đè lên gì.", folder);
        }
    }

    private static int Copy(string from, string to, CancellationToken cancellationToken)
    {
        var count = 0;
        if (!Directory.Exists(from))
        {
            return count;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(from, file);
            if (name.StartsWith(Incoming + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                continue;
            }

            var target = Path.Combine(to, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            try
            {
                File.Copy(file, target, overwrite: true);
                count++;
            }
            catch (FileNotFoundException)
            {
                // Swept meanwhile: the database of the copy does not name it.
            }
        }

        return count;
    }
}
