namespace PhuSa.Platform.Web.PageCache;

/// <summary>What a kept page is found by: site and the address it is reached at, path, and encoding, text size and language in one byte.</summary>
internal readonly record struct PageKey(string Door, string Path, byte Choices);
