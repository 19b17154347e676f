using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;

namespace PhuSa.BrowserTests;

/// <summary>The product as it stands before anybody has recorded anything: two bodies and their sites, and who signs in. No list has a line of its own.</summary>
public sealed class EmptySite : Site
{
    /// <summary>Of the samples: without them nobody has a site to open or a body to act for.</summary>
    private static readonly string[] Tables = ["organisations.csv", "sites.csv"];

    private protected override async Task FillAsync()
    {
        var samples = Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "samples")).Order(StringComparer.Ordinal).First();
        var folder = Directory.CreateTempSubdirectory("phusa_empty_").FullName;
        try
        {
            foreach (var table in Tables)
            {
                File.Copy(Path.Combine(samples, table), Path.Combine(folder, table));
            }

            var result = await this.InScopeAsync(services => services.GetRequiredService<FolderImport>().RunAsync(folder, OfficePeople.By, dryRun: false, progress: null, CancellationToken.None));
            Assert.False(result.Failed, string.Join(" | ", result.Errors));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        // A director acts for a cooperative; of its file nothing is recorded yet.
        await this.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IOrganisationRegister>().OpenAsync(Guid.CreateVersion7(), OrganisationKind.Cooperative, "HTX Long Bình", shortName: null, [], CancellationToken.None);
            return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Samples:Load", "false");
    }
}
