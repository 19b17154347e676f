using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Files;

namespace PhuSa.Marks.Applications;

/// <summary>What happened to an application, with the papers of its steps and the photos of its checks.</summary>
/// <param name="Papers">Those that the person may see, by id.</param>
/// <param name="Photos">Photos and papers of a field check or a sample, by its step.</param>
/// <param name="Keep">The address of the application where the person records on it; null elsewhere.</param>
internal sealed record ApplicationStory(MarkApplication Application, IReadOnlyDictionary<Guid, PaperFact> Papers, IReadOnlyDictionary<Guid, IReadOnlyList<StoredFile>> Photos, string? Keep)
{
    public static async Task<ApplicationStory> OfAsync(MarkApplication application, GrantDesk desk, IFiles files, string? keep, CancellationToken cancellationToken)
    {
        var photos = new Dictionary<Guid, IReadOnlyList<StoredFile>>();
        foreach (var check in application.Acts.Where(act => act.IsCheck))
        {
            photos[check.Id] = await files.OfAsync(CheckFiles.Of(check.Id), cancellationToken);
        }

        return new(application, await desk.Papers.OfAsync(application.Acts.Select(application.PaperOf).OfType<Guid>(), cancellationToken), photos, keep);
    }

    public PaperFact? PaperOf(ApplicationAct act) => Application.PaperOf(act) is { } id ? Papers.GetValueOrDefault(id) : null;
}
