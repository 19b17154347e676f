using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Register;
using PhuSa.Documents.Drawing;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Members;

/// <summary>A membership card to print: its QR code opens the check page, where the present state is.</summary>
internal sealed class CardModel(AllianceDesk desk, MemberBook book, ClassNames classes, ISites sites) : PageModel
{
    public MemberFile Member { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    public string Class { get; private set; } = "";

    public string Check { get; private set; } = "";

    public QrDrawing Qr { get; private set; } = null!;

    public string House { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.Organisations.Rows.SingleOrDefaultAsync(o => o.Code == code, cancellationToken) is not { } organisation
            || await book.OfAsync(organisation.Id, cancellationToken) is not { } file
            || file.History.On(desk.Today) is not { State: MembershipState.Member, Term: { } term } standing)
        {
            return NotFound();
        }

        (Member, Standing) = (file, standing);
        Class = (await classes.AllAsync(cancellationToken)).Of(term.ClassCode);
        var site = await sites.OfThemeAsync(SiteThemes.Alliance, HttpContext, cancellationToken);
        House = site.FullName;
        Check = $"{site.Address}{CardCheck.Address}/{organisation.Code}";
        Qr = QrDrawing.Of(Check);
        return Page();
    }
}
