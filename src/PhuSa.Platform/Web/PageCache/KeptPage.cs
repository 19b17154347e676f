using Microsoft.Extensions.Primitives;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>A page made once, with the tally of its views.</summary>
/// <param name="Headers">What the page set itself.</param>
/// <param name="Stamp">The content watch when it was rendered.</param>
/// <param name="MadeAt">UTC ticks.</param>
/// <param name="Until">UTC ticks: words that depend on the time, and midnight.</param>
internal sealed record KeptPage(PageBody Body, KeyValuePair<string, StringValues>[] Headers, PageTally Tally, long Stamp, long MadeAt, long Until)
{
    public bool IsFresh(long stamp, long ticks) => Stamp == stamp && ticks < Until && ticks >= MadeAt;
}
