using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Technology.Processes;

namespace PhuSa.Technology.Pages.Technology;

/// <summary>A line of the page; a null value is shown as missing.</summary>
internal sealed record ProcessLine(string Label, string? Value, string? Url = null);

internal sealed class ShowModel(AppDbContext db, IOrganisations organisations, IPlaces places, ICooperatives cooperatives) : PageModel
{
    public ProcessFact Process { get; private set; } = null!;

    public IReadOnlyList<ProcessLine> Facts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Set<TechnologyProcess>().Where(p => p.Slug == slug).AsFacts().SingleOrDefaultAsync(cancellationToken) is not { } process)
        {
            return NotFound();
        }

        Process = process;
        Facts =
        [
            new("Đơn vị hoàn thiện", await OwnerAsync(process.OwnerId, cancellationToken)),
            new("Thời gian hoàn thiện", Written(process.FinishedAt)),
            .. await PlacesAsync(process, cancellationToken),
            .. await AdoptionAsync(process, cancellationToken),
            new("Nguồn", process.Source),
        ];
        return Page();
    }

    private static string? Written(RecordTime time) => time.IsKnown ? time.ToString() : null;

    private async Task<string?> OwnerAsync(Guid? id, CancellationToken cancellationToken) =>
        id is { } known ? (await organisations.OfAsync([known], cancellationToken)).GetValueOrDefault(known)?.Name : null;

    /// <summary>The unit by its own name where it is known, and what the source wrote of it.</summary>
    private async Task<IReadOnlyList<ProcessLine>> PlacesAsync(ProcessFact process, CancellationToken cancellationToken) =>
        process.PlaceId is { } id && (await places.OfAsync([id], cancellationToken)).GetValueOrDefault(id)?.FullName is { } name
            ? [new("Nơi dự kiến triển khai", name), new("Nơi ấy theo chữ của nguồn", process.PlaceText)]
            : [new("Nơi dự kiến triển khai", process.PlaceText)];

    private async Task<IReadOnlyList<ProcessLine>> AdoptionAsync(ProcessFact process, CancellationToken cancellationToken)
    {
        switch (process.State)
        {
            case AdoptionState.Adopted:
                var adopter = (await cooperatives.OfAsync([process.AdopterId!.Value], cancellationToken)).GetValueOrDefault(process.AdopterId.Value);
                return [new("Đơn vị tiếp nhận", adopter?.Name, adopter?.Url), new("Thời gian tiếp nhận", Written(process.AdoptionTime))];
            case AdoptionState.WithoutAdopter:
                return [new("Chưa có đơn vị tiếp nhận trong", Written(process.AdoptionTime)), new("Lý do", process.Reason)];
            default:
                return [];
        }
    }
}
