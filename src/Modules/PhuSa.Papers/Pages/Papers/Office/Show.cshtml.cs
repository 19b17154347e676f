using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Books;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Office;
using PhuSa.Papers.Pages.Papers.Office.Numbering;
using PhuSa.Papers.Papers;
using PhuSa.Papers.Printing;
using PhuSa.Papers.Signing;
using PhuSa.Papers.Templates;
using PhuSa.Platform;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Pages.Papers.Office;

/// <summary>One paper: what it says, where it stands, and what can be done next.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(PaperDesk desk, IOrganisations organisations, IFiles files, PdfMaker maker, SigningKeys keys) : PageModel
{
    public Paper Paper { get; private set; } = null!;

    public StatusFacts Status => PaperFlow.Table[Paper.Status];

    public PaperBook? Book { get; private set; }

    public string Title { get; private set; } = "";

    public string Address => PapersRights.Of(Paper.Id);

    public IReadOnlyList<(string Label, string? Value)> Facts { get; private set; } = [];

    public IReadOnlyList<StoredFile> Copies { get; private set; } = [];

    public IReadOnlyList<(string Word, string Verb, bool Danger)> Next { get; private set; } = [];

    public IReadOnlyList<IncomingPaper> Answers { get; private set; } = [];

    /// <summary>The agency's own templates for this kind of paper.</summary>
    public IReadOnlyList<PaperTemplate> Templates { get; private set; } = [];

    public bool HasPdf => maker.IsThere;

    private bool HasKey { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await (await desk.Reach.SeenAsync(cancellationToken)).AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } paper)
        {
            return NotFound();
        }

        Paper = paper;
        Book = await desk.Db.Set<PaperBook>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == paper.BookId, cancellationToken);
        Title = paper.Number is { } number ? $"{PaperWords.Of(paper.Kind)} {number}" : paper.Title;
        var issuers = await organisations.OfAsync([paper.IssuedById ?? Guid.Empty], cancellationToken);
        Facts = FactsOf(paper, paper.IssuedByText ?? issuers.Values.FirstOrDefault()?.Name);
        Copies = await files.OfAsync(PaperFiles.Of(paper.Id), cancellationToken);
        Answers = await desk.Reach.Arrived().AsNoTracking().AsSplitQuery().Where(p => p.AnswerId == id).OrderBy(p => p.ArrivedAt).ToListAsync(cancellationToken);
        Templates = paper.BookId is null ? [] : await desk.Db.Set<PaperTemplate>().AsNoTracking().Where(t => t.OrganisationId == paper.IssuedById && t.Kind == paper.Kind && !t.IsRetired).OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        HasKey = maker.IsThere && issuers.Values.FirstOrDefault() is { } body && keys.Has(body.Code);
        Next = desk.Person.May(PapersRights.Keep) && await desk.Reach.KeepsAsync(paper, cancellationToken) ? [.. Steps(paper).OrderBy(step => step.Danger)] : [];
        return Page();
    }

    public static string StepWord(Step step) =>
        Enum.TryParse<PaperAction>(step.Action, out var known) ? PaperWords.Of(known) : step.To == nameof(PaperStatus.Draft) ? "Soạn văn bản" : "Ghi nhận";

    private (string, string?)[] FactsOf(Paper paper, string? issuer) =>
    [
        ("Số, ký hiệu", paper.Number),
        ("Loại", PaperWords.Of(paper.Kind)),
        ("Sổ", Book?.Name),
        ("Cơ quan ban hành", issuer),
        ("Ngày ký", paper.SignedOn.IsKnown ? paper.SignedOn.ToString() : null),
        ("Quyền hạn ký", paper.Signature?.AuthorityLine),
        ("Chức vụ", paper.Signature?.PositionLine),
        ("Người ký", paper.SignerName),
        ("Ngày phát hành", paper.IssuedOn is { } issued ? VietnamTime.Written(issued) : null),
        ("Ngày có hiệu lực", paper.EffectiveFrom is { } day ? VietnamTime.Written(day) : null),
        ("Số tiền", paper.Amount is { } amount ? Dong.WithUnit(amount) : null),
        ("Số tiền bằng chữ", paper.Amount is { } words ? Dong.Words(words) : null),
        ("Nơi lưu", paper.Filing),
        ("Nguồn", paper.Source),
        ("Công khai", paper.IsPublic ? "Có" : "Không"),
    ];

    private IEnumerable<(string Word, string Verb, bool Danger)> Steps(Paper paper)
    {
        var mayNumber = desk.Person.May(PapersRights.Number);
        foreach (var (action, verb, danger) in Verbs)
        {
            if (PaperFlow.Table.Next(paper.Status, action) is not null && (mayNumber || action == PaperAction.Drop) && (action != PaperAction.Void || desk.Reach.MayVoid(paper)))
            {
                yield return (PaperWords.Of(action), verb, danger);
            }
        }

        if (paper is { BookId: not null, MayBeWritten: true })
        {
            yield return ("Sửa", "sua", false);
        }

        if (paper is { BookId: null, Status: PaperStatus.Recorded })
        {
            yield return ("Sửa", "sua-ghi-lai", false);
        }

        if (HasKey && mayNumber && DigitalSignModel.Takes(paper))
        {
            yield return ("Ký số", "ky-so", false);
        }

        if (PaperFiles.Take(paper))
        {
            yield return ("Thêm bản ký", "ban-ky", false);
        }

        if (mayNumber && PaperFlow.Table.Next(paper.Status, PaperAction.CorrectSigning) is not null)
        {
            yield return (PaperWords.Of(PaperAction.CorrectSigning), "sua-ghi-ky", false);
        }
    }

    private static readonly (PaperAction Action, string Verb, bool Danger)[] Verbs =
    [
        (PaperAction.Number, "lay-so", false),
        (PaperAction.Sign, "ky", false),
        (PaperAction.Issue, "phat-hanh", false),
        (PaperAction.Drop, "bo", true),
        (PaperAction.Void, "huy-so", true),
    ];
}
