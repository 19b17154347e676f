using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office;

/// <summary>A step of the status with what its paper says.</summary>
/// <param name="Into">Those it was merged or divided into.</param>
internal sealed record StatusStep(Step Step, StatusMove? Move, IReadOnlyList<PlacedLine> Into);

/// <summary>The whole file of one cooperative.</summary>
internal sealed class ShowModel(RegistryDesk desk, MergeRecords merges, ProposalDesk proposing, ReportDesk reporting, RegistryBook book, IOrganisations organisations, IPlaces places, ISignedIn signedIn) : PageModel
{
    public CooperativeFile Kept { get; private set; } = null!;

    public PlacedLine Placed { get; private set; } = null!;

    public IReadOnlyList<NameBefore> NamesBefore { get; private set; } = [];

    public IReadOnlyList<StatusStep> Steps { get; private set; } = [];

    /// <summary>The unit that a person pointed at, with its years; null where nobody did.</summary>
    public PlaceFact? Unit { get; private set; }

    public PlaceSuccession? Became { get; private set; }

    /// <summary>Whoever serves first, then the latest to leave.</summary>
    public IReadOnlyList<BoardMember> Board { get; private set; } = [];

    /// <summary>Tables that made or changed the file, the latest first.</summary>
    public IReadOnlyList<(RegistryIntake Intake, IntakeMark Mark)> Intakes { get; private set; } = [];

    /// <summary>Files that were merged into this one, or that it was taken apart from; the latest first.</summary>
    public IReadOnlyList<FileMerge> Merges { get; private set; } = [];

    /// <summary>What its own people proposed, and what was said to it; the latest first.</summary>
    public IReadOnlyList<FileProposal> Proposals { get; private set; } = [];

    /// <summary>Of the latest years, and those that were begun.</summary>
    public IReadOnlyList<ReportFile> Reports { get; private set; } = [];

    public DateOnly Today => desk.Today;

    public bool MayKeep => signedIn.Person!.May(RegistryRights.Keep);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(code, cancellationToken) is not { } file)
        {
            return await desk.ElsewhereAsync(code, cancellationToken) is { } address ? RedirectPermanent(address) : NotFound();
        }

        Kept = file;
        Placed = (await book.OfAsync([file.Cooperative.Id], cancellationToken))[0];
        NamesBefore = await organisations.NamesBeforeAsync(file.Cooperative.Id, cancellationToken);
        Board = [.. file.Board.OrderByDescending(member => member.Serves(Today)).ThenBy(member => member.Role).ThenByDescending(member => member.To).ThenBy(member => member.Name, VietnameseOrder.Instance)];
        await ReadPlaceAsync(file.Cooperative.PlaceId, cancellationToken);
        await ReadStepsAsync(file.Cooperative, cancellationToken);
        Proposals = await proposing.OfAsync(file.Cooperative.Id, cancellationToken);
        Reports = await reporting.ShownAsync(file, cancellationToken);
        Merges = await merges.OfAsync(file.Cooperative.Id, cancellationToken);
        await ReadIntakesAsync(file.Cooperative.Id, cancellationToken);
        return Page();
    }

    private async Task ReadIntakesAsync(Guid id, CancellationToken cancellationToken)
    {
        var marks = await desk.Db.Set<IntakeMark>().AsNoTracking().Where(mark => mark.CooperativeId == id).OrderByDescending(mark => mark.At).ThenByDescending(mark => mark.Id).Take(20).ToListAsync(cancellationToken);
        var wanted = marks.Select(mark => mark.IntakeId).Distinct().ToArray();
        var intakes = await desk.Db.Set<RegistryIntake>().AsNoTracking().AsSplitQuery().Where(intake => EF.Parameter(wanted).Contains(intake.Id)).ToDictionaryAsync(intake => intake.Id, cancellationToken);
        Intakes = [.. marks.Select(mark => (intakes[mark.IntakeId], mark))];
    }

    private async Task ReadPlaceAsync(Guid? placeId, CancellationToken cancellationToken)
    {
        if (placeId is { } id)
        {
            Unit = (await places.OfAsync([id], cancellationToken)).GetValueOrDefault(id);
            Became = (await places.SuccessionsAsync([id], cancellationToken))[id];
        }
    }

    private async Task ReadStepsAsync(Cooperative cooperative, CancellationToken cancellationToken)
    {
        var wanted = cooperative.Moves.SelectMany(move => move.IntoIds).Distinct().ToList();
        var kept = await organisations.KeptOfAsync(wanted, cancellationToken);
        var named = (await book.OfAsync([.. wanted.Select(id => kept.GetValueOrDefault(id, id))], cancellationToken)).ToDictionary(line => line.Line.Id);
        Steps =
        [
            .. cooperative.Steps.OrderByDescending(step => step.At).ThenByDescending(step => step.Id).Select(step =>
            {
                var move = cooperative.Moves.FirstOrDefault(known => known.StepId == step.Id);
                return new StatusStep(step, move, [.. (move?.IntoIds ?? []).Select(id => kept.GetValueOrDefault(id, id)).Where(named.ContainsKey).Select(id => named[id])]);
            }),
        ];
    }
}
