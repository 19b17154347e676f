using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PhuSa.Platform.Data;

namespace PhuSa.Host.Startup;

/// <summary>Lets <c>dotnet ef</c> see the model of either database without starting the product: <c>scripts/migrate</c>.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Kind"] = Environment.GetEnvironmentVariable("PHUSA_DATABASE") ?? nameof(DatabaseKind.Sqlite),
            ["Database:Connection"] = Environment.GetEnvironmentVariable("PHUSA_DATABASE") == nameof(DatabaseKind.Postgres) ? "Host=localhost;Database=phusa" : "Data Source=phusa.db",
        }).Build();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddDatabase(configuration);
        foreach (var module in HouseModules.All)
        {
            services.AddSingleton(module);
        }

        return services.BuildServiceProvider().GetRequiredService<AppDbContext>();
    }
}
