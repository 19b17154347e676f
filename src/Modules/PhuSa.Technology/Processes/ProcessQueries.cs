using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Rules;

namespace PhuSa.Technology.Processes;

/// <summary>What pages and figures read of a technology process.</summary>
internal sealed record ProcessFact(
    Guid Id,
    string Slug,
    string Title,
    AdoptionState State,
    Guid? OwnerId,
    string? PlaceText,
    Guid? PlaceId,
    RecordTime FinishedAt,
    RecordTime AdoptionTime,
    Guid? AdopterId,
    string? Reason,
    string? Programme,
    string? Source)
{
    public string Url => $"/cong-nghe/{Slug}";

    public StatusFacts Status => AdoptionFlow.Table[State];
}

internal static class ProcessQueries
{
    public static IQueryable<ProcessFact> AsFacts(this IQueryable<TechnologyProcess> processes) => processes
        .AsNoTracking()
        .Select(p => new ProcessFact(
            p.Id, p.Slug, p.Title, p.Status, p.OwnerId, p.PlaceText, p.PlaceId, p.FinishedAt, p.AdoptionTime, p.AdopterId, p.Reason, p.Programme, p.Source));
}
