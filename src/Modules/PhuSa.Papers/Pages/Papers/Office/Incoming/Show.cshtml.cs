using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Pages.Papers.Office.Incoming;

/// <summary>One paper that came in.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(PaperDesk desk, IPeople people) : PageModel
{
    private static readonly (IncomingAction Action, string Verb, bool Danger, bool Numbers)[] Verbs =
    [
        (IncomingAction.Answer, "tra-loi", false, false),
        (IncomingAction.Assign, "giao", false, true),
        (IncomingAction.File, "xong", false, false),
        (IncomingAction.Reopen, "mo-lai", false, true),
        (IncomingAction.Void, "huy-so", true, true),
    ];

    public IncomingPaper Paper { get; private set; } = null!;

    public StatusFacts Status => IncomingFlow.Table[Paper.Status];

    public bool IsLate => Paper.IsLate(desk.Today);

    public string Address => PapersRights.OfIncoming(Paper.Id);

    public IReadOnlyList<(string Label, string? Value)> Facts { get; private set; } = [];

    public Paper? Answer { get; private set; }

    public IReadOnlyList<(string Word, string Verb, bool Danger)> Next { get; private set; } = [];

    public static string StepWord(string action) => Enum.TryParse<IncomingAction>(action, out var known) ? IncomingFlow.Of(known) : "Ghi vào sổ đến";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.Reach.Arrived().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } paper)
        {
            return NotFound();
        }

        Paper = paper;
        var handler = paper.HandlerId is { } handlerId && await people.OfAsync([handlerId], cancellationToken) is [var known] ? known.Name : null;
        Answer = paper.AnswerId is { } answer ? await desk.Db.Set<Paper>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.Id == answer, cancellationToken) : null;
        Facts =
        [
            ("Số, ký hiệu", paper.Number),
            ("Ngày trên văn bản", paper.DatedOn is { } dated ? VietnamTime.Written(dated) : null),
            ("Loại", PaperWords.Of(paper.Kind)),
            ("Nơi gửi", paper.From),
            ("Ngày đến", VietnamTime.Written(paper.ArrivedOn)),
            ("Người xử lý", handler),
            ("Hạn trả lời", paper.DueOn is { } due ? VietnamTime.Written(due) : null),
        ];
        Next = paper.OrganisationId == desk.Reach.Own && desk.Person.May(PapersRights.Keep) ? [.. Steps(paper).OrderBy(step => step.Danger)] : [];
        return Page();
    }

    private IEnumerable<(string Word, string Verb, bool Danger)> Steps(IncomingPaper paper)
    {
        foreach (var (action, verb, danger, numbers) in Verbs)
        {
            if (IncomingFlow.Table.Next(paper.Status, action) is not null && (!numbers || desk.Person.May(PapersRights.Number)))
            {
                yield return (IncomingFlow.Of(action), verb, danger);
            }
        }

        if (paper.IsOpen)
        {
            yield return ("Sửa", "sua", false);
        }
    }
}
