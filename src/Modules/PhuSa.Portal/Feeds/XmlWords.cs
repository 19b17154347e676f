using System.Xml;

namespace PhuSa.Portal.Feeds;

/// <summary>Words of a record in XML 1.0, which has no place for most control characters.</summary>
internal static class XmlWords
{
    public static string Of(string words) => string.Concat(words.Where((letter, at) => XmlConvert.IsXmlChar(letter) || IsPair(words, at)));

    private static bool IsPair(string words, int at) =>
        (char.IsHighSurrogate(words[at]) && at + 1 < words.Length && char.IsLowSurrogate(words[at + 1])) || (char.IsLowSurrogate(words[at]) && at > 0 && char.IsHighSurrogate(words[at - 1]));
}
