using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Products;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Own;

/// <summary>A cooperative's own file, on a phone: what stands in it, what is missing, and what became of what they proposed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(ProposalDesk desk, RegistryBook book, ReportDesk reporting, ReportOwed owed, OcopBook products, ISignedIn signedIn) : PageModel
{
    /// <summary>Null where the organisation that the person acts for has none.</summary>
    public CooperativeFile? Kept { get; private set; }

    public RegistryLine? Line { get; private set; }

    public IReadOnlyList<FileProposal> Proposals { get; private set; } = [];

    /// <summary>Of the latest years, and those that were begun.</summary>
    public IReadOnlyList<ReportFile> Reports { get; private set; } = [];

    /// <summary>Its own OCOP products, each with how long it is certified.</summary>
    public IReadOnlyList<OcopLine> Products { get; private set; } = [];

    /// <summary>What the files for evaluating them still lack, by product.</summary>
    public ILookup<Guid, string> Lacking { get; private set; } = Enumerable.Empty<(Guid Id, string Name)>().ToLookup(item => item.Id, item => item.Name);

    /// <summary>Of the figures shown; null where there are none yet.</summary>
    public int? Year => Kept!.Years.Select(year => (int?)year.Year).FirstOrDefault();

    /// <summary>What is missing, and the form that says it. The names are keys of the module's English table.</summary>
    public IReadOnlyList<(string Name, string Word)> Missing => Line is not { } line ? [] :
    [
        .. new[]
        {
            (line.NoNumber, "Số đăng ký", "dang-ky"),
            (line.NoFounding, "Thành lập", "dang-ky"),
            (line.NoSector, "Lĩnh vực", "dang-ky"),
            (line.NoStatus, "Tình trạng", "dang-ky"),
            (line.NoPlace, "Nơi, như giấy tờ ghi", "lien-he"),
            (line.NoPhone, "Điện thoại", "lien-he"),
            (line.NoMembers, "Thành viên chính thức", "so-lieu"),
            (line.NoLeader, "Giám đốc", "giam-doc"),
        }.Where(gap => gap.Item1).Select(gap => (gap.Item2, gap.Item3)),
    ];

    /// <summary>What is missing of the latest two years; of those before only what was begun.</summary>
    public OwedOfYear OwedOf(ReportFile report) => new(report.Year, report.Report is not null || report.Year >= reporting.YearNow - 1 ? owed.Of(report) : []);

    /// <summary>The papers that a file for evaluating this product again has to hold, where its certificate is about to end and no file was begun.</summary>
    public static IReadOnlyList<string> ToPrepare(OcopLine product) =>
        product is { Running: null, Standing: { State: OcopState.Soon, Certificate.ExpiresOn: { } last } } ? OcopRules.On(last)?.RenewalPapers ?? [] : [];

    public string? Words(IntakeTarget target) => desk.WordsOf(Kept!, target, Year);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Kept = await desk.OwnAsync(signedIn.Person!, cancellationToken);
        if (Kept is { } file)
        {
            Line = (await book.OfAsync([file.Cooperative.Id], cancellationToken))[0].Line;
            Proposals = await desk.OfAsync(file.Cooperative.Id, cancellationToken);
            Reports = await reporting.ShownAsync(file, cancellationToken);
            Products = await products.AllAsync(day: null, file.Organisation.Id, cancellationToken);
            Lacking = await products.LackingAsync([.. Products.Select(product => product.Id)], cancellationToken);
        }
    }
}
