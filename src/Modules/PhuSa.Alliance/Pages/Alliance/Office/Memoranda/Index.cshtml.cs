using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Alliance.Pages.Alliance.Office.Memoranda;

/// <summary>A memorandum in the list.</summary>
/// <param name="IsOver">Its term has run out, and nobody has said what became of it.</param>
internal sealed record MemorandumLine(Memorandum Memorandum, string PartyA, string PartyB, int Open, int Overdue, bool IsOver);

/// <summary>Memoranda with what their parties still owe.</summary>
internal sealed class IndexModel(AllianceDesk desk) : PageModel
{
    public const string StateKey = "tinh-trang";
    public const string Late = "qua-han";
    public const string Over = "het-han";

    public static IReadOnlyDictionary<string, MemorandumStatus> States { get; } = new Dictionary<string, MemorandumStatus>(StringComparer.Ordinal)
    {
        ["da-ky"] = MemorandumStatus.Signed,
        ["vi-pham"] = MemorandumStatus.Breached,
        ["ket-thuc"] = MemorandumStatus.Ended,
    };

    public string? State { get; private set; }

    public IReadOnlyList<MemorandumLine> Lines { get; private set; } = [];

    public IReadOnlyList<(string Word, string Name, int Count)> Choices { get; private set; } = [];

    public bool MayKeep => desk.MayKeep;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var asked = Request.Query[StateKey].ToString();
        State = States.ContainsKey(asked) || asked is Late or Over ? asked : null;
        var today = desk.Today;
        var memoranda = await desk.Db.Set<Memorandum>().AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken);
        var open = (await desk.Db.Set<Obligation>().AsNoTracking().Where(o => o.Status == ObligationStatus.Open).Select(o => new { o.MemorandumId, o.DueOn }).ToListAsync(cancellationToken)).ToLookup(o => o.MemorandumId, o => o.DueOn);
        var named = await desk.Organisations.OfAsync(memoranda.SelectMany(m => new[] { m.PartyAId, m.PartyBId }), cancellationToken);
        var all = memoranda.OrderByDescending(m => m.SignedOn.From).ThenBy(m => m.Code, StringComparer.Ordinal)
            .Select(m => new MemorandumLine(m, NameOf(named, m.PartyAId), NameOf(named, m.PartyBId), open[m.Id].Count(), open[m.Id].Count(due => due < today), m.Status != MemorandumStatus.Ended && m.EndsOn < today)).ToList();
        Choices =
        [
            .. States.Select(state => (state.Key, MemorandumFlow.Table[state.Value].PublicName, all.Count(line => Is(line, state.Key)))),
            (Late, "Có nghĩa vụ quá hạn", all.Count(line => Is(line, Late))),
            (Over, "Hết thời hạn, chưa ghi kết thúc", all.Count(line => Is(line, Over))),
        ];
        Lines = State is null ? all : all.FindAll(line => Is(line, State));
    }

    private static bool Is(MemorandumLine line, string state) => state switch
    {
        Late => line.Overdue > 0 && line.Memorandum.Status != MemorandumStatus.Ended,
        Over => line.IsOver,
        _ => line.Memorandum.Status == States[state],
    };

    private static string NameOf(IReadOnlyDictionary<Guid, OrganisationFact> named, Guid id) => named.GetValueOrDefault(id)?.Name ?? "";
}
