using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Host.Startup;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal.Chain;
using PhuSa.Platform.Rules;

namespace PhuSa.Host.Commands;

/// <summary><c>phusa journal verify</c> names the first broken entry; <c>phusa journal digest</c> prints what to compare with later.</summary>
internal static class JournalCommand
{
    public static async Task<int> VerifyAsync(HouseSettings settings, string? from, string? digests, CancellationToken cancellationToken)
    {
        var first = Day(from);
        var kept = digests is null ? null : KeptDigests.Read(await LinesAsync(digests, cancellationToken));
        await using var app = House.Build(settings, quiet: true);
        await DatabaseOpening.RequireCurrentAsync(app.Services, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<ChainCheck>().RunAsync(first, kept, cancellationToken);
        if (verdict.Breach is { } breach)
        {
            await Console.Error.WriteLineAsync(Told(breach, verdict));
            return 1;
        }

        await Console.Out.WriteLineAsync(Told(verdict));
        return 0;
    }

    public static async Task<int> DigestAsync(HouseSettings settings, CancellationToken cancellationToken)
    {
        await using var app = House.Build(settings, quiet: true);
        await DatabaseOpening.RequireCurrentAsync(app.Services, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var line in await KeptDigests.ListAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), cancellationToken))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return 0;
    }

    private static DateOnly? Day(string? typed)
    {
        if (typed is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RefusedException("“{0}” không phải là ngày. Hãy viết dạng 2026-07-01.", typed);
    }

    private static async Task<string[]> LinesAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllLinesAsync(path, cancellationToken);
        }
        catch (IOException)
        {
            throw new RefusedException("Không đọc được tệp {0}. Hãy chỉ đến tệp do “phusa journal digest” in ra.", path);
        }
    }

    private static string Told(Breach breach, ChainVerdict verdict)
    {
        var entry = breach.EntryId is { } id ? $" Mã mục: {id}." : "";
        return $"Nhật ký không còn nguyên vẹn. {breach}{entry} Trước đó có {verdict.Entries} mục nguyên vẹn.";
    }

    private static string Told(ChainVerdict verdict)
    {
        var waiting = verdict.Waiting > 0 ? $" {verdict.Waiting} mục mới chưa nối vào chuỗi." : "";
        return verdict is { FromAt: { } from, ToAt: { } to }
            ? $"Nhật ký nguyên vẹn: {verdict.Entries} mục, từ {VietnamTime.Written(from)} đến {VietnamTime.Written(to)}.{waiting}"
            : $"Nhật ký nguyên vẹn: chưa có mục nào trong chuỗi.{waiting}";
    }
}
