using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.DataRequests;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Identity.Pages.Identity.Office.DataRequests;

/// <summary>A page about one request: what it is, whose it is.</summary>
internal abstract class DataRequestPage(AppDbContext db) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The request as it was shown: a stale form is refused.</summary>
    [BindProperty]
    public int Version { get; set; }

    public DataRequest DataRequest { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    public string Address => $"/quan-tri/yeu-cau-du-lieu/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Version = DataRequest.Version;
        return Page();
    }

    protected async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var request = await db.Set<DataRequest>().SingleOrDefaultAsync(r => r.Id == Id, cancellationToken);
        if (request is null)
        {
            return false;
        }

        DataRequest = request;
        Person = await db.Set<Person>().SingleAsync(p => p.Id == request.PersonId, cancellationToken);
        return true;
    }
}

/// <summary>A page that moves a request one step of its flow.</summary>
internal abstract class DataRequestMovePage(AppDbContext db, ISignedIn signedIn, DataRequestNotices notices, TimeProvider clock) : DataRequestPage(db), IStepForm
{
    private readonly AppDbContext _db = db;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        _db.Entry(DataRequest).Property(r => r.Version).OriginalValue = Version;
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellationToken);
        await MoveAsync(signedIn.Person!.AsActor(), clock.GetUtcNow().UtcDateTime, cancellationToken);
        await notices.MovedAsync(DataRequest, cancellationToken);
        await _db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Redirect(Address);
    }

    public async Task<int?> VersionNowAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ? DataRequest.Version : null;

    protected abstract Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken);
}

internal sealed class AnswerInput
{
    [Display(Name = "Trả lời")]
    [Required(ErrorMessage = "Viết câu trả lời cho người yêu cầu")]
    [StringLength(DataRequest.AnswerMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Answer { get; set; }
}
