namespace PhuSa.Platform.Web;

/// <summary>Marks the platform's string table: Vietnamese keys, Strings.en.resx at the root of the project.</summary>
internal static class Strings;
