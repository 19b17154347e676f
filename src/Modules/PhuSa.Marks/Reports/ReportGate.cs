using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Reports;

/// <summary>How many labels one network address may report in an hour.</summary>
internal sealed class ReportGate(IConfiguration configuration) : HourlyGate(configuration.GetValue("Marks:ReportsPerHour", DefaultPerHour))
{
    private const int DefaultPerHour = 20;
}
