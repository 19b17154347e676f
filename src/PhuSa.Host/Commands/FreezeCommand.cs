using Microsoft.Extensions.DependencyInjection;
using PhuSa.Host.Startup;
using PhuSa.Platform.Rules;
using PhuSa.Programmes.Contracts;

namespace PhuSa.Host.Commands;

/// <summary><c>phusa review freeze SLUG</c>: keeps values, record ids and the digest of the whole.</summary>
internal static class FreezeCommand
{
    public static async Task<int> RunAsync(HouseSettings settings, string slug, CancellationToken cancellationToken)
    {
        await using var app = House.Build(settings, quiet: true);
        await DatabaseOpening.MigrateAsync(app.Services, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var frozen = await scope.ServiceProvider.GetRequiredService<IReviewFreezing>()
            .FreezeAsync(slug, new Actor("Dòng lệnh", Environment.UserName), cancellationToken);
        await Console.Out.WriteLineAsync($"Đã chốt báo cáo {slug}: {frozen.Figures} số liệu, {frozen.Records} hồ sơ. SHA-256: {frozen.Sha256}");
        return 0;
    }
}
