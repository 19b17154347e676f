using System.Globalization;
using Microsoft.AspNetCore.Html;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Visits;

/// <summary>Bars of the last days, drawn here: no script, no style in the page. The table beside it says the same number by number.</summary>
internal static class DayChart
{
    private const int Width = 600;
    private const int Height = 140;

    /// <param name="days">The oldest first, at least one.</param>
    /// <param name="name">What the picture says, for who does not see it.</param>
    public static IHtmlContent Draw(IReadOnlyList<DayNumbers> days, string name)
    {
        var most = Math.Max(1, days.Max(day => day.Visits));
        var step = (double)Width / days.Count;
        var svg = new HtmlContentBuilder();
        svg.AppendFormat(CultureInfo.InvariantCulture, "<svg viewBox=\"0 0 {0} {1}\" width=\"100%\" role=\"img\" aria-label=\"{2}\">", Width, Height + 2, name);
        for (var i = 0; i < days.Count; i++)
        {
            var height = Height * (double)days[i].Visits / most;
            svg.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{(i * step) + (step * 0.1):0.##}\" y=\"{Height - height:0.##}\" width=\"{step * 0.8:0.##}\" height=\"{height:0.##}\" fill=\"currentColor\"/>"));
        }

        return svg.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<path d=\"M0 {Height + 1}h{Width}\" stroke=\"currentColor\" stroke-width=\"2\"/></svg>"));
    }
}
