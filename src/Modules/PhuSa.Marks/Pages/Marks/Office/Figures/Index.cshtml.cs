using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Figures;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Office;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Figures;

/// <summary>The figures of marks on a day, by mark, by product and by kind of holder. Each number opens the list that it counts; all of it stands in the address.</summary>
internal sealed class IndexModel(MarkFigures figures, GrantDesk desk) : PageModel
{
    public const string FigureKey = "so-lieu";
    public const string FromKey = "tu";
    public const string DayKey = "ngay";
    public const string MarkKey = "nhan-hieu";
    public const string ProductKey = "san-pham";
    public const string HolderKey = "don-vi";
    public const int Size = 50;
    private const int MostPages = 10_000;
    private const int LongestWord = 400;

    private static readonly string[] Keys = [FigureKey, FromKey, DayKey, MarkKey, ProductKey, HolderKey];
    private Dictionary<string, string> _asked = [];

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public IReadOnlyList<(IMarkFigure Figure, FigureReading Reading)> Figures { get; private set; } = [];

    public FigureTable Table { get; private set; } = null!;

    /// <summary>The first day of a period; null from the beginning.</summary>
    public DateOnly? From { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>What is wrong with the days that were asked for; a key of the English table, null where nothing is.</summary>
    public string? DayError { get; private set; }

    public int Number { get; private set; } = 1;

    public IReadOnlyList<Evidence> Lines { get; private set; } = [];

    public string? this[string key] => _asked.GetValueOrDefault(key);

    public static string? AddressOf(Evidence evidence) => evidence.Kind switch
    {
        MarkGrantConfiguration.Table => MarkRights.Of(evidence.RecordId),
        InspectionVisitConfiguration.Table => InspectionDesk.Of(evidence.RecordId),
        _ => evidence.Url,
    };

    /// <summary>The same question with another word; without it where the word is null.</summary>
    public string With(string key, string? word)
    {
        var parts = Keys.Select(known => (known, value: known == key ? word : this[known])).Where(part => part.value is not null).Select(part => $"{part.known}={Uri.EscapeDataString(part.value!)}").ToList();
        return MarkRights.Figures + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        _asked = Keys.Select(key => (key, word: Text(key))).Where(asked => asked.word is not null).ToDictionary(asked => asked.key, asked => asked.word!, StringComparer.Ordinal);
        ReadDays();
        var scope = MarkFigures.Of(this[MarkKey], this[ProductKey], this[HolderKey]);
        var opened = new List<(IMarkFigure Figure, Func<MarkScope, FigureReading> Read)>();
        foreach (var figure in figures.All)
        {
            opened.Add((figure, await figure.OpenAsync(RequestOf(figure), cancellationToken)));
        }

        Figures = [.. opened.Select(one => (one.Figure, one.Read(scope)))];
        var chosen = opened.Find(one => one.Figure.Definition.Code == this[FigureKey]) is { Figure: not null } asked ? asked : opened[0];
        Table = await figures.TableAsync(chosen.Figure, chosen.Read, scope, cancellationToken);
        (Number, Lines) = (number, [.. Table.Reading.Evidence.Skip((number - 1) * Size).Take(Size)]);
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }

    private FigureRequest RequestOf(IMarkFigure figure) => figure.OfPeriod && From is not null ? new FigureRequest(new Period(From, Day), []) : FigureRequest.UpTo(Day);

    /// <summary>A day that cannot be read is told, and today is shown.</summary>
    private void ReadDays()
    {
        var (day, from) = (DayOf(this[DayKey]), DayOf(this[FromKey]));
        if ((this[DayKey] is not null && day is null) || (this[FromKey] is not null && from is null))
        {
            DayError = "Không đọc được ngày. Ghi ngày, tháng, năm, như 30/06/2026.";
        }
        else if (from > (day ?? desk.Today))
        {
            DayError = "Ngày đầu không được sau ngày cuối.";
        }

        (Day, From) = DayError is null ? (day ?? desk.Today, from) : (desk.Today, null);
    }

    private static DateOnly? DayOf(string? typed) => DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2100 ? day : null;

    private string? Text(string key)
    {
        var typed = string.Concat(Request.Query[key].ToString().Where(character => !char.IsControl(character))).Trim();
        return typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWord);
    }
}
