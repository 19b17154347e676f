using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Visits;

namespace PhuSa.Portal.Pages.Portal.Office.Statistics;

/// <summary>The number that the old portal left, with its day and source: all three or none of it.</summary>
internal sealed class OpeningModel(AppDbContext db, KeptSites sites, ISignedIn signedIn, TimeProvider clock, Texts text) : PageModel
{
    private OpeningVisits? _opening;

    [FromRoute]
    public string Site { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public OpeningInput Input { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Version = _opening?.Version ?? 0;
        Input = new OpeningInput { Visits = _opening?.Visits, UntilDay = _opening?.UntilDay, Source = _opening?.Source };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Input.UntilDay > VietnamTime.Today(clock))
        {
            ModelState.AddModelError("Input.UntilDay", text["Ngày không được ở sau hôm nay."]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (_opening is null)
        {
            _opening = new OpeningVisits(Guid.CreateVersion7(clock.GetUtcNow()), Site);
            db.Add(_opening);
        }
        else
        {
            db.Entry(_opening).Property(o => o.Version).OriginalValue = Version;
        }

        _opening.Say(Input.Visits!.Value, Input.UntilDay!.Value, Input.Source!.Trim());
        await db.SaveChangesAsync(cancellationToken);
        return Redirect($"{StatisticsRights.Office}/cong-cu");
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (OwnSites.Of(await sites.DirectoryAsync(cancellationToken), signedIn.Person!).FirstOrDefault(site => site.Code == Site) is not { } own)
        {
            return false;
        }

        Name = own.Name;
        _opening = await db.Set<OpeningVisits>().SingleOrDefaultAsync(o => o.Site == Site, cancellationToken);
        return true;
    }
}

internal sealed class OpeningInput
{
    /// <summary>Ten times what the whole country could visit in a lifetime; more is a slip of the pen.</summary>
    private const long MostVisits = 100_000_000_000;

    [Display(Name = "Lượt truy cập")]
    [Required(ErrorMessage = "Nhập số lượt truy cập của cổng cũ")]
    [Range(1L, MostVisits, ErrorMessage = "Số lượt phải là số nguyên lớn hơn 0")]
    public long? Visits { get; set; }

    [Display(Name = "Đến hết ngày")]
    [Required(ErrorMessage = "Nhập ngày cuối mà số này tính tới")]
    public DateOnly? UntilDay { get; set; }

    [Display(Name = "Nguồn")]
    [Required(ErrorMessage = "Nêu nguồn của số này")]
    [StringLength(OpeningVisits.SourceMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Source { get; set; }
}
