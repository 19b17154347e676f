using System.Globalization;

namespace PhuSa.Cooperatives.Ratings;

/// <summary>What is said of ratings. Every word is a key of the module's English table.</summary>
internal static class RatingWords
{
    public static string Of(RatingClass rating) => rating switch
    {
        RatingClass.NotEnoughData => "Chưa đủ dữ liệu",
        RatingClass.NotRated => "Không xếp loại",
        RatingClass.Weak => "Yếu",
        RatingClass.Average => "Trung bình",
        RatingClass.Fair => "Khá",
        RatingClass.Good => "Tốt",
        _ => throw new ArgumentOutOfRangeException(nameof(rating)),
    };

    public static string ToneOf(RatingClass rating) => rating switch
    {
        RatingClass.NotEnoughData => "unknown",
        RatingClass.NotRated => "ended",
        RatingClass.Weak => "stop",
        RatingClass.Average => "act",
        _ => "good",
    };

    public static string Of(NotRatedReason reason) => reason switch
    {
        NotRatedReason.TooYoung => "Thành lập chưa đủ 12 tháng tính đến hết năm",
        NotRatedReason.Stopped => "Ngừng hoạt động quá 3 tháng trong năm",
        NotRatedReason.Ended => "Đã giải thể, sáp nhập hoặc chia trong năm hoặc trước đó",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    public static string Of(RatingGap gap) => gap switch
    {
        RatingGap.Founding => "Hồ sơ chưa ghi thời điểm thành lập đủ rõ để biết đã hoạt động 12 tháng hay chưa",
        RatingGap.Status => "Hồ sơ chưa ghi tình trạng của cả năm nên chưa biết có ngừng hoạt động quá 3 tháng hay không",
        RatingGap.Points => "Còn tiêu chí chưa có điểm",
        _ => throw new ArgumentOutOfRangeException(nameof(gap)),
    };

    /// <summary>7,5 and 8: with a comma, without needless digits.</summary>
    public static string Written(decimal points) => points.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',');
}
