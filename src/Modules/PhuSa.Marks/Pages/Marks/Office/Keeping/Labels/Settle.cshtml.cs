using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Labels;

/// <summary>Labels of a holder were used, damaged, returned or cancelled.</summary>
internal sealed class SettleModel(LabelDesk labels, Texts text) : LabelPage(labels, text), ILabelForm
{
    private LabelAmount? _amount;

    [FromRoute(Name = "viec")]
    public string Word { get; set; } = "";

    [BindProperty]
    public LabelInput Input { get; set; } = new();

    public LabelMove Move => LabelWords.Addresses[Word];

    public IReadOnlyList<LabelSpan> Numbers => [.. Scene.Ledger.Numbered().All];

    protected override bool MayBegin => Scene.Ledger.Sums().Outstanding > 0;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) => LabelWords.Addresses.ContainsKey(Word) && await base.IsFoundAsync(cancellationToken);

    protected override void Begin() => Input.On = Labels.Desk.Today;

    protected override void Check()
    {
        _amount = AmountOf(Input);
        if (Move == LabelMove.Cancel && GrantForms.Block(Input.Note) is null)
        {
            Wrong("Input.Note", "Ghi lý do huỷ tem.");
        }
    }

    protected override Task<NotGiven?> WriteAsync(CancellationToken cancellationToken) => Labels.SettleAsync(Id, NewId, Move, _amount!.Value, NewsOf(Input), cancellationToken);
}
