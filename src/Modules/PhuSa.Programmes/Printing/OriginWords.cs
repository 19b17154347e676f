using PhuSa.Platform.Figures;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Printing;

/// <summary>How a figure came about, in words.</summary>
internal static class OriginWords
{
    public const string Computed = "Tính từ hồ sơ";
    public const string Manual = "Nhập tay, theo nguồn";
    public const string About = "Nhập tay, ước chừng theo nguồn";
    public const string Target = "Chỉ tiêu nhập tay, theo kế hoạch";
    public const string Unknown = "Chưa có dữ liệu";

    public static string Of(FigureState figure) => figure switch
    {
        { Value: null, Target: not null } => Target,
        { Value: null } => Unknown,
        { Approximate: true } => About,
        { Origin: FigureOrigin.Manual } => Manual,
        _ => Computed,
    };
}
