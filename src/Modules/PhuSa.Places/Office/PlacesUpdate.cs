using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Places.Office;

/// <summary>Takes in the tables of units that an officer hands over: both or one, all of it or nothing.</summary>
internal sealed class PlacesUpdate(IServiceScopeFactory scopes)
{
    public const string Units = "places";
    public const string Changes = "place-changes";

    private static readonly string[] Kinds = [".csv", ".xlsx"];

    public static bool Takes(string fileName) => Kinds.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);

    /// <param name="files">The name of the table and the file as it came.</param>
    /// <param name="by">Whoever hands it over, as the request knows them.</param>
    /// <param name="dryRun">Check everything, write nothing.</param>
    /// <returns>What happened, and after a check the lines that would change something.</returns>
    public async Task<(ImportResult Result, IReadOnlyList<LineToChange> Lines)> RunAsync(IReadOnlyList<(string Table, string FileName, Stream Content)> files, Acting by, bool dryRun, Texts text, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("phusa-dia-ban-");
        try
        {
            foreach (var (table, fileName, content) in files)
            {
                await using var written = File.Create(Path.Combine(folder.FullName, table + Path.GetExtension(fileName).ToLowerInvariant()));
                await content.CopyToAsync(written, cancellationToken);
            }

            // A scope of its own: what was read and not written must not be saved with something else of the request.
            await using var scope = scopes.CreateAsyncScope();
            if (by.Person is { } person)
            {
                scope.ServiceProvider.GetRequiredService<Acting>().AsPerson(by.By!, person);
            }

            var result = await scope.ServiceProvider.GetRequiredService<FolderImport>().RunAsync(folder.FullName, by.By!, dryRun, progress: null, cancellationToken);
            return (result, dryRun && !result.Failed ? await LinesToChange.ReadAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), text, cancellationToken) : []);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
