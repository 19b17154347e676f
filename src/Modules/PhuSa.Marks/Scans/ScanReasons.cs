using PhuSa.Platform;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Scans;

/// <summary>Why a code is in the queue, in words.</summary>
internal static class ScanReasons
{
    public static IReadOnlyList<string> Of(ScanCount count, Texts text)
    {
        var reasons = new List<string>();
        var size = count.Labels is { } labels ? text["{0:N0} tem mang mã này", labels] : text["chưa biết bao nhiêu tem mang mã này"];
        if (count.IsOften)
        {
            reasons.Add(text["Ngày {0} có {1:N0} lượt kiểm tra, quá {2:N0} lượt ({3}).", VietnamTime.Written(count.Day), count.Views, count.ViewsLimit, size]);
        }

        if (count.IsWide)
        {
            reasons.Add(text["Ngày {0} được kiểm tra từ khoảng {1:N0} vùng mạng, quá {2:N0} vùng ({3}).", VietnamTime.Written(count.Day), count.Neighbourhoods, count.NeighbourhoodsLimit, size]);
        }

        if (count.IsReportedWidely)
        {
            reasons.Add(text["Tin báo nhãn mang mã này đến từ {0} xã, phường, quá {1}.", count.Communes, count.CommunesLimit]);
        }

        return reasons;
    }
}
