namespace PhuSa.Platform.Web.PageCache;

/// <summary>What a kept page is found by: site, path, and encoding, text size and language in one byte.</summary>
internal readonly record struct PageKey(string Site, string Path, byte Choices);
