using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Documents.Sheets;
using PhuSa.Host.Startup;
using PhuSa.Identity.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Host.Commands;

/// <summary><c>phusa user add|disable|enable|reset|list</c>: accounts at a terminal, also when nobody can sign in any more.</summary>
internal static class UserCommand
{
    public static Command Make(Func<ParseResult, HouseSettings> settings) =>
        new("user", "Tài khoản người dùng") { Add(settings), Disable(settings), Enable(settings), Reset(settings), List(settings) };

    private static Command Add(Func<ParseResult, HouseSettings> settings)
    {
        var name = new Option<string?>("--name") { Description = "Họ và tên" };
        var email = new Option<string?>("--email") { Description = "Thư điện tử" };
        var phone = new Option<string?>("--phone") { Description = "Số điện thoại" };
        var organisation = new Option<string?>("--organisation") { Description = "Mã tổ chức; bỏ trống với quản trị viên hệ thống" };
        var roles = new Option<string[]>("--roles") { Description = "Một hay nhiều vai trò, ví dụ department-officer", AllowMultipleArgumentsPerToken = true };
        var add = new Command("add", "Thêm người dùng; in mật khẩu dùng một lần") { name, email, phone, organisation, roles };
        add.SetAction((parsed, cancellationToken) => RunAsync(settings(parsed), async (accounts, token) =>
        {
            var request = new AccountRequest(parsed.GetValue(name), parsed.GetValue(email), parsed.GetValue(phone), parsed.GetValue(organisation), parsed.GetValue(roles) ?? []);
            await PrintAsync(await accounts.AddAsync(request, token));
        }, cancellationToken));
        return add;
    }

    private static Command Disable(Func<ParseResult, HouseSettings> settings)
    {
        var (login, why) = (Login(), Why());
        var disable = new Command("disable", "Khoá tài khoản; mọi phiên kết thúc ngay") { login, why };
        disable.SetAction((parsed, cancellationToken) => RunAsync(settings(parsed), async (accounts, token) =>
        {
            await accounts.DisableAsync(parsed.GetRequiredValue(login), parsed.GetValue(why), token);
            await Console.Out.WriteLineAsync("Đã khoá tài khoản.");
        }, cancellationToken));
        return disable;
    }

    private static Command Enable(Func<ParseResult, HouseSettings> settings)
    {
        var (login, why) = (Login(), Why());
        var enable = new Command("enable", "Mở lại tài khoản đã khoá") { login, why };
        enable.SetAction((parsed, cancellationToken) => RunAsync(settings(parsed), async (accounts, token) =>
        {
            await accounts.EnableAsync(parsed.GetRequiredValue(login), parsed.GetValue(why), token);
            await Console.Out.WriteLineAsync("Đã mở lại tài khoản.");
        }, cancellationToken));
        return enable;
    }

    private static Command Reset(Func<ParseResult, HouseSettings> settings)
    {
        var (login, why) = (Login(), Why());
        var remove = new Option<bool>("--remove-second-factor") { Description = "Gỡ cả xác thực hai bước: người này đã mất điện thoại hoặc khoá" };
        var reset = new Command("reset", "Đặt lại mật khẩu; in mật khẩu dùng một lần") { login, why, remove };
        reset.SetAction((parsed, cancellationToken) => RunAsync(settings(parsed), async (accounts, token) =>
            await PrintAsync(await accounts.ResetAsync(parsed.GetRequiredValue(login), parsed.GetValue(why), parsed.GetValue(remove), token)), cancellationToken));
        return reset;
    }

    private static Command List(Func<ParseResult, HouseSettings> settings)
    {
        var csv = new Option<bool>("--csv") { Description = "In dạng CSV" };
        var list = new Command("list", "Danh sách người dùng") { csv };
        list.SetAction((parsed, cancellationToken) => RunAsync(settings(parsed), async (accounts, token) =>
        {
            var rows = await accounts.ListAsync(token);
            if (parsed.GetValue(csv))
            {
                CsvExport.Write(Console.Out, Header, rows.Select(row => (IReadOnlyList<SheetCell>)[.. Cells(row).Select(SheetCell.Of)]));
            }
            else
            {
                await TableAsync([Header, .. rows.Select(Cells)]);
            }
        }, cancellationToken));
        return list;
    }

    private static string[] Header => ["Họ và tên", "Thư điện tử", "Điện thoại", "Tổ chức và vai trò", "Tình trạng", "Đăng nhập lần cuối"];

    private static string[] Cells(AccountRow row) =>
        [row.Name, row.Email ?? "", row.Phone ?? "", row.ActsFor, row.Status, row.LastSignInAt is { } at ? VietnamTime.Written(at) : "chưa lần nào"];

    private static Argument<string> Login() => new("login") { Description = "Thư điện tử hoặc số điện thoại của tài khoản" };

    private static Option<string?> Why() => new("--why") { Description = "Lý do, được ghi vào nhật ký" };

    private static async Task<int> RunAsync(HouseSettings settings, Func<IAccounts, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await using var app = House.Build(settings, quiet: true);
        await DatabaseOpening.MigrateAsync(app.Services, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().As(new Actor("Dòng lệnh", Environment.UserName));
        await work(scope.ServiceProvider.GetRequiredService<IAccounts>(), cancellationToken);
        return 0;
    }

    private static Task PrintAsync(string password) =>
        Console.Out.WriteLineAsync($"Mật khẩu dùng một lần (chỉ in lần này): {password}");

    private static async Task TableAsync(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            await Console.Out.WriteLineAsync(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
