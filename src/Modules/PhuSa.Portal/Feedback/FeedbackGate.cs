using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Feedback;

/// <summary>How much feedback one network address may send in an hour.</summary>
internal sealed class FeedbackGate(IConfiguration configuration) : HourlyGate(configuration.GetValue("Feedback:PerHour", DefaultPerHour))
{
    private const int DefaultPerHour = 20;
}
