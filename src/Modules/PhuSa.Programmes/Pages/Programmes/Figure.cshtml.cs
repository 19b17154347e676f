using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Plans;
using PhuSa.Programmes.Printing;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Pages.Programmes;

/// <summary>A layer of the picture beside the number: one record, or one group where there are many.</summary>
internal sealed record Layer(string Class, IHtmlContent Words);

/// <summary>A record that came or went since the freezing.</summary>
internal sealed record RecordChange(IHtmlContent Title, string? Url, bool Came);

/// <summary>The evidence of one figure: what is counted, when, how, and every record behind it.</summary>
internal sealed class FigureModel(ReviewReader reader, ReviewUses uses, Texts texts) : PageModel
{
    private const int MostRecordLayers = 12;
    private static readonly string[] Grounds = ["l1", "l3", "l4", "l2"];

    public ReadReview Read { get; private set; } = null!;

    public ReviewFigure Figure { get; private set; } = null!;

    public IReadOnlyList<FigureUse> Uses { get; private set; } = [];

    public EvidenceTable Table { get; private set; } = null!;

    /// <summary>What is counted, in the reader's language; a plan's figure is told by sentences of its own.</summary>
    public IHtmlContent Definition => RecordWords.Markup(Figure.Printed.Definition, texts, [.. PlanItemFigure.Definitions]);

    public string RecordsTitle => Figure.Printed switch
    {
        { Value: null, Target: not null } => texts["Nguồn của chỉ tiêu"],
        { Value: null } => texts["Hồ sơ đã biết"],
        { Origin: FigureOrigin.Manual } => texts["Nguồn của con số nhập tay"],
        var computed => texts["{0} hồ sơ được đếm", computed.Evidence.Count],
    };

    /// <summary>Titles of public records; the others are counted in one line.</summary>
    public IReadOnlyList<RecordChange> Changes => [.. Rows(Figure.Came, came: true), .. Rows(Figure.Went, came: false)];

    /// <summary>One layer alone would be a bar beside the number: the picture begins with two.</summary>
    public IReadOnlyList<Layer> Layers => Pictured().ToList() is { Count: > 1 } layers ? layers : [];

    /// <summary>The review's own days, so that the machine-readable answer is for the same period.</summary>
    public string ApiQuery => string.Create(CultureInfo.InvariantCulture, $"?from={Read.Review.Details.FirstDay:yyyy-MM-dd}&to={Read.Review.Details.LastDay:yyyy-MM-dd}");

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(slug, cancellationToken) is not { } read || read.Find(code) is not { } figure)
        {
            return NotFound();
        }

        (Read, Figure, Table) = (read, figure, EvidenceTable.Of(figure.Printed.Evidence));
        Uses = await uses.OfAsync(slug, code, HttpContext, cancellationToken);
        return Page();
    }

    private static string Ground(int index) => Grounds[index % Grounds.Length];

    private IEnumerable<Layer> Pictured()
    {
        var gone = Figure.Went.Select(e => (e.Kind, e.RecordId)).ToHashSet();
        var groups = EvidenceGroups.Of([.. Figure.Printed.Evidence.Where(e => !gone.Contains((e.Kind, e.RecordId)))]);
        var layers = Table.Records.Count > MostRecordLayers
            ? groups.Select((group, index) => new Layer(Ground(index), texts.Around("{0} · {1} hồ sơ", group.Name ?? "Chưa xếp nhóm", group.Records.Count)))
            : groups.SelectMany((group, index) => group.Records.Select(record =>
                new Layer(Ground(index), RecordWords.Markup(group.Name is { } name ? $"{name} · {record.Title}" : record.Title, texts))));
        return layers
            .Concat(Figure.Went.Where(e => e.IsPublic).Select(e => new Layer("new", texts.Around("Bớt sau khi chốt · {0}", e.Title))))
            .Concat(Figure.Came.Where(e => e.IsPublic).Select(e => new Layer("new", texts.Around("Thêm sau khi chốt · {0}", e.Title))));
    }

    private IEnumerable<RecordChange> Rows(IReadOnlyList<Evidence> records, bool came)
    {
        foreach (var record in records.Where(e => e.IsPublic))
        {
            yield return new RecordChange(RecordWords.Markup(record.Title, texts), record.Url, came);
        }

        if (records.Count(e => !e.IsPublic) is > 0 and var withheld)
        {
            yield return new RecordChange(texts.Around("{0} hồ sơ không công khai", withheld), Url: null, came);
        }
    }
}
