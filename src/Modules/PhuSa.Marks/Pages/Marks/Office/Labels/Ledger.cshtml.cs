using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Documents.Drawing;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Marks.Pages.Marks.Office.Labels;

/// <summary>The labels of one right: what the holder declares, what was issued against it, and what became of it.</summary>
internal sealed class LedgerModel(LabelDesk labels, ISites sites, IPageViewDays views) : PageModel
{
    public const int CountedDays = 30;
    private readonly Dictionary<string, long> _checks = new(StringComparer.Ordinal);
    private string _house = "";

    public LabelScene Scene { get; private set; } = null!;

    public OrganisationFact Holder { get; private set; } = null!;

    public GrantStanding Standing { get; private set; } = null!;

    public LabelSums Sums { get; private set; } = LabelSums.None;

    public IReadOnlyList<LabelSpan> Numbers { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public bool MayIssue { get; private set; }

    /// <summary>Absolute: it is printed on the labels of the batch.</summary>
    public string CheckOf(string code) => _house + CheckAddress.Of(code);

    /// <summary>How often the code of a batch was checked in the last days.</summary>
    public long ChecksOf(string code) => _checks.GetValueOrDefault(code);

    public static QrDrawing QrOf(string address) => QrDrawing.Of(address);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await labels.FindAsync(id, cancellationToken) is not { } scene)
        {
            return NotFound();
        }

        Scene = scene;
        var grant = scene.Grant;
        Holder = (await labels.Desk.Organisations.OfAsync([grant.HolderId], cancellationToken))[grant.HolderId];
        Standing = GrantStanding.On(labels.Desk.Today, grant.Status, grant.ExpiresOn, grant.GivenOn.From);
        (Sums, Numbers) = (scene.Ledger.Sums(), [.. scene.Ledger.Numbered().All]);
        MayKeep = labels.Desk.Person.MayKeep(scene.Mark.OwnerId);
        MayIssue = MayKeep && labels.NotInForce(grant, labels.Desk.Today) is null;
        _house = (await sites.OfThemeAsync(SiteThemes.Department, HttpContext, cancellationToken)).Address;
        foreach (var code in scene.Ledger.Entries.Select(entry => entry.CheckCode).OfType<string>())
        {
            var days = await views.OfAsync([CheckAddress.Of(code), CheckAddress.Of(code, english: true)], labels.Desk.Today.AddDays(1 - CountedDays), labels.Desk.Today, cancellationToken);
            _checks[code] = days.Sum(day => day.Views);
        }

        return Page();
    }
}
