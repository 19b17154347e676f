using PhuSa.Platform;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Papers.Pages.Papers.Office;

/// <summary>A form that comes back with both versions where somebody else saved meanwhile, with the buttons of <c>_EditButtons</c>.</summary>
internal interface IPaperEditing : IEditing
{
    /// <summary>Where “Thôi” leads.</summary>
    string Address { get; }
}

/// <summary>Values in words, for comparing two versions.</summary>
internal static class PaperTold
{
    public static string? Line(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.ReplaceLineEndings(" ").Trim();

    public static string? Day(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : null;

    public static string Flag(bool flag) => flag ? "Có" : "Không";
}
