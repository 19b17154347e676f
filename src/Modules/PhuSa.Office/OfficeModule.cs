using Microsoft.Extensions.DependencyInjection;
using PhuSa.Office.Channels;
using PhuSa.Office.Filters;
using PhuSa.Office.Journal;
using PhuSa.Office.Messages;
using PhuSa.Office.Notices;
using PhuSa.Platform;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Office;

/// <summary>The office around every module's pages: what waits for me, search, notices, the journal and the jobs.</summary>
public sealed class OfficeModule : IModule
{
    public IReadOnlyList<Right> Rights => [.. HouseRights.All, JobRights.Manage, JournalRights.Read, JournalRights.Alarm, MessageRights.Manage];

    public IReadOnlyList<OfficeFolder> OfficeFolders =>
    [
        new("/Office", Right: null),
        new("/Office/Jobs", JobRights.Manage),
        new("/Office/Messages", MessageRights.Manage),
        new("/Office/Journal", JournalRights.Read),
    ];

    public IReadOnlyList<OfficeLink> OfficeLinks =>
    [
        new(OfficeGroups.Work, 0, "Việc của tôi", "/quan-tri", Right: null),
        new(OfficeGroups.Work, 20, "Thông báo", "/quan-tri/thong-bao", Right: null),
        new(OfficeGroups.House, 40, "Công việc nền", JobWords.Pages, JobRights.Manage),
        new(OfficeGroups.House, 45, "Thư gửi đi", "/quan-tri/thu-gui", MessageRights.Manage),
        new(OfficeGroups.Mine, 90, "Bộ lọc đã lưu", "/quan-tri/bo-loc", Right: null),
        new(OfficeGroups.House, 30, "Nhật ký", "/quan-tri/nhat-ky", JournalRights.Read),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<FilterBook>();
        services.AddScoped<ISavedFilters>(provider => provider.GetRequiredService<FilterBook>());
        services.AddScoped<JournalBook>();
        services.AddScoped<JournalExport>();
        services.AddSingleton<JournalStatuses>();
        AddNotices(services);
        AddChannels(services);
    }

    private static void AddNotices(IServiceCollection services)
    {
        services.AddScoped<NoticeBoard>();
        services.AddScoped<INotices>(provider => provider.GetRequiredService<NoticeBoard>());
        services.AddScoped<IUnreadNotices>(provider => provider.GetRequiredService<NoticeBoard>());
        services.AddScoped<NoticePosting>();
        services.AddSingleton<NoticeWords>();
        services.AddScoped<IOutbox, Outbox>();
        services.AddScoped<IScheduledJob, DailyDigest>();
        services.AddScoped<IScheduledJob, MessageSending>();
        services.AddScoped<IScheduledJob, OldMessages>();
    }

    private static void AddChannels(IServiceCollection services)
    {
        services.AddSingleton<MailSettings>();
        services.AddScoped<IMessageChannel, MailChannel>();
        services.AddScoped<IMessageChannel, SmsChannel>();
        services.AddScoped<IMessageChannel, ZaloChannel>();
        services.AddHttpClient(GatewayChannel.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
    }
}
