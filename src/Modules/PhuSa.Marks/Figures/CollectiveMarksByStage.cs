using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Register;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Figures;

/// <summary>Collective marks by the stage their filing had reached on the last day of what is asked; today where no last day is. One of which nobody can tell makes the whole unknown.</summary>
internal sealed class CollectiveMarksByStage(AppDbContext db, HolderNames holders, TimeProvider clock) : IFigure
{
    public const string NotClear = "Có nhãn hiệu chưa ghi bước đăng ký, hoặc chưa rõ đã đến bước nào vào ngày được hỏi.";

    public FigureDefinition Definition { get; } = new(
        "collective-marks.by-stage",
        "Nhãn hiệu tập thể theo bước đăng ký",
        "Số nhãn hiệu tập thể đã bắt đầu việc đăng ký tính đến ngày cuối kỳ, kể cả đơn bị từ chối, đã rút và văn bằng hết hiệu lực; danh sách xếp theo bước đã đến vào ngày ấy.",
        "nhãn hiệu");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        if (await db.NothingEnteredAsync<CollectiveMark>(cancellationToken) is { } nothing)
        {
            return nothing;
        }

        var today = VietnamTime.Today(clock);
        var day = request.Period.To ?? today;
        var marks = await db.Set<CollectiveMark>().AsNoTracking().AsSplitQuery().Where(m => request.OrganisationId == null || m.OwnerId == request.OrganisationId).ToListAsync(cancellationToken);
        var owners = await holders.OfAsync(marks.Select(mark => mark.OwnerId), cancellationToken);
        var told = marks.Select(mark => (Mark: mark, Past: mark.On(day))).Where(told => told.Past.IsBegun != Truth.No)
            .OrderBy(told => told.Past.Stage ?? FilingStage.Unknown).ThenBy(told => told.Mark.Name, VietnameseOrder.Instance).ThenBy(told => told.Mark.Id).ToList();
        IReadOnlyList<Evidence> evidence = [.. told.Select(told => Of(told.Mark, told.Past.Stage, owners[told.Mark.OwnerId].Name))];
        return told.TrueForAll(told => told.Past.Stage is not null) ? new FigureReading { Value = told.Count, Evidence = evidence } : FigureReading.NotKnown(NotClear, evidence);
    }

    private static Evidence Of(CollectiveMark mark, FilingStage? stage, string owner) => new(
        CollectiveMarkConfiguration.Table,
        mark.Id,
        mark.Name,
        FilingFlow.Table[stage ?? FilingStage.Unknown].PublicName,
        $"/nhan-hieu/{mark.Slug}",
        [
            new("Chủ sở hữu", owner),
            new("Số đơn đăng ký", mark.ApplicationNumber),
            new("Ngày nộp đơn", mark.FiledOn is { } filed ? VietnamTime.Written(filed) : null),
            new("Ngày cấp văn bằng", mark.RegisteredOn is { } registered ? VietnamTime.Written(registered) : null),
            new("Nguồn", mark.Source),
        ]);
}
