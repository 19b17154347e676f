using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Office.Collective;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>A step that is told by its day and what it rests on alone.</summary>
internal sealed class StepModel(CollectiveDesk desk, Texts text) : FilingStepPage<FilingMoveInput>(desk, text)
{
    [FromRoute(Name = "buoc")]
    public string Word { get; set; } = "";

    public override FilingAction Action => FilingSteps.Of(Word)!.Value;

    /// <summary>Where the step leads from any stage that allows it.</summary>
    public FilingStage Reached => FilingFlow.Table.Next(Mark.Status, Action) ?? Mark.Status;

    public static string? Consequence(FilingAction action) => action switch
    {
        FilingAction.RenewRegistration => "Thời hạn văn bằng được cộng thêm một kỳ theo luật áp dụng cho đơn.",
        FilingAction.RefuseRegistration or FilingAction.WithdrawApplication or FilingAction.Lapse => "Việc này không lùi lại được; nộp đơn mới thì ghi nhãn hiệu mới.",
        _ => null,
    };

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Mark.Take(Action, News, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) => FilingSteps.Of(Word) is not null && await base.IsFoundAsync(cancellationToken);
}
