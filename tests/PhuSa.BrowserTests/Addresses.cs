using System.Text.RegularExpressions;

namespace PhuSa.BrowserTests;

/// <summary>An address on the samples for each page route that has a place to fill.</summary>
internal static partial class Addresses
{
    private static readonly Dictionary<string, string> Filled = new(StringComparer.Ordinal)
    {
        ["/chuyen-muc/{slug}"] = "/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe",
        ["/luu-tru/{when}"] = "/luu-tru/2020-07",
        ["/the/{slug}"] = "/the/nhan-hieu",
        ["/bai-viet/{slug}"] = "/bai-viet/hoi-nghi-so-ket-6-thang-2020",
        ["/bao-cao/{slug}"] = "/bao-cao/an-giang-2020-6-thang",
        ["/bao-cao/{slug}/so-lieu/{code}"] = "/bao-cao/an-giang-2020-6-thang/so-lieu/marks.cooperatives-granted",
        ["/hop-tac-xa/{slug}"] = "/hop-tac-xa/htx-long-binh",
        ["/san-pham/{slug}"] = $"/san-pham/{OcopRecords.Ending}",
        ["/nhan-hieu/{slug}"] = "/nhan-hieu/an-giang",
        ["/nhan-hieu/theo/{way}"] = "/nhan-hieu/theo/don-vi",
        ["/xac-minh/{code}/bao-nhan"] = "/xac-minh/khong-co-ma/bao-nhan",
        ["/su-kien/{slug}"] = "/su-kien/hoi-thao-nang-luc-2019",
        ["/cong-nghe/{slug}"] = "/cong-nghe/ruou-nho-rung",
        ["/ho-tro/{slug}"] = "/ho-tro/binh-thanh-cay-con-giong-rau",
        ["/ke-hoach/{slug}"] = "/ke-hoach/2020",
        ["/gioi-thieu/{slug}"] = "/gioi-thieu/co-cau-va-danh-ba",
        ["/thu-tuc/{slug}"] = "/thu-tuc/ho-tro-doi-moi-cong-nghe-qd-71-2019",
        ["/van-ban/{slug}"] = "/van-ban/quyet-dinh-71-2019-qd-ubnd",
        ["/so-van-ban/{code}"] = "/so-van-ban/qd-71-2019",
        ["/loi/{code}"] = "/loi/404",
        ["/hoi-dap/{id}"] = QuestionRecords.Address,
    };

    /// <returns>The address to visit; null where the samples have none for this route.</returns>
    public static string? Of(string route) => Plain(route) is var plain && plain.Contains('{', StringComparison.Ordinal) ? Filled.GetValueOrDefault(plain) : plain;

    /// <summary>Without constraints: <c>{slug:regex(…)}</c> is <c>{slug}</c>.</summary>
    private static string Plain(string route) => Constraint.Replace(route, "{$1}");

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Constraint { get; }
}
