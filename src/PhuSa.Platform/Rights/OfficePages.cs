namespace PhuSa.Platform.Rights;

/// <summary>The pages of a folder are for those who have a right.</summary>
/// <param name="Folder">The Razor folder, such as <c>/Journal/Office</c>; the longest that fits decides.</param>
/// <param name="Right">Null: whoever is signed in.</param>
public sealed record OfficeFolder(string Folder, Right? Right);

/// <summary>A line of the office's side menu, shown to those who have the right.</summary>
/// <param name="Group">A heading of the menu, such as <see cref="OfficeGroups.Work"/>.</param>
/// <param name="Title">Vietnamese, a key of the module's English table.</param>
/// <param name="Right">Null: whoever is signed in.</param>
public sealed record OfficeLink(string Group, int Order, string Title, string Url, Right? Right);

/// <summary>The headings of the side menu, in their order.</summary>
public static class OfficeGroups
{
    public const string Work = "Công việc";
    public const string Records = "Hồ sơ";
    public const string Publishing = "Xuất bản";
    public const string House = "Hệ thống";
    public const string Mine = "Của tôi";

    public static IReadOnlyList<string> InOrder { get; } = [Work, Records, Publishing, House, Mine];
}
