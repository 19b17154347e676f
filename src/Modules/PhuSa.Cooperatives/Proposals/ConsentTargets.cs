using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Registry;

namespace PhuSa.Cooperatives.Proposals;

/// <summary>What a cooperative agrees to have shown to everybody, item by item, as targets of a proposal.</summary>
internal static class ConsentTargets
{
    /// <summary>A key of the module's English table.</summary>
    public const string Given = "được công khai";

    /// <summary>A key of the module's English table.</summary>
    public const string Withheld = "không công khai";

    private const string Prefix = "Show";

    public static IReadOnlyList<IntakeTarget> All { get; } = [.. Enum.GetValues<PublicItem>().Select(Of)];

    public static bool Has(IntakeTarget target) => target >= IntakeTarget.ShowStatus;

    public static IntakeTarget Of(PublicItem item) => Enum.Parse<IntakeTarget>($"{Prefix}{item}");

    public static PublicItem ItemOf(IntakeTarget target) => Enum.Parse<PublicItem>(target.ToString()[Prefix.Length..]);

    /// <summary>What the file says of it.</summary>
    public static string WordsOf(Cooperative cooperative, IntakeTarget target) => cooperative.Shows(ItemOf(target)) ? Given : Withheld;
}
