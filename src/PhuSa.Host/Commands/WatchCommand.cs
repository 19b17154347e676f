using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Host.Startup;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Contracts;

namespace PhuSa.Host.Commands;

/// <summary>
/// <c>phusa watch URL</c> looks at a site from another machine, without database and data; <c>phusa watch key</c> gives out the public key by which
/// it knows the product. Ends with 0 where all is as published, 1 at an alarm, 2 where something could not be looked at.
/// </summary>
internal static class WatchCommand
{
    private const int Alarm = 1;
    private const int NotLooked = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Command Make(Func<ParseResult, HouseSettings> settings)
    {
        var url = new Argument<string>("url") { Description = "Địa chỉ công khai của trang, dạng https://ten-may" };
        var key = new Option<string?>("--key") { Description = "Tệp khoá công khai do “phusa watch key” in ra" };
        var state = new Option<string?>("--state") { Description = "Thư mục ghi nhớ giữa các lần chạy: khoá đã tin, số cuối của danh sách đã đăng" };
        var allow = new Option<string[]>("--allow") { Description = "Tên máy khác mà trang được liên kết tới; dấu chấm ở đầu là mọi tên máy có đuôi ấy", AllowMultipleArgumentsPerToken = true };
        var newest = new Option<int>("--newest") { Description = "Số bài mới nhất được xem mỗi lần", DefaultValueFactory = _ => WatchManners.DefaultNewest };
        var rotating = new Option<int>("--rotating") { Description = "Số bài cũ, và số trang của hồ sơ, được xem luân phiên mỗi lần", DefaultValueFactory = _ => WatchManners.DefaultRotating };
        var perSecond = new Option<double>("--per-second") { Description = "Số lần hỏi mỗi giây", DefaultValueFactory = _ => WatchManners.DefaultPerSecond };
        var timeout = new Option<int>("--timeout") { Description = "Số giây chờ một câu trả lời", DefaultValueFactory = _ => WatchManners.DefaultTimeoutSeconds };
        var json = new Option<bool>("--json") { Description = "In kết quả dạng JSON" };
        var watch = new Command("watch", "Xem từ bên ngoài người đọc có nhận đúng những gì đã đăng không") { url, key, state, allow, newest, rotating, perSecond, timeout, json };
        watch.SetAction((parsed, cancellationToken) => SayingWhyNotAsync(() => LookAsync(
            parsed.GetRequiredValue(url),
            parsed.GetValue(key),
            parsed.GetValue(state),
            new WatchManners
            {
                Newest = Math.Max(0, parsed.GetValue(newest)),
                Rotating = Math.Max(0, parsed.GetValue(rotating)),
                PerSecond = Math.Clamp(parsed.GetValue(perSecond), 0.1, 1000),
                Timeout = TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(timeout), 1, 600)),
                Allowed = parsed.GetValue(allow) ?? [],
            },
            parsed.GetValue(json),
            cancellationToken)));
        var renew = new Option<bool>("--new") { Description = "Làm khoá mới, ký bằng khoá đang dùng" };
        var keys = new Command("key", "In khoá công khai để chép sang máy giám sát") { renew };
        keys.SetAction((parsed, cancellationToken) => KeyAsync(settings(parsed), parsed.GetValue(renew), cancellationToken));
        watch.Subcommands.Add(keys);
        return watch;
    }

    /// <summary>A command that could not even begin is no alarm.</summary>
    private static async Task<int> SayingWhyNotAsync(Func<Task<int>> look)
    {
        try
        {
            return await look();
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Không ghi được thư mục ghi nhớ: {e.Message}");
        }

        return NotLooked;
    }

    private static async Task<int> LookAsync(string address, string? keyFile, string? stateFolder, WatchManners manners, bool json, CancellationToken cancellationToken)
    {
        var site = Address(address);
        var file = stateFolder is null ? null : Path.Combine(stateFolder, $"{site.Host}-{site.Port.ToString(CultureInfo.InvariantCulture)}.json");
        var memory = await RememberedAsync(file, cancellationToken);
        if (keyFile is not null)
        {
            // A key that was endorsed since the file was written is remembered beside it.
            memory = memory with { Key = await KeyOfAsync(keyFile, cancellationToken) };
        }

        var report = await SiteWatch.RunAsync(site, manners, memory, [], TimeProvider.System, cancellationToken);
        if (file is not null)
        {
            Directory.CreateDirectory(stateFolder!);
            await File.WriteAllTextAsync(file + ".tam", JsonSerializer.Serialize(report.Memory, Json), cancellationToken);
            File.Move(file + ".tam", file, overwrite: true);
        }

        await (json ? Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, Json)) : TellAsync(report, trusted: memory.Key is not null));
        return report.Findings.Count > 0 ? Alarm : report.Problems.Count > 0 ? NotLooked : 0;
    }

    private static async Task TellAsync(WatchReport report, bool trusted)
    {
        foreach (var finding in report.Findings)
        {
            await Console.Error.WriteLineAsync("Báo động: " + string.Format(CultureInfo.InvariantCulture, SiteWatch.SentenceOf(finding.Kind), finding.Address, finding.Detail));
            if (finding.Expected is not null || finding.Found is not null)
            {
                await Console.Error.WriteLineAsync($"  đáng lẽ là: {Line(finding.Expected)}\n  thấy:       {Line(finding.Found)}");
            }
        }

        foreach (var problem in report.Problems)
        {
            await Console.Error.WriteLineAsync($"Không xem được {problem}.");
        }

        if (!trusted && report.Memory.Key is not null)
        {
            await Console.Out.WriteLineAsync("Chưa có khoá nào được tin trước; đã tin khoá mà trang đưa ra. Hãy dùng --key, hoặc --state để nhớ khoá này.");
        }

        var looked = $"Đã xem {report.Pages} trang và {report.Files} tệp của {report.Site.AbsoluteUri}";
        await Console.Out.WriteLineAsync(report.IsClean ? $"{looked}: đúng như đã đăng." : $"{looked}: {report.Findings.Count} báo động, {report.Problems.Count} chỗ không xem được.");
    }

    private static string Line(string? text) => text is null ? "(không có)" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<int> KeyAsync(HouseSettings settings, bool renew, CancellationToken cancellationToken)
    {
        await using var app = House.Build(settings, quiet: true);
        await DatabaseOpening.RequireCurrentAsync(app.Services, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().As(new Actor("Dòng lệnh", Environment.UserName));
        var keys = scope.ServiceProvider.GetRequiredService<IWatchKeyBook>();
        var pem = renew ? await keys.ReplaceAsync(cancellationToken) : await keys.NewestAsync(cancellationToken);
        await Console.Out.WriteLineAsync(pem ?? throw new RefusedException("Chưa có khoá: khoá được làm khi đăng bài đầu tiên."));
        return 0;
    }

    private static Uri Address(string typed) => Uri.TryCreate(typed, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? uri
        : throw new RefusedException("“{0}” không phải là địa chỉ trang. Hãy viết dạng https://ten-may.", typed);

    private static async Task<WatchMemory> RememberedAsync(string? file, CancellationToken cancellationToken)
    {
        if (file is null || !File.Exists(file))
        {
            return WatchMemory.None;
        }

        try
        {
            return JsonSerializer.Deserialize<WatchMemory>(await File.ReadAllTextAsync(file, cancellationToken), Json) ?? WatchMemory.None;
        }
        catch (JsonException)
        {
            throw new RefusedException("Tệp ghi nhớ {0} bị hỏng. Hãy xoá tệp này nếu muốn bắt đầu lại.", file);
        }
    }

    private static async Task<string> KeyOfAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return WatchKeyFile.Read(await File.ReadAllTextAsync(file, cancellationToken)) ?? throw new RefusedException("Tệp {0} không có khoá công khai nào. Hãy dùng tệp do “phusa watch key” in ra.", file);
        }
        catch (IOException)
        {
            throw new RefusedException("Không đọc được tệp {0}. Hãy dùng tệp do “phusa watch key” in ra.", file);
        }
    }
}
