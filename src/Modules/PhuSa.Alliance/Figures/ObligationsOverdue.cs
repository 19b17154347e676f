using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Register;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;

namespace PhuSa.Alliance.Figures;

/// <summary>How many obligations of memoranda are past their day today.</summary>
internal sealed class ObligationsOverdue(AppDbContext db, Names names, TimeProvider clock) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "alliance.obligations-overdue",
        "Nghĩa vụ theo bản ghi nhớ đã quá hạn",
        "Số nghĩa vụ chưa thực hiện có hạn trước hôm nay, của các bản ghi nhớ chưa kết thúc. Nghĩa vụ không nêu hạn không bao giờ quá hạn. Nội dung nghĩa vụ không hiển thị công khai.",
        "nghĩa vụ");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await db.NothingEnteredAsync<Obligation>(cancellationToken) is { } nothing)
        {
            return nothing;
        }

        var today = VietnamTime.Today(clock);
        var rows = await (
            from obligation in db.Set<Obligation>().AsNoTracking()
            join memorandum in db.Set<Memorandum>().AsNoTracking() on obligation.MemorandumId equals memorandum.Id
            where obligation.Status == ObligationStatus.Open && obligation.DueOn < today && memorandum.Status != MemorandumStatus.Ended
            where request.OrganisationId == null || obligation.OwnerId == request.OrganisationId
            orderby obligation.DueOn, obligation.Id
            select new { obligation.Id, obligation.What, obligation.OwnerId, obligation.DueOn, memorandum.Title }).ToListAsync(cancellationToken);
        var named = await names.OfAsync(rows.Select(r => r.OwnerId), cancellationToken);
        var due = rows.FindAll(r => (request.Period.From is not { } from || r.DueOn >= from) && (request.Period.To is not { } to || r.DueOn <= to));
        return new FigureReading
        {
            Value = due.Count,
            Evidence =
            [
                .. due.Select(r => new Evidence(
                    ObligationConfiguration.Table,
                    r.Id,
                    r.What,
                    r.Title,
                    Url: null,
                    [new("Bên thực hiện", named.GetValueOrDefault(r.OwnerId)?.Name), new("Hạn", VietnamTime.Written(r.DueOn!.Value)), new("Bản ghi nhớ", r.Title)],
                    IsPublic: false)),
            ],
        };
    }
}
