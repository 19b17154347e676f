using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Makes one file of two that are one cooperative: both side by side, value by value.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MergeModel(RegistryDesk desk, MergeDesk merging, Duplicates duplicates, IOrganisations organisations, IPlaces places, Texts text) : MergePage
{
    private IReadOnlyDictionary<Guid, PlaceFact> _units = new Dictionary<Guid, PlaceFact>();

    public CooperativeFile Kept { get; private set; } = null!;

    /// <summary>The file that goes into it; null until one is chosen.</summary>
    public CooperativeFile? Gone { get; private set; }

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    /// <summary>Only files of one kind can be one: the others are told, and are not offered.</summary>
    public bool MayBeMerged(Candidate candidate) => candidate.Placed.Line.Kind == Kept.Organisation.Kind;

    /// <summary>Years of which both tell, and not the same: those of the file that goes are not shown after the merge, so they are shown before it.</summary>
    public IEnumerable<(int Year, string? Own, string? Other)> SharedYears =>
        from own in Kept.Years
        join other in Gone!.Years on own.Year equals other.Year
        where other.Content with { Source = null } != own.Content with { Source = null }
        orderby own.Year descending
        select (own.Year, FigureCells.InWords(own, text), FigureCells.InWords(other, text));

    public override string OtherCode => Gone!.Cooperative.Code;

    public override FileValues Own => FileValues.Of(Kept);

    public override FileValues Others => FileValues.Of(Gone!);

    public override string? Words(FileItem item, FileValues values) => item.Key == FileItem.Place ? PlaceOf(values) : item.Words(values);

    /// <summary>Reports of the same year.</summary>
    public IReadOnlyList<(YearReport Own, YearReport Other)> SharedReports { get; private set; } = [];

    /// <returns>How far a report has come, and its rating.</returns>
    public string StateOf(YearReport report) =>
        report.Class is { } rating ? $"{text[ReportFlow.Table[report.Status].PublicName]}: {text[RatingWords.Of(rating)]}" : text[ReportFlow.Table[report.Status].PublicName];

    /// <returns>What it agreed to have shown; null where nothing.</returns>
    public string? AgreedBy(Cooperative cooperative) =>
        cooperative.PublicItems.Count == 0 ? null : string.Join(", ", Enum.GetValues<PublicItem>().Where(cooperative.Shows).Select(item => text[RegistryWords.Of(item)]));

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "voi")] string? other, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(code, cancellationToken) is not { } kept)
        {
            return await desk.ElsewhereAsync(code, cancellationToken) is { } address ? RedirectPermanent(address) : NotFound();
        }

        Kept = kept;
        if (other?.Trim() is { Length: > 0 } typed)
        {
            Gone = await desk.FindAsync(await CodeOfAsync(typed, cancellationToken), cancellationToken);
            if (Gone is null || Gone.Cooperative.Id == kept.Cooperative.Id)
            {
                Gone = null;
                RefuseOther(text["Không có hồ sơ nào khác mang mã “{0}”", typed]);
            }
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(code, cancellationToken) is not { } kept)
        {
            return await desk.ElsewhereAsync(code, cancellationToken) is { } address ? Redirect(address) : NotFound();
        }

        Kept = kept;
        Gone = Input.Other is { } other ? await desk.FindAsync(other, cancellationToken) : null;
        await ReadAsync(cancellationToken);
        if (Gone is null)
        {
            throw new RefusedException("Hồ sơ kia không còn riêng trong sổ. Hãy xem lại danh sách.");
        }

        if (!ModelState.IsValid)
        {
            return Told(StatusCodes.Status422UnprocessableEntity);
        }

        if (Stamp != MergeDesk.StampOf(Kept, Gone))
        {
            return await StaleAsync(cancellationToken);
        }

        try
        {
            await merging.MergeAsync(Kept, Gone, Choice, desk.By, cancellationToken);
            return Redirect(Kept.Address);
        }
        catch (DbUpdateException)
        {
            desk.Forget();
            return await desk.FindAsync(code, cancellationToken) is { } again && await desk.FindAsync(Gone.Cooperative.Code, cancellationToken) is { } otherAgain
                ? await StaleAsync(again, otherAgain, cancellationToken)
                : throw new RefusedException("Một trong hai hồ sơ vừa được gộp rồi. Hãy xem lại danh sách.");
        }
    }

    /// <returns>The code of the one that has this code or registration number; what was typed where none or several have.</returns>
    private async Task<string> CodeOfAsync(string typed, CancellationToken cancellationToken) =>
        (await desk.NamedAsync([typed], cancellationToken))[typed].ToList() is [var only] && await desk.CodeOfAsync(only, cancellationToken) is { } code ? code : typed;

    private string? PlaceOf(FileValues values)
    {
        var unit = values.PlaceId is { } id ? _units.GetValueOrDefault(id)?.FullName : null;
        return values.PlaceText is { } words && unit is not null ? $"{words} ({unit})" : values.PlaceText ?? unit;
    }

    private Task<PageResult> StaleAsync(CancellationToken cancellationToken) => StaleAsync(Kept, Gone!, cancellationToken);

    private async Task<PageResult> StaleAsync(CooperativeFile kept, CooperativeFile gone, CancellationToken cancellationToken)
    {
        (Kept, Gone) = (kept, gone);
        await ReadAsync(cancellationToken);
        return Told(StatusCodes.Status409Conflict, text["Một trong hai hồ sơ vừa được sửa. Hãy xem lại các giá trị rồi gộp."]);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (Gone is not null)
        {
            ShownStamp = MergeDesk.StampOf(Kept, Gone);
            SharedReports = await merging.SharedReportsAsync(Kept.Cooperative.Id, Gone.Cooperative.Id, cancellationToken);
            _units = await places.OfAsync(new[] { Own.PlaceId, Others.PlaceId }.OfType<Guid>(), cancellationToken);
            return;
        }

        var found = await duplicates.OfAsync(Sought.Of(Kept, await organisations.FormerNamesAsync(Kept.Cooperative.Id, cancellationToken)), cancellationToken);
        Candidates = [.. found.Where(candidate => candidate.Code != Kept.Cooperative.Code)];
    }
}
