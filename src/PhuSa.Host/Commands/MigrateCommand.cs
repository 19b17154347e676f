using PhuSa.Host.Startup;

namespace PhuSa.Host.Commands;

/// <summary><c>phusa migrate</c>: on PostgreSQL an administrator runs it at an upgrade, before the new instances start.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(HouseSettings settings, CancellationToken cancellationToken)
    {
        await using var app = House.Build(settings, quiet: true);
        var applied = await DatabaseOpening.MigrateAsync(app.Services, cancellationToken);
        await Console.Out.WriteLineAsync(applied == 0 ? "Cơ sở dữ liệu đã ở phiên bản hiện tại." : $"Đã áp dụng {applied} bước nâng cấp cơ sở dữ liệu.");
        return 0;
    }
}
