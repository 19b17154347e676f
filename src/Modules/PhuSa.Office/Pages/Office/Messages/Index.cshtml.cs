using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Office.Messages;
using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;

namespace PhuSa.Office.Pages.Office.Messages;

internal sealed class IndexModel(AppDbContext db, IEnumerable<IMessageChannel> channels) : PageModel
{
    public const int PageSize = 20;
    private const int MostPages = 100_000;
    private const string Waiting = "cho";
    private const string Failed = "hong";
    private const string Sent = "da-gui";

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "loc")]
    public string? Filter { get; set; }

    public IReadOnlyList<(string Filter, string Name, int Count)> Filters { get; private set; } = [];

    public IReadOnlyList<string> Absent { get; private set; } = [];

    public IReadOnlyList<OfficeMessage> Messages { get; private set; } = [];

    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Number is < 1 or > MostPages || !ModelState.IsValid || (Filter ??= Waiting) is not (Waiting or Failed or Sent))
        {
            return NotFound();
        }

        Filters = [(Waiting, "Đang chờ gửi", await Of(Waiting).CountAsync(cancellationToken)), (Failed, "Không gửi được", await Of(Failed).CountAsync(cancellationToken)), (Sent, "Đã gửi", await Of(Sent).CountAsync(cancellationToken))];
        Absent = [.. channels.Where(channel => !channel.IsConfigured).Select(channel => channel.Code)];
        Count = Filters.Single(filter => filter.Filter == Filter).Count;
        Messages = await Of(Filter).AsNoTracking().OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return Number > 1 && Messages.Count == 0 ? NotFound() : Page();
    }

    private IQueryable<OfficeMessage> Of(string filter) => filter switch
    {
        Waiting => db.Set<OfficeMessage>().Where(m => m.NextAttemptAt != null),
        Failed => db.Set<OfficeMessage>().Where(m => m.GivenUpAt != null),
        _ => db.Set<OfficeMessage>().Where(m => m.SentAt != null),
    };
}

/// <summary>How a message is shown.</summary>
internal static class MessagePage
{
    public static (string Tone, string Word) ToneOf(OfficeMessage message) => message switch
    {
        { SentAt: not null } => ("good", "Đã gửi"),
        { GivenUpAt: not null } => ("stop", "Không gửi được"),
        { Attempts: > 0 } => ("act", "Đang thử lại"),
        _ => ("going", "Đang chờ gửi"),
    };

    public static string ChannelOf(string code) => code switch
    {
        MessageChannels.Mail => "Thư điện tử",
        MessageChannels.Sms => "Tin nhắn SMS",
        MessageChannels.Zalo => "Tin nhắn Zalo",
        _ => code,
    };
}
