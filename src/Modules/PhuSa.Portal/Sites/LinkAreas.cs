namespace PhuSa.Portal.Sites;

/// <summary>A place for links as the office knows it.</summary>
/// <param name="Slug">In the address of its page.</param>
/// <param name="Name">Vietnamese, a key of the English table.</param>
internal sealed record LinkAreaFact(LinkArea Area, string Slug, string Name)
{
    /// <summary>Only a menu has a second level.</summary>
    public bool IsTree => Area == LinkArea.Menu;

    /// <summary>Only the band shows a line under the words.</summary>
    public bool HasNote => Area == LinkArea.Band;
}

internal static class LinkAreas
{
    public static IReadOnlyList<LinkAreaFact> All { get; } =
    [
        new(LinkArea.Menu, "menu", "Danh mục chính"),
        new(LinkArea.Hero, "nut", "Nút dưới tiêu đề trang chủ"),
        new(LinkArea.Band, "dai", "Chữ trong dải số liệu"),
        new(LinkArea.Home, "viec", "Bạn cần làm gì?"),
        new(LinkArea.Footer, "cuoi-trang", "Liên kết ở cuối trang"),
    ];

    public static LinkAreaFact? At(string slug) => All.FirstOrDefault(area => area.Slug == slug);
}
