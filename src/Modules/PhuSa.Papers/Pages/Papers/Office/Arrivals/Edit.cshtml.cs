using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Papers.Pages.Papers.Office.Arrivals;

/// <summary>Mends what the clerk wrote; the arrival number stays. Whoever was overtaken sees both versions and loses nothing.</summary>
internal sealed class EditModel(PaperDesk desk, Texts text) : EditingPage<IncomingInput>(desk.Db, text), IIncomingForm, IPaperEditing
{
    [FromRoute]
    public Guid Id { get; set; }

    public IncomingPaper Paper { get; private set; } = null!;

    public string Address => PapersRights.OfIncoming(Id);

    protected override string Home => Address;

    protected override bool MayBegin => Paper.IsOpen;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Paper = (await desk.Reach.OwnArrived().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == Id, cancellationToken))!;
        return Paper is not null;
    }

    protected override IncomingInput Stored() => IncomingInput.Of(Paper);

    protected override IEnumerable<(string Label, string? Words)> Told(IncomingInput input) =>
    [
        ("Ngày đến", PaperTold.Day(input.ArrivedOn)),
        ("Nơi gửi", PaperTold.Line(input.From)),
        ("Loại văn bản", input.Kind is { } kind ? PaperWords.Of(kind) : null),
        ("Số, ký hiệu", PaperTold.Line(input.Number)),
        ("Ngày trên văn bản", PaperTold.Day(input.DatedOn)),
        ("Trích yếu", PaperTold.Line(input.Title)),
        ("Hạn trả lời", PaperTold.Day(input.DueOn)),
    ];

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.ArrivedOn > desk.Today)
        {
            Wrong("Input.ArrivedOn", "Ngày đến không thể sau hôm nay.");
        }

        return Task.CompletedTask;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        Paper.Rewrite(Input.Sheet());
        return Task.CompletedTask;
    }
}
