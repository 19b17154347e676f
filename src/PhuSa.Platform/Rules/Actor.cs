namespace PhuSa.Platform.Rules;

/// <summary>Who an act is recorded against: the name shown, and where the act came from (an account, a file).</summary>
public sealed record Actor(string Name, string? Detail = null)
{
    public const int NameMaxLength = 200;
    public const int DetailMaxLength = 500;
}
