using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace PhuSa.Portal.Feedback;

/// <summary>What the queue shows: all of it stands in the address. What cannot be read is no filter.</summary>
/// <param name="State">Null: what is open.</param>
internal sealed record FeedbackFilter(string State, FeedbackKind? Kind, string? Site, bool Mine, bool Late, string? Code)
{
    public const string StateKey = "tinh-trang";
    public const string KindKey = "loai";
    public const string SiteKey = "cong";
    public const string MineKey = "cua-toi";
    public const string LateKey = "qua-han";
    public const string CodeKey = "ma";
    public const string Open = "chua-xong";
    public const string All = "tat-ca";
    public const string Yes = "1";

    /// <summary>The states by the word that stands for them in the address.</summary>
    public static IReadOnlyDictionary<string, (FeedbackStatus[] States, string Name)> States { get; } = new Dictionary<string, (FeedbackStatus[], string)>(StringComparer.Ordinal)
    {
        [Open] = ([FeedbackStatus.New, FeedbackStatus.Assigned], "Chưa xong"),
        ["moi"] = ([FeedbackStatus.New], "Mới nhận"),
        ["dang-xu-ly"] = ([FeedbackStatus.Assigned], "Đang xử lý"),
        ["da-tra-loi"] = ([FeedbackStatus.Answered], "Đã trả lời"),
        ["da-dang"] = ([FeedbackStatus.Published], "Đã đăng hỏi đáp"),
        ["khong-xu-ly"] = ([FeedbackStatus.Rejected], "Không xử lý"),
        ["thu-rac"] = ([FeedbackStatus.Spam], "Thư rác"),
        [All] = ([FeedbackStatus.New, FeedbackStatus.Assigned, FeedbackStatus.Answered, FeedbackStatus.Published, FeedbackStatus.Rejected], "Tất cả, trừ thư rác"),
    };

    public static FeedbackFilter Of(IQueryCollection query) => new(
        States.ContainsKey(query[StateKey].ToString()) ? query[StateKey].ToString() : Open,
        Enum.TryParse<FeedbackKind>(query[KindKey], out var kind) && Enum.IsDefined(kind) ? kind : null,
        query[SiteKey].ToString() is { Length: > 0 and <= Sites.Site.CodeMaxLength } site ? site : null,
        query[MineKey] == Yes,
        query[LateKey] == Yes,
        ReferenceCode.Read(query[CodeKey]));

    public IQueryable<FeedbackItem> Among(IQueryable<FeedbackItem> items, Guid me, DateOnly today)
    {
        if (Code is { } code)
        {
            return items.Where(f => f.Code == code);
        }

        var older = FeedbackTerms.OverdueBefore(today);
        var states = States[State].States;
        items = items.Where(f => EF.Parameter(states).Contains(f.Status));
        items = Kind is { } kind ? items.Where(f => f.Kind == kind) : items;
        items = Site is { } site ? items.Where(f => f.Site == site) : items;
        items = Mine ? items.Where(f => f.AssigneeId == me) : items;
        return Late ? items.Where(f => (f.Status == FeedbackStatus.New || f.Status == FeedbackStatus.Assigned) && (f.DueOn < today || (f.DueOn == null && f.CreatedAt < older))) : items;
    }
}
