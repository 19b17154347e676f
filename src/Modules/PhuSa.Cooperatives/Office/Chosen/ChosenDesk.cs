using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Office.Chosen;

/// <summary>A line chosen from the list, and the version of the file that the person saw.</summary>
internal sealed class ChosenLine
{
    public string? Code { get; set; }

    public string? Seen { get; set; }
}

/// <summary>What became of one file.</summary>
/// <param name="Refused">A Vietnamese sentence; null where it was done.</param>
internal sealed record ChosenOutcome(string Code, string? Refused, IReadOnlyList<object?> Args)
{
    public bool IsDone => Refused is null;
}

/// <summary>One change for many files: each file for itself, whole or not at all, with the reason in its journal.</summary>
internal sealed class ChosenDesk(RegistryDesk desk, RegistryBook book, Acting acting)
{
    public const string Address = $"{RegistryRights.Address}/{RegistryDesk.Chosen}";
    public const string CodeKey = "ma";

    /// <summary>A page of the list holds thirty; more than these are another list.</summary>
    public const int Most = 200;

    private const string Stale = "Hồ sơ vừa được người khác sửa sau khi bạn mở trang này; hãy xem lại rồi ghi tiếp.";

    public RegistryDesk Registry => desk;

    public static string SeenOf(int version) => version.ToString(CultureInfo.InvariantCulture);

    /// <returns>Those of the codes that are on record, in the order of the list, with their versions.</returns>
    public async Task<IReadOnlyList<(PlacedLine Placed, int Version)>> OfAsync(IEnumerable<string?> codes, CancellationToken cancellationToken)
    {
        var wanted = codes.OfType<string>().Where(code => code.Length is > 0 and <= Cooperative.CodeMaxLength && !code.Any(char.IsControl)).Distinct(StringComparer.Ordinal).Take(Most).ToArray();
        var found = await desk.Db.Set<Cooperative>().AsNoTracking().Where(c => EF.Parameter(wanted).Contains(c.Code) && c.MergedIntoId == null).Select(c => new { c.Id, c.Version }).ToDictionaryAsync(c => c.Id, c => c.Version, cancellationToken);
        var lines = await book.OfAsync([.. found.Keys], cancellationToken);
        return [.. lines.OrderBy(line => line.Line.NameOrder, StringComparer.Ordinal).ThenBy(line => line.Line.Id).Select(line => (line, found[line.Line.Id]))];
    }

    /// <param name="change">Changes one file; refuses by throwing.</param>
    public async Task<IReadOnlyList<ChosenOutcome>> ChangeAsync(IReadOnlyList<ChosenLine> lines, string why, Action<CooperativeFile> change, CancellationToken cancellationToken)
    {
        acting.As(desk.By, why);
        var outcomes = new List<ChosenOutcome>();
        foreach (var line in lines.Where(line => line.Code is not null).DistinctBy(line => line.Code, StringComparer.Ordinal).Take(Most))
        {
            outcomes.Add(await ChangeAsync(line, change, cancellationToken));
            desk.Forget();
        }

        return outcomes;
    }

    private async Task<ChosenOutcome> ChangeAsync(ChosenLine line, Action<CooperativeFile> change, CancellationToken cancellationToken)
    {
        ChosenOutcome Refuse(string sentence, params IReadOnlyList<object?> args) => new(line.Code!, sentence, args);
        if (line.Code!.Length > Cooperative.CodeMaxLength || line.Code.Any(char.IsControl) || await desk.FindAsync(line.Code, cancellationToken) is not { } file)
        {
            return Refuse("Không có hồ sơ mang mã này trong sổ.");
        }

        if (line.Seen != SeenOf(file.Cooperative.Version))
        {
            return Refuse(Stale);
        }

        try
        {
            change(file);
            if (desk.Db.ChangeTracker.HasChanges())
            {
                // The size class comes of two parts: a figure that is saved at the same moment is told.
                desk.Touch(file.Cooperative);
                await desk.Db.SaveChangesAsync(cancellationToken);
            }
        }
        catch (RefusedException refused)
        {
            return Refuse(refused.Text, [.. refused.Args]);
        }
        catch (DbUpdateException)
        {
            return Refuse(Stale);
        }

        return new ChosenOutcome(line.Code, Refused: null, []);
    }
}
