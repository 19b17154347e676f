namespace PhuSa.Cooperatives.Pages;

/// <summary>One value of a part, as the person typed it and as somebody else has saved it meanwhile.</summary>
internal sealed record Difference(string Label, string? Typed, string? Stored);
