using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Web;

namespace PhuSa.Office.Pages.Office.Jobs;

internal sealed class IndexModel(IJobBook book) : PageModel
{
    public IReadOnlyList<JobFact> Jobs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Jobs = await book.AllAsync(cancellationToken);
}

/// <summary>How a job is shown.</summary>
internal static class JobPage
{
    public static (string Tone, string Word) ToneOf(JobFact job) => job switch
    {
        { IsAsked: true } => ("going", "Đang chờ chạy"),
        { IsUnfinished: true } => ("going", "Đang chạy"),
        { Succeeded: null } => ("draft", "Chưa chạy lần nào"),
        { Succeeded: true } => ("good", "Chạy xong"),
        _ => ("stop", "Bị hỏng"),
    };

    public static string Moment(DateTime? utc, Texts text) => utc is { } at ? Texts.Moment(at) : text["Chưa có"];

    public static string Outcome(string? sentence, IReadOnlyList<string> args, Texts text) => sentence is null ? "" : text[sentence, [.. args]];
}
