using Microsoft.AspNetCore.Mvc;
using PhuSa.Papers.Incoming;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Pages.Papers.Office.Arrivals;

/// <summary>Mends what the clerk wrote; the arrival number stays.</summary>
internal sealed class EditModel(PaperDesk desk) : IncomingMovePage(desk), IIncomingForm
{
    [BindProperty]
    public IncomingInput Input { get; set; } = new();

    protected override bool IsOpenTo(IncomingPaper paper) => paper.IsOpen;

    protected override void Fill() => Input = IncomingInput.Of(Paper);

    protected override Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (Input.ArrivedOn > Today)
        {
            throw new RefusedException("Ngày đến không thể sau hôm nay.");
        }

        Paper.Rewrite(Input.Sheet());
        return Task.CompletedTask;
    }
}
