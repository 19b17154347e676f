using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Files.Images;
using PhuSa.Files.Keeping;
using PhuSa.Files.Scanning;
using PhuSa.Files.Serving;
using PhuSa.Files.Shelf;
using PhuSa.Files.Store;
using PhuSa.Platform;
using PhuSa.Platform.Files;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;

namespace PhuSa.Files;

/// <summary>Every file: taken in, looked through, cleaned, kept by its content and handed out to those who may see its record.</summary>
public sealed class FilesModule : IModule
{
    public IReadOnlyList<Right> Rights => [SharedFiles.Manage];

    public IReadOnlyList<OfficeFolder> OfficeFolders => [new("/Files/Office", SharedFiles.Manage)];

    public IReadOnlyList<OfficeLink> OfficeLinks => [new(OfficeGroups.Records, 95, "Tệp dùng chung", SharedFiles.Url, SharedFiles.Manage)];

    public void AddServices(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<IncomingFolder>();
        services.AddSingleton<DiskStore>();
        services.AddSingleton<S3Store>();
        services.AddSingleton<IContentStore>(provider => new WatchedStore(S3Store.IsConfigured(provider.GetRequiredService<IConfiguration>())
            ? provider.GetRequiredService<S3Store>()
            : provider.GetRequiredService<DiskStore>()));
        services.AddSingleton<ClamAv>();
        services.AddSingleton<PictureCleaning>();
        services.AddSingleton<LinkSeal>();
        services.AddScoped<Intake>();
        services.AddScoped<FileNotes>();
        services.AddScoped<IFiles, FileRegister>();
        services.AddScoped<Thumbnails>();
        services.AddScoped<FileReading>();
        services.AddScoped<VariantMaking>();
        services.AddScoped<IScheduledJob, VariantsJob>();
        services.AddScoped<IScheduledJob, SweepJob>();
        services.AddScoped<IFileGuard, SharedFilesGuard>();
    }
}
