using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;

namespace PhuSa.Alliance.Pages.Alliance.Office.Memoranda;

/// <summary>Memoranda with what their parties still owe.</summary>
internal sealed class IndexModel(AllianceDesk desk, MemorandumList list) : PageModel
{
    public string? State { get; private set; }

    public string? Words { get; private set; }

    public IReadOnlyList<MemorandumLine> Lines { get; private set; } = [];

    public IReadOnlyList<(string Word, string Name, int Count)> Choices { get; private set; } = [];

    public bool MayKeep => desk.MayKeep;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        State = MemorandumList.StateOf(Request.Query);
        Words = MemorandumList.WordsOf(Request.Query);
        var found = await list.FoundAsync(Request.Query, cancellationToken);
        Choices =
        [
            .. MemorandumList.States.Select(state => (state.Key, MemorandumFlow.Table[state.Value].PublicName, Count(state.Key))),
            (MemorandumList.Late, "Có nghĩa vụ quá hạn", Count(MemorandumList.Late)),
            (MemorandumList.Over, "Hết thời hạn, chưa ghi kết thúc", Count(MemorandumList.Over)),
        ];
        Lines = [.. found.Where(line => MemorandumList.Is(line, State))];

        int Count(string state) => found.Count(line => MemorandumList.Is(line, state));
    }
}
