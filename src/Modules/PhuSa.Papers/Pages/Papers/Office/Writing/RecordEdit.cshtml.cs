using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Papers.Pages.Papers.Office.Writing;

/// <summary>Completes what is known of a paper that was not numbered here. Whoever was overtaken sees both versions and loses nothing.</summary>
internal sealed class RecordEditModel(PaperDesk desk, OutgoingDesk outgoing, Texts text) : EditingPage<RecordInput>(desk.Db, text), IRecordForm, IPaperEditing
{
    [FromRoute]
    public Guid Id { get; set; }

    public Paper Paper { get; private set; } = null!;

    public string Address => PapersRights.Of(Id);

    protected override string Home => Address;

    protected override bool MayBegin => Paper.Status == PaperStatus.Recorded;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        var paper = await (await desk.Reach.SeenAsync(cancellationToken)).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == Id, cancellationToken);
        if (paper is not { BookId: null } || !await desk.Reach.KeepsAsync(paper, cancellationToken))
        {
            return false;
        }

        Paper = paper;
        return true;
    }

    protected override RecordInput Stored() => RecordInput.Of(Paper);

    protected override IEnumerable<(string Label, string? Words)> Told(RecordInput input) =>
    [
        ("Loại văn bản", input.Kind is { } kind ? PaperWords.Of(kind) : null),
        ("Số, ký hiệu", PaperTold.Line(input.Number)),
        ("Trích yếu", PaperTold.Line(input.Title)),
        ("Cơ quan ban hành khác", PaperTold.Line(input.IssuedByText)),
        ("Ngày ký", PaperTold.Day(input.SignedOn)),
        ("Năm ký", input.SignedOn is null ? input.SignedYear?.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
        ("Nguồn", PaperTold.Line(input.Source)),
        ("Công khai trên trang", PaperTold.Flag(input.IsPublic)),
    ];

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        Paper.Describe(Input.Content(desk.Reach.Own, Paper));
        return outgoing.RecordAsync(Paper, cancellationToken);
    }
}
