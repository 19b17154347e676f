using AngleSharp.Dom;

namespace PhuSa.Portal.Articles.Body;

/// <summary>What a reader who cannot see the page would miss: headings in order, words for images and links, headed tables (WCAG 1.1.1, 1.3.1, 2.4.4).</summary>
internal static class BodyCheck
{
    /// <summary>What a brought page has where its picture was never described: words that say that words are missing.</summary>
    public const string Undescribed = "Ảnh chưa có lời tả";

    private const int Shown = 60;

    public static void Look(IElement body, List<BodyProblem> problems)
    {
        Headings(body, problems);
        foreach (var image in body.QuerySelectorAll("img").Where(image => image.GetAttribute("alt") is null or "" or Undescribed))
        {
            problems.Add(new("Ảnh “{0}” chưa có lời thay ảnh. Hãy tả điều người xem thấy trong ảnh.", Path.GetFileName(image.GetAttribute("src")!)));
        }

        foreach (var table in body.QuerySelectorAll("table").Where(table => table.QuerySelector("th") is null))
        {
            problems.Add(new("Bảng bắt đầu bằng “{0}” chưa có hàng hoặc cột tiêu đề. Hãy đặt con trỏ trong bảng và chọn “Hàng tiêu đề”.", Short(table.TextContent)));
        }
    }

    private static void Headings(IElement body, List<BodyProblem> problems)
    {
        var above = 1;
        foreach (var heading in body.QuerySelectorAll("h2, h3, h4"))
        {
            var level = heading.LocalName[1] - '0';
            if (level > above + 1)
            {
                problems.Add(above == 1
                    ? new("Đề mục đầu tiên “{0}” phải là đề mục lớn.", Short(heading.TextContent))
                    : new("Đề mục “{0}” nhảy qua một cấp. Hãy dùng đề mục lớn, rồi vừa, rồi nhỏ.", Short(heading.TextContent)));
            }

            above = level;
        }
    }

    private static string Short(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Shown ? line : line[..Shown] + "…";
    }
}
