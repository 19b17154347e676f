namespace PhuSa.Platform.Search;

/// <summary>Which documents may be found at all.</summary>
/// <param name="Now">UTC.</param>
/// <param name="Rights">Of a person of the office; null: the public.</param>
internal sealed record SearchScope(DateTime Now, SearchPlace Place, string Site, string? Kind, DateOnly? From, DateOnly? To, IReadOnlyCollection<string>? Rights, Guid OrganisationId);
