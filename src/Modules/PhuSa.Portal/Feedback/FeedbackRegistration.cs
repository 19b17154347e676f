using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Office;

namespace PhuSa.Portal.Feedback;

internal static class FeedbackRegistration
{
    public static void AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton<FormStamp>();
        services.AddSingleton<FeedbackGate>();
        services.AddScoped<FeedbackIntake>();
        services.AddScoped<FeedbackMail>();
        services.AddScoped<SentLetters>();
        services.AddScoped<IWorkSource, FeedbackWork>();
        services.AddScoped<IScheduledJob, FeedbackRetention>();
    }
}
