namespace PhuSa.Portal.Articles.Facts;

/// <summary>An official to whom readers may turn.</summary>
/// <param name="CompetentFor">What they decide or answer for.</param>
internal sealed record DirectoryOfficial(string Name, string? Position, string? CompetentFor, string? Phone, string? Email);

/// <summary>A unit of the body, with its officials in order.</summary>
internal sealed record DirectoryUnit(string Name, string? Purpose, string? Address, string? Phone, string? Email, IReadOnlyList<DirectoryOfficial> Officials);

/// <summary>The structure of a body and how to reach its competent officials.</summary>
internal sealed record DirectoryFacts : ArticleFacts
{
    public const int NameMaxLength = 200;
    public const int TextMaxLength = 1000;
    public const int PhoneMaxLength = 60;
    public const int EmailMaxLength = 150;
    public const int MostUnits = 60;
    public const int MostOfficials = 60;

    /// <summary>In their order.</summary>
    public IReadOnlyList<DirectoryUnit> Units { get; init; } = [];

    public override IEnumerable<FactSaid> All(Func<Guid, string> nameOf) => [new("Cơ cấu và danh bạ", Lines(Units.SelectMany(Written)))];

    public override ArticleFacts Whole() => this with { Units = [.. (Units ?? []).Select(unit => unit with { Officials = unit.Officials ?? [] })] };

    private static IEnumerable<string> Written(DirectoryUnit unit) =>
        unit.Officials.Select(who => "– " + Joined(who.Name, who.Position, who.CompetentFor, who.Phone, who.Email))
            .Prepend(Joined(unit.Name, unit.Purpose?.ReplaceLineEndings(" "), unit.Address, unit.Phone, unit.Email));
}
