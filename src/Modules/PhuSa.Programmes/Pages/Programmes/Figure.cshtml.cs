using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Printing;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Pages.Programmes;

/// <summary>A layer of the picture beside the number: one record, or one group where there are many.</summary>
internal sealed record Layer(string Class, string Words);

/// <summary>A record that came or went since the freezing.</summary>
internal sealed record RecordChange(string Title, string? Url, bool Came);

/// <summary>The evidence of one figure: what is counted, when, how, and every record behind it.</summary>
internal sealed class FigureModel(ReviewReader reader, ReviewUses uses, Texts texts) : PageModel
{
    private const int MostRecordLayers = 12;
    private static readonly string[] Grounds = ["l1", "l3", "l4", "l2"];

    public ReadReview Read { get; private set; } = null!;

    public ReviewFigure Figure { get; private set; } = null!;

    public IReadOnlyList<SiteLink> Uses { get; private set; } = [];

    public IReadOnlyList<Evidence> Records => [.. Figure.Printed.Evidence.Where(e => e.IsPublic)];

    public bool Grouped => Records.Any(e => e.Group is not null);

    public IReadOnlyList<string> Columns => EvidenceGroups.Columns(Records);

    public string Tone => Figure.Printed switch
    {
        { Value: null } => "unknown",
        { Origin: FigureOrigin.Manual } => "draft",
        _ => "going",
    };

    public string RecordsTitle => Figure.Printed switch
    {
        { Value: null, Target: not null } => texts["Nguồn của chỉ tiêu"],
        { Value: null } => texts["Hồ sơ đã biết"],
        { Origin: FigureOrigin.Manual } => texts["Nguồn của con số nhập tay"],
        var computed => texts["{0} hồ sơ được đếm", computed.Evidence.Count],
    };

    /// <summary>Titles of public records; the others are counted in one line.</summary>
    public IReadOnlyList<RecordChange> Changes => [.. Rows(Figure.Came, came: true), .. Rows(Figure.Went, came: false)];

    public IReadOnlyList<Layer> Layers
    {
        get
        {
            var groups = EvidenceGroups.Of(Figure.Printed.Evidence);
            var layers = Records.Count > MostRecordLayers
                ? groups.Select((group, index) => new Layer(Ground(index), texts["{0} · {1} hồ sơ", group.Name ?? texts["Chưa xếp nhóm"], group.Records.Count]))
                : groups.SelectMany((group, index) => group.Records.Select(record => new Layer(Ground(index), group.Name is { } name ? $"{name} · {record.Title}" : record.Title)));
            return [.. layers, .. Figure.Came.Where(e => e.IsPublic).Select(e => new Layer("new", texts["Thêm sau khi chốt · {0}", e.Title]))];
        }
    }

    /// <summary>The review's own days, so that the machine-readable answer is for the same period.</summary>
    public string ApiQuery => string.Create(CultureInfo.InvariantCulture, $"?from={Read.Review.Details.FirstDay:yyyy-MM-dd}&to={Read.Review.Details.LastDay:yyyy-MM-dd}");

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(slug, cancellationToken) is not { } read || read.Find(code) is not { } figure)
        {
            return NotFound();
        }

        (Read, Figure) = (read, figure);
        Uses = [.. await uses.ReviewsAsync(code, cancellationToken), .. await uses.PlansAsync(code, cancellationToken)];
        return Page();
    }

    public static string? Value(Evidence record, string column) => record.Facts.FirstOrDefault(f => f.Label == column)?.Value;

    private static string Ground(int index) => Grounds[index % Grounds.Length];

    private IEnumerable<RecordChange> Rows(IReadOnlyList<Evidence> records, bool came)
    {
        foreach (var record in records.Where(e => e.IsPublic))
        {
            yield return new RecordChange(record.Title, record.Url, came);
        }

        if (records.Count(e => !e.IsPublic) is > 0 and var withheld)
        {
            yield return new RecordChange(texts["{0} hồ sơ không công khai", withheld], Url: null, came);
        }
    }
}
