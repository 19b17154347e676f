using System.Globalization;

namespace PhuSa.Platform.Journal.Chain;

/// <summary>In what way the chain is broken.</summary>
public enum BreachKind
{
    EntryAltered,
    EntryRemoved,
    EntryInserted,
    OrderChanged,
    LinkAltered,
    LinkRemoved,
    DayAltered,
    DayRemoved,
    RemovedTooEarly,
    KeptDayDiffers,
    KeptDayMissing,
    KeptEndDiffers,
    KeptEndMissing,
}

/// <summary>The first place where the chain is broken.</summary>
/// <param name="Number">Of the link; null where a day is broken as a whole.</param>
/// <param name="EntryId">The entry, where one is known.</param>
public sealed record Breach(BreachKind Kind, long? Number = null, DateOnly? Day = null, Guid? EntryId = null)
{
    /// <returns>A Vietnamese sentence, a key of the platform's English table: {0} is the number or the entry, {1} the day.</returns>
    public static string SentenceOf(BreachKind kind) => kind switch
    {
        BreachKind.EntryAltered => "Mục số {0} đã bị sửa sau khi ghi.",
        BreachKind.EntryRemoved => "Mục số {0} đã bị xoá khỏi nhật ký.",
        BreachKind.EntryInserted => "Mục số {0} được chèn vào sau khi các mục quanh nó đã được nối.",
        BreachKind.OrderChanged => "Mục số {0} không còn ở đúng thứ tự.",
        BreachKind.LinkAltered => "Mắt xích số {0} đã bị sửa.",
        BreachKind.LinkRemoved => "Mắt xích số {0} đã bị xoá.",
        BreachKind.DayAltered => "Dấu niêm của ngày {1} đã bị sửa.",
        BreachKind.DayRemoved => "Thiếu dấu niêm của ngày ngay trước ngày {1}.",
        BreachKind.RemovedTooEarly => "Các mục của ngày {1} đã bị xoá trước hạn lưu 12 tháng.",
        BreachKind.KeptDayDiffers => "Dấu niêm của ngày {1} khác với bản lưu.",
        BreachKind.KeptDayMissing => "Ngày {1} có trong bản lưu nhưng không còn trong nhật ký.",
        BreachKind.KeptEndDiffers => "Mắt xích số {0} khác với bản lưu.",
        BreachKind.KeptEndMissing => "Nhật ký đã bị cắt phần cuối: mắt xích số {0} có trong bản lưu nhưng không còn trong nhật ký.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What stands in the places of the sentence.</summary>
    public static object[] ArgsOf(long? number, DateOnly? day) =>
        [number?.ToString(CultureInfo.InvariantCulture) ?? "?", day is { } known ? VietnamTime.Written(known) : ""];

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, SentenceOf(Kind), ArgsOf(Number, Day));
}

/// <summary>What a check found.</summary>
/// <param name="Entries">How many entries were found whole.</param>
/// <param name="FromAt">When the first and the last of them were linked (UTC); null where there is none.</param>
/// <param name="Waiting">Entries that are committed and not linked yet.</param>
/// <param name="Breach">Null where the chain is whole.</param>
public sealed record ChainVerdict(long Entries, DateTime? FromAt, DateTime? ToAt, long Waiting, Breach? Breach);
