using Microsoft.AspNetCore.Mvc;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Voids a number with a reason. The paper stays, and the number is never given again.</summary>
internal sealed class VoidModel(PaperDesk desk, IEnumerable<IPaperUse> uses) : PaperMovePage(desk, PaperAction.Void), IAsksWhy
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken) => await base.FindAsync(cancellationToken) && Desk.Reach.MayVoid(Paper);

    /// <exception cref="RefusedException">Something is in force by this paper.</exception>
    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        foreach (var use in uses)
        {
            if (await use.OfAsync(Paper.Id, cancellationToken) is [var title, ..])
            {
                throw new RefusedException("Danh sách “{0}” đang có hiệu lực theo văn bản này. Hãy huỷ quyết định ấy ở trang của nó trước, rồi huỷ số văn bản.", title);
            }
        }

        Paper.Void(Input.Why!.Trim(), Desk.By, Desk.Now);
    }
}
