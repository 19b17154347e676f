using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Seals;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Alarms;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Portal.Watching;

/// <summary>Who watches the public sites.</summary>
internal static class WatchRights
{
    public const string Office = "/quan-tri/giam-sat";

    public static Right Watch { get; } = new("portal.watch", "Xem giám sát trang công khai, nhận báo động, tạm dừng và cho đăng bài lại", Role.Administrator);
}

internal static class WatchingRegistration
{
    public static void AddWatching(this IServiceCollection services)
    {
        services.AddScoped<WatchKeys>();
        services.AddScoped<PublicationSealing>();
        services.AddScoped<SealChain>();
        services.AddSingleton<SealedWords>();
        services.AddScoped<ISaveChangesInterceptor, SealInterceptor>();
        services.AddScoped<IAnswerSealer, AnswerSealer>();
        services.AddScoped<ContentCheck>();
        services.AddScoped<AlarmBook>();
        services.AddScoped<Freezing>();
        services.AddScoped<IPublishingHold>(provider => provider.GetRequiredService<Freezing>());
        services.AddScoped<WordsHold>();
        services.AddScoped<ISaveChangesInterceptor, WordsHoldInterceptor>();
        services.AddScoped<IScheduledJob, SealJob>();
        services.AddScoped<IScheduledJob, WatchJob>();
        services.AddSingleton<IWarmUp, FirstSeals>();
        services.AddScoped<IWatchKeyBook, WatchKeyBook>();
    }
}
