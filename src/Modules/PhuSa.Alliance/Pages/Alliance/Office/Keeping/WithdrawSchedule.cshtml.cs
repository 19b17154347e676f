using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>A schedule that was entered for a wrong year goes, while nobody has paid by it. The journal keeps what it said and why it went.</summary>
internal sealed class WithdrawScheduleModel(AllianceDesk desk, FeeBook book, Acting acting, Texts text) : AllianceStepPage(desk, text), IAsksWhy
{
    [FromRoute(Name = "nam")]
    public int FirstYear { get; set; }

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public FeeSchedule Schedule { get; private set; } = null!;

    public override string Address => $"{AllianceRights.Fees}/bieu";

    protected override int VersionNow => Schedule.Version;

    protected override bool IsNext => true;

    protected override string Standing => "Biểu hội phí";

    protected override IReadOnlyList<Step> Taken => [];

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        (Schedule = (await Desk.Db.Set<FeeSchedule>().AsSplitQuery().SingleOrDefaultAsync(s => s.FirstYear == FirstYear, cancellationToken))!) is not null;

    protected override async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (await book.TakenByAsync(Schedule, cancellationToken) is > 0 and var receipts)
        {
            throw new RefusedException("Đã có {0} phiếu thu cho các năm tính theo biểu này nên không rút được. Sửa mức trong biểu, hoặc huỷ các phiếu thu đó trước.", receipts);
        }

        acting.As(Desk.By, Block(Input.Why));
        Desk.Db.Remove(Schedule);
    }
}
