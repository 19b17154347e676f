using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Memoranda;

/// <summary>One memorandum: its parties and term, its obligations, its signed copy.</summary>
internal sealed class ShowModel(AllianceDesk desk, IFiles files, Texts text) : MemorandumPage(desk, text)
{
    public StatusFacts Status => MemorandumFlow.Table[Memorandum.Status];

    public IReadOnlyDictionary<Guid, OrganisationFact> Named { get; private set; } = new Dictionary<Guid, OrganisationFact>();

    /// <summary>Parties beside the two, on record and not.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public IReadOnlyList<Obligation> Obligations { get; private set; } = [];

    public IReadOnlyList<StoredFile> Copies { get; private set; } = [];

    public PaperFact? Paper { get; private set; }

    public IReadOnlyList<(string Word, string Url)> Next { get; private set; } = [];

    public bool MayKeep => Desk.MayKeep;

    public IEnumerable<(string Word, Step Step)> Steps => Memorandum.Steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
        .Select(s => (Enum.TryParse<MemorandumAction>(s.Action, out var action) ? MemorandumFlow.Of(action) : "Ghi nhận", s));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        var id = Memorandum.Id;
        var further = await Desk.Db.FurtherPartiesAsync([Memorandum], cancellationToken);
        Named = await Desk.Organisations.OfAsync(further.PartiesOf(Memorandum), cancellationToken);
        Others = [.. further[id].Select(party => Named[party].Name), .. Memorandum.UnrecordedParties()];
        Obligations = await Desk.Db.Set<Obligation>().AsNoTracking().AsSplitQuery().Where(o => o.MemorandumId == id).OrderBy(o => o.DueOn == null).ThenBy(o => o.DueOn).ThenBy(o => o.Id).ToListAsync(cancellationToken);
        Copies = await files.OfAsync(MemorandumFiles.Of(id), cancellationToken);
        Paper = Memorandum.PaperId is { } paper ? (await Desk.Papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) : null;
        Next = MayKeep ? [.. Keeping.MemorandumStepModel.Words.Where(word => MemorandumFlow.Table.Next(Memorandum.Status, word.Value) is not null).Select(word => (MemorandumFlow.Of(word.Value), $"{Address}/{word.Key}"))] : [];
        return Page();
    }
}
