using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Register;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Figures;

/// <summary>How many obligations of memoranda were met. An item of the joint plan names it, so that what was promised in a memorandum is held against what was done.</summary>
internal sealed class ObligationsMet(AppDbContext db, Names names) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "alliance.obligations-met",
        "Nghĩa vụ theo bản ghi nhớ đã thực hiện",
        "Số nghĩa vụ theo các bản ghi nhớ đã thực hiện, tính theo ngày thực hiện (nếu không ghi ngày thực hiện thì theo ngày ghi nhận); nghĩa vụ mở lại, hay của bản ghi nhớ ghi nhầm, thì không đếm. Nội dung nghĩa vụ không hiển thị công khai.",
        "nghĩa vụ");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await db.NothingEnteredAsync<Obligation>(cancellationToken) is { } nothing)
        {
            return nothing;
        }

        var met = await db.Set<Obligation>().AsNoTracking().AsSplitQuery()
            .Where(obligation => obligation.Status == ObligationStatus.Done && !db.Set<Memorandum>().Any(m => m.Id == obligation.MemorandumId && m.Status == MemorandumStatus.Mistaken) && (request.OrganisationId == null || obligation.OwnerId == request.OrganisationId))
            .OrderBy(obligation => obligation.Id)
            .ToListAsync(cancellationToken);
        var ids = met.Select(obligation => obligation.MemorandumId).Distinct().ToArray();
        var memoranda = await db.Set<Memorandum>().AsNoTracking().Where(memorandum => EF.Parameter(ids).Contains(memorandum.Id))
            .Select(memorandum => new { memorandum.Id, memorandum.Title, memorandum.Programme }).ToDictionaryAsync(memorandum => memorandum.Id, cancellationToken);
        var named = await names.OfAsync(met.Select(obligation => obligation.OwnerId), cancellationToken);
        return Counting.Count(
            [
                .. met.Select(obligation => new Countable(
                    new Evidence(
                        ObligationConfiguration.Table,
                        obligation.Id,
                        obligation.What,
                        memoranda[obligation.MemorandumId].Title,
                        Url: null,
                        [
                            new("Bên thực hiện", named.GetValueOrDefault(obligation.OwnerId)?.Name),
                            new("Ngày thực hiện", VietnamTime.Written(MetOn(obligation))),
                            new("Bản ghi nhớ", memoranda[obligation.MemorandumId].Title),
                        ],
                        IsPublic: false),
                    RecordTime.Day(MetOn(obligation)),
                    memoranda[obligation.MemorandumId].Programme)),
            ],
            request);
    }

    private static DateOnly MetOn(Obligation obligation) => obligation.SettledOn
        ?? DateOnly.FromDateTime(VietnamTime.Local(obligation.Steps.Where(step => step.To == nameof(ObligationStatus.Done)).Max(step => step.At)));
}
