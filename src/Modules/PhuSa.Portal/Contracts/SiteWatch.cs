using PhuSa.Portal.Watching.Outside;

namespace PhuSa.Portal.Contracts;

/// <summary>What a look at a site from outside may find.</summary>
public enum FindingKind
{
    /// <summary>A page is not, byte by byte, what the product answers.</summary>
    PageDiffers,

    /// <summary>A stylesheet, script, picture, attachment or feed is not.</summary>
    FileDiffers,

    /// <summary>The page leads to another address than the product says.</summary>
    Redirected,

    /// <summary>The page names a host that is neither ours nor in what was published nor allowed.</summary>
    ForeignLink,

    /// <summary>The page runs something that is not the product's.</summary>
    UnknownScript,

    /// <summary>The page holds links that nobody sees.</summary>
    HiddenBlock,
    BettingWords,

    /// <summary>What claims to be signed by the product is not.</summary>
    SealFalse,

    /// <summary>The list of what was published was altered, or something was taken out of it.</summary>
    ListBroken,

    /// <summary>What stands in the database is not what was published.</summary>
    ContentChanged,
}

/// <summary>Something that is not as it was published.</summary>
/// <param name="Address">Where: absolute, or the address of an article in the office.</param>
/// <param name="Detail">What exactly: a host, a word, a beginning of the script; empty where the kind says all.</param>
/// <param name="Expected">An excerpt of what should be there; null where there is none.</param>
/// <param name="Found">An excerpt of what is there.</param>
public sealed record Finding(FindingKind Kind, string Address, string Detail, string? Expected = null, string? Found = null);

/// <summary>How the watcher behaves towards the site.</summary>
public sealed record WatchManners
{
    public const int DefaultNewest = 20;
    public const int DefaultRotating = 20;
    public const double DefaultPerSecond = 4;
    public const int DefaultTimeoutSeconds = 20;

    /// <summary>How many of the newest articles are looked at each time.</summary>
    public int Newest { get; init; } = DefaultNewest;

    /// <summary>How many of the older ones, in turn, and as many pages of records.</summary>
    public int Rotating { get; init; } = DefaultRotating;

    /// <summary>Requests a second, one at a time.</summary>
    public double PerSecond { get; init; } = DefaultPerSecond;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(DefaultTimeoutSeconds);

    /// <summary>No look takes longer; what is left is a problem, not an alarm.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What is longer is not looked at.</summary>
    public long MostBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How long to wait before each further look, where a page differs: it may have been changed in between.</summary>
    public IReadOnlyList<TimeSpan> Patience { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    /// <summary>Further hosts that pages may name.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];
}

/// <summary>What a watcher keeps from one look to the next.</summary>
/// <param name="Key">Base64 of the public key that it believes; null: the first it is shown.</param>
/// <param name="HeadNumber">The last entry of the list of what was published, and its digest.</param>
/// <param name="Turn">How far the older articles and the records were looked at.</param>
public sealed record WatchMemory(string? Key, long HeadNumber, string? HeadLink, int Turn)
{
    public static WatchMemory None { get; } = new(null, 0, null, 0);
}

/// <summary>What a look at a site came to.</summary>
/// <param name="Checked">Addresses that were looked at, whatever came of it.</param>
/// <param name="Problems">What could not be looked at, and why: Vietnamese sentences.</param>
/// <param name="Memory">To be kept for the next look.</param>
public sealed record WatchReport(
    Uri Site,
    DateTime StartedAt,
    DateTime FinishedAt,
    int Pages,
    int Files,
    IReadOnlyList<string> Checked,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<string> Problems,
    WatchMemory Memory)
{
    public bool IsClean => Findings.Count == 0 && Problems.Count == 0;
}

/// <summary>Looks at a site from outside, as its readers do. Needs neither database nor data of the product.</summary>
public static class SiteWatch
{
    /// <param name="also">Addresses (paths) to look at whether or not their turn has come.</param>
    public static async Task<WatchReport> RunAsync(Uri site, WatchManners manners, WatchMemory memory, IReadOnlyCollection<string> also, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(manners);
        ArgumentNullException.ThrowIfNull(memory);
        using var fetcher = new Fetcher(new Uri(site.GetLeftPart(UriPartial.Authority)), manners);
        return await new Look(fetcher, manners, memory, clock).RunAsync(also, cancellationToken);
    }

    /// <returns>A Vietnamese sentence, a key of the English table: {0} is the address, {1} the detail.</returns>
    public static string SentenceOf(FindingKind kind) => kind switch
    {
        FindingKind.PageDiffers => "Trang {0} khác với trang mà hệ thống phát ra.",
        FindingKind.FileDiffers => "Tệp {0} khác với tệp mà hệ thống phát ra.",
        FindingKind.Redirected => "Trang {0} bị dẫn sang địa chỉ khác: {1}.",
        FindingKind.ForeignLink => "Trang {0} có liên kết lạ đến {1}.",
        FindingKind.UnknownScript => "Trang {0} có mã chạy lạ: {1}.",
        FindingKind.HiddenBlock => "Trang {0} có khối bị giấu chứa liên kết: {1}.",
        FindingKind.BettingWords => "Trang {0} có từ của trang cá cược: {1}.",
        FindingKind.SealFalse => "Dấu của {0} không phải do hệ thống ký.",
        FindingKind.ListBroken => "Danh sách những gì đã đăng bị sửa, bị cắt hoặc bị quay lui tại số {1}.",
        FindingKind.ContentChanged => "Nội dung bài {0} trong cơ sở dữ liệu khác với bản đã đăng.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
