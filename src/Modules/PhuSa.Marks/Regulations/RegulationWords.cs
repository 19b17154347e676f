using PhuSa.Platform.Web;

namespace PhuSa.Marks.Regulations;

/// <summary>The numbers of a regulation in words; null where it does not rule them.</summary>
internal static class RegulationWords
{
    public static string? Days(this Texts text, int? days) => days is { } known ? text["{0} ngày làm việc", known] : null;

    public static string Of(BanCovers covers) => covers == BanCovers.Holder ? "mọi sản phẩm của đơn vị" : "cùng sản phẩm của đơn vị";

    public static string? Months(this Texts text, int? months) => months is { } known ? text["{0} tháng", known] : null;
}
