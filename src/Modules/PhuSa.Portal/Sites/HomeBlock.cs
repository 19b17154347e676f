using System.Collections.Frozen;

namespace PhuSa.Portal.Sites;

/// <summary>A part of the home page below its headline.</summary>
internal enum HomeBlock
{
    /// <summary>The river band: figures and words.</summary>
    Band,

    /// <summary>The newest of each category that was chosen for it.</summary>
    News,

    /// <summary>“Bạn cần làm gì?”.</summary>
    Tasks,
}

/// <summary>The blocks of home pages as they are stored, imported and called.</summary>
internal static class HomeBlocks
{
    public static IReadOnlyList<HomeBlock> All { get; } = [HomeBlock.Band, HomeBlock.News, HomeBlock.Tasks];

    /// <summary>As they stand in columns and tables.</summary>
    public static FrozenDictionary<string, HomeBlock> Words { get; } = new Dictionary<string, HomeBlock>
    {
        ["band"] = HomeBlock.Band,
        ["news"] = HomeBlock.News,
        ["tasks"] = HomeBlock.Tasks,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>What is shown, from the top; a word that is not known is no block.</returns>
    /// <param name="stored">Null: all, in the order of the house.</param>
    public static IReadOnlyList<HomeBlock> Read(string? stored) => stored is null
        ? All
        : [.. stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(Words.ContainsKey).Select(word => Words[word]).Distinct()];

    public static string? Written(IEnumerable<HomeBlock> shown) =>
        shown.ToList() is var blocks && blocks.SequenceEqual(All) ? null : string.Join(' ', blocks.Distinct().Select(block => Words.First(pair => pair.Value == block).Key));

    /// <returns>The Vietnamese name, a key of the English table.</returns>
    public static string NameOf(HomeBlock block) => block switch
    {
        HomeBlock.Band => "Dải số liệu",
        HomeBlock.News => "Tin của các chuyên mục",
        _ => "Bạn cần làm gì?",
    };
}
