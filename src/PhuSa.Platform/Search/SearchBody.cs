namespace PhuSa.Platform.Search;

/// <summary>Puts the words of a page together as plain text.</summary>
public static class SearchBody
{
    /// <summary>Each part on a line of its own; what is not known leaves no line.</summary>
    public static string Lines(params IEnumerable<string?> parts) => string.Join('\n', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}
