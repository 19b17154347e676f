using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Rules;

namespace PhuSa.Host.Commands;

/// <summary>The command line: serve by default, and one verb for each thing an administrator does at a terminal.</summary>
internal static class PhuSaCommands
{
    private static readonly Option<string?> Data = new("--data") { Description = "Thư mục dữ liệu; cơ sở dữ liệu là phusa.db trong đó (mặc định: data)", Recursive = true };
    private static readonly Option<string?> Urls = new("--urls") { Description = "Địa chỉ phục vụ (mặc định: http://*:5080)" };
    private static readonly Option<int?> AlliancePort = new("--alliance-port") { Description = "Cổng riêng của trang Liên minh; 0 là không mở (mặc định: 5081)" };
    private static readonly Option<bool> NoSamples = new("--no-samples") { Description = "Không nạp dữ liệu mẫu vào cơ sở dữ liệu trống" };
    private static readonly Option<string?> TrustedProxies = new("--trusted-proxies") { Description = "Địa chỉ hoặc dải địa chỉ của máy chủ trung gian được tin, cách nhau bằng dấu phẩy" };

    private static readonly Option<string[]> Set = new("--set") { Description = "Cấu hình khác, dạng Khoa:Con=giá trị; ghi được nhiều lần", Recursive = true };

    // The framework's test server hands its configuration over as arguments, this one among them.
    private const string HandedOver = "--applicationName=";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Any(argument => argument.StartsWith(HandedOver, StringComparison.Ordinal)))
        {
            return await ServeCommand.RunAsync(new HouseSettings(null, null, null, NoSamples: false, null, args), alone: false, CancellationToken.None);
        }

        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"Không hiểu lệnh “{string.Join(' ', args)}”. Gõ “phusa --help” để xem các lệnh và tuỳ chọn.");
            return 1;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (CannotStartException cannot)
        {
            await Console.Error.WriteLineAsync(cannot.Message);
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            await Console.Error.WriteLineAsync("Dữ liệu vừa được nhập hoặc sửa từ nơi khác trong lúc này. Chưa ghi gì; hãy chạy lại lệnh.");
            return 1;
        }
        catch (UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync("Không đọc được thư mục hoặc tệp đã nêu. Hãy xem bạn có quyền đọc không; chưa ghi gì.");
            return 1;
        }
        catch (Exception e) when ((e as DbException ?? e.GetBaseException() as DbException) is { } database)
        {
            await Console.Error.WriteLineAsync($"Không dùng được cơ sở dữ liệu: {database.Message} Hãy kiểm tra Database:Connection và thử lại; chưa ghi gì.");
            return 1;
        }
    }

    internal static RootCommand Root()
    {
        var root = new RootCommand("Phù Sa: chương trình phối hợp khoa học và công nghệ với hợp tác xã");
        root.Options.Add(Data);
        root.Options.Add(Urls);
        root.Options.Add(AlliancePort);
        root.Options.Add(NoSamples);
        root.Options.Add(TrustedProxies);
        root.Options.Add(Set);
        root.SetAction((parsed, cancellationToken) => ServeCommand.RunAsync(Settings(parsed), alone: true, cancellationToken));
        root.Subcommands.Add(Migrate());
        root.Subcommands.Add(Import());
        root.Subcommands.Add(ImportPortalCommand.Make(Settings));
        root.Subcommands.Add(Review());
        root.Subcommands.Add(Journal());
        root.Subcommands.Add(Search());
        root.Subcommands.Add(UserCommand.Make(Settings));
        root.Subcommands.Add(WatchCommand.Make(Settings));
        root.Subcommands.Add(Backup());
        root.Subcommands.Add(Restore());
        return root;
    }

    private static Command Migrate()
    {
        var migrate = new Command("migrate", "Đưa cơ sở dữ liệu lên phiên bản hiện tại");
        migrate.SetAction((parsed, cancellationToken) => MigrateCommand.RunAsync(Settings(parsed), cancellationToken));
        return migrate;
    }

    private static Command Import()
    {
        var folder = new Argument<string>("folder") { Description = "Thư mục có các tệp .csv hoặc .xlsx" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Chỉ kiểm tra, không ghi" };
        var import = new Command("import", "Nhập một thư mục bảng dữ liệu: tất cả hoặc không gì cả") { folder, dryRun };
        import.SetAction((parsed, cancellationToken) => ImportCommand.RunAsync(Settings(parsed), parsed.GetRequiredValue(folder), parsed.GetValue(dryRun), cancellationToken));
        return import;
    }

    private static Command Review()
    {
        var slug = new Argument<string>("slug") { Description = "Tên báo cáo trên địa chỉ, phần sau /bao-cao/" };
        var freeze = new Command("freeze", "Chốt số liệu của một báo cáo") { slug };
        freeze.SetAction((parsed, cancellationToken) => FreezeCommand.RunAsync(Settings(parsed), parsed.GetRequiredValue(slug), cancellationToken));
        return new Command("review", "Báo cáo sơ kết") { freeze };
    }

    private static Command Journal()
    {
        var from = new Option<string?>("--from") { Description = "Chỉ kiểm tra các mục từ ngày này, dạng 2026-07-01 (mặc định: tất cả các mục còn lưu)" };
        var digests = new Option<string?>("--digests") { Description = "Tệp dấu niêm đã lưu ở nơi khác (do “phusa journal digest” in ra) để so sánh" };
        var verify = new Command("verify", "Kiểm tra chuỗi nhật ký và nêu chỗ bị sửa đầu tiên") { from, digests };
        verify.SetAction((parsed, cancellationToken) => JournalCommand.VerifyAsync(Settings(parsed), parsed.GetValue(from), parsed.GetValue(digests), cancellationToken));
        var digest = new Command("digest", "In dấu niêm từng ngày để lưu ở nơi khác");
        digest.SetAction((parsed, cancellationToken) => JournalCommand.DigestAsync(Settings(parsed), cancellationToken));
        return new Command("journal", "Nhật ký") { verify, digest };
    }

    private static Command Backup()
    {
        var folder = new Argument<string>("folder") { Description = "Thư mục mới để chứa bản sao" };
        var backup = new Command("backup", "Sao lưu cơ sở dữ liệu đi kèm và các tệp, cả khi đang phục vụ") { folder };
        backup.SetAction((parsed, cancellationToken) => BackupCommand.BackupAsync(Settings(parsed), parsed.GetRequiredValue(folder), cancellationToken));
        return backup;
    }

    private static Command Restore()
    {
        var folder = new Argument<string>("folder") { Description = "Thư mục do “phusa backup” làm ra" };
        var restore = new Command("restore", "Khôi phục một bản sao lưu vào thư mục dữ liệu trống (--data)") { folder };
        restore.SetAction((parsed, cancellationToken) => BackupCommand.RestoreAsync(Settings(parsed), parsed.GetRequiredValue(folder), cancellationToken));
        return restore;
    }

    private static Command Search()
    {
        var rebuild = new Command("rebuild", "Lập lại chỉ mục tìm kiếm từ hồ sơ, trên mọi tiến trình dùng cơ sở dữ liệu này");
        rebuild.SetAction((parsed, cancellationToken) => SearchCommand.RebuildAsync(Settings(parsed), cancellationToken));
        return new Command("search", "Tìm kiếm") { rebuild };
    }

    private static HouseSettings Settings(ParseResult parsed) => new(
        parsed.GetValue(Data),
        parsed.GetValue(Urls),
        parsed.GetValue(AlliancePort),
        parsed.GetValue(NoSamples),
        parsed.GetValue(TrustedProxies),
        [.. (parsed.GetValue(Set) ?? []).Select(setting => $"--{setting}")]);
}
