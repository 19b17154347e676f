using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Register;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Figures;

/// <summary>How many obligations of memoranda are past their day: today, or at the end of a period that is over. A state of that day, so where the period begins does not matter.</summary>
internal sealed class ObligationsOverdue(AppDbContext db, Names names, TimeProvider clock) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "alliance.obligations-overdue",
        "Nghĩa vụ theo bản ghi nhớ đã quá hạn",
        "Số nghĩa vụ mà đến hôm nay, hoặc đến cuối kỳ đã qua, vẫn chưa thực hiện và có hạn trước ngày đó, của các bản ghi nhớ chưa kết thúc vào ngày đó và không phải ghi nhầm. Nghĩa vụ không nêu hạn không bao giờ quá hạn. Nội dung nghĩa vụ không hiển thị công khai.",
        "nghĩa vụ");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await db.NothingEnteredAsync<Obligation>(cancellationToken) is { } nothing)
        {
            return nothing;
        }

        var today = VietnamTime.Today(clock);
        var on = request.Period.To is { } end && end < today ? end : today;
        var promised = await db.Set<Obligation>().AsNoTracking().AsSplitQuery()
            .Where(obligation => obligation.DueOn < on && (request.OrganisationId == null || obligation.OwnerId == request.OrganisationId))
            .OrderBy(obligation => obligation.DueOn).ThenBy(obligation => obligation.Id)
            .ToListAsync(cancellationToken);
        var open = promised.FindAll(obligation => obligation.StoodOn(on, obligation.SettledOn) == ObligationStatus.Open);
        var ids = open.Select(obligation => obligation.MemorandumId).Distinct().ToArray();
        var memoranda = await db.Set<Memorandum>().AsNoTracking().AsSplitQuery().Where(memorandum => EF.Parameter(ids).Contains(memorandum.Id)).ToDictionaryAsync(memorandum => memorandum.Id, cancellationToken);
        var due = open.FindAll(obligation => memoranda[obligation.MemorandumId] is var memorandum && memorandum.Status != MemorandumStatus.Mistaken && memorandum.StoodOn(on, memorandum.ClosedOn) != MemorandumStatus.Ended)
            .ConvertAll(obligation => new { obligation.Id, obligation.What, obligation.OwnerId, obligation.DueOn, memoranda[obligation.MemorandumId].Title });
        var named = await names.OfAsync(due.Select(r => r.OwnerId), cancellationToken);
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
