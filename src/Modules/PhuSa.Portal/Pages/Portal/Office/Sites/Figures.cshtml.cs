using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>The large figures of the home page. What is typed is where a figure stands, never the figure.</summary>
internal sealed class FiguresModel(SiteDesk desk, NamedFigures named, Texts text) : SiteRowsEditing<FigureRow>(desk, text)
{
    private List<HomeFigure> _all = [];

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        _all = await Desk.Db.Set<HomeFigure>().Where(figure => figure.Site == Site.Code).ToListAsync(cancellationToken);
        return true;
    }

    protected override List<FigureRow> Stored() => [.. _all.OrderBy(figure => figure.Position is null).ThenBy(figure => figure.Position).ThenBy(figure => figure.Figure, StringComparer.Ordinal).ThenBy(figure => figure.Review, StringComparer.Ordinal)
        .Select(figure => new FigureRow { Review = figure.Review, Figure = figure.Figure, Caption = figure.Caption, Shown = figure.Position is not null })];

    protected override IEnumerable<(string Label, string? Words)> Told(IReadOnlyList<FigureRow> rows)
    {
        var said = rows.Where(row => !IsEmpty(row)).ToList();
        return [.. said.Select(row => (NameOf(row), (string?)Row(VietnameseText.OnOneLine(row.Caption), row.Shown ? null : "ẩn"))), Order(said.Select(NameOf))];
    }

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        var known = await named.OfAsync(Rows.Where(row => VietnameseText.OnOneLine(row.Review) is not null).Select(row => new NamedFigure(VietnameseText.OnOneLine(row.Review)!, VietnameseText.OnOneLine(row.Figure) ?? "")), cancellationToken);
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            if (IsEmpty(row))
            {
                continue;
            }

            if (VietnameseText.OnOneLine(row.Caption) is null)
            {
                Wrong($"Rows[{i}].Caption", "Nhập lời dưới con số");
            }

            if (!known.TryGetValue(VietnameseText.OnOneLine(row.Review) ?? "", out var figures))
            {
                Wrong($"Rows[{i}].Review", "Không có báo cáo này, hoặc báo cáo chưa công bố");
            }
            else if (!figures.ContainsKey(VietnameseText.OnOneLine(row.Figure) ?? ""))
            {
                Wrong($"Rows[{i}].Figure", "Báo cáo này không có số liệu có mã đó");
            }
            else if (Rows.FindIndex(other => KeyOf(other) == KeyOf(row)) < i)
            {
                Wrong($"Rows[{i}].Figure", "Số liệu này đã có ở một dòng trên");
            }
        }
    }

    protected override void Apply()
    {
        var kept = Rows.Where(row => !IsEmpty(row)).ToList();
        foreach (var gone in _all.Where(figure => kept.TrueForAll(row => KeyOf(row) != (figure.Review, figure.Figure))).ToList())
        {
            Desk.Db.Remove(gone);
            _all.Remove(gone);
        }

        for (var i = 0; i < kept.Count; i++)
        {
            var key = KeyOf(kept[i]);
            var figure = _all.Find(other => (other.Review, other.Figure) == key) ?? Added(key);
            figure.Show(VietnameseText.OnOneLine(kept[i].Caption)!, kept[i].Shown ? i + 1 : null);
        }
    }

    protected override SiteDirectory Previewed(SiteDirectory directory) => directory.With(Site, figures: _all);

    private HomeFigure Added((string? Review, string? Figure) key)
    {
        var figure = new HomeFigure(Guid.CreateVersion7(), Site.Code, key.Review!, key.Figure!);
        Desk.Db.Add(figure);
        _all.Add(figure);
        return figure;
    }

    private static string NameOf(FigureRow row) => $"{VietnameseText.OnOneLine(row.Review) ?? "?"} {VietnameseText.OnOneLine(row.Figure) ?? "?"}";

    private static (string? Review, string? Figure) KeyOf(FigureRow row) => (VietnameseText.OnOneLine(row.Review), VietnameseText.OnOneLine(row.Figure));

    private static bool IsEmpty(FigureRow row) => VietnameseText.OnOneLine(row.Review) is null && VietnameseText.OnOneLine(row.Figure) is null && VietnameseText.OnOneLine(row.Caption) is null;
}

internal sealed class FigureRow
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Báo cáo")]
    [StringLength(Site.CodeMaxLength, ErrorMessage = TooLong)]
    public string? Review { get; set; }

    [Display(Name = "Mã số liệu")]
    [StringLength(Site.CodeMaxLength, ErrorMessage = TooLong)]
    public string? Figure { get; set; }

    [Display(Name = "Lời dưới con số")]
    [StringLength(HomeFigure.CaptionMaxLength, ErrorMessage = TooLong)]
    public string? Caption { get; set; }

    [Display(Name = "Hiện")]
    public bool Shown { get; set; } = true;
}
