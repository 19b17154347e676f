using System.Globalization;
using PhuSa.Platform.Web;

namespace PhuSa.Platform.Jobs;

/// <summary>What a run says, as it is kept: numbers and times written the Vietnamese way.</summary>
internal static class OutcomeWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static IReadOnlyList<string> Of(JobOutcome outcome) => [.. outcome.Args.Select(Word)];

    private static string Word(object arg) => arg switch
    {
        int or long => string.Format(Vietnamese, "{0:N0}", arg),
        DateTime utc => Texts.Moment(utc),
        DateOnly day => VietnamTime.Written(day),
        IFormattable other => other.ToString(format: null, Vietnamese),
        _ => arg.ToString() ?? "",
    };
}
