using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Pages.Identity.Account;

/// <summary>One's own name and the language one is written to in.</summary>
internal sealed class RenameModel(AppDbContext db, ISignedIn signedIn) : PageModel
{
    [BindProperty]
    public RenameInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var person = await PersonAsync(cancellationToken);
        Input = new RenameInput { Name = person.Name, Language = person.Language };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var person = await PersonAsync(cancellationToken);
        person.Rename(Input.Name!.Trim());
        person.Speak(Input.Language);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect(PersonalPlaces.Account);
    }

    private Task<Person> PersonAsync(CancellationToken cancellationToken) => db.Set<Person>().SingleAsync(p => p.Id == signedIn.Person!.PersonId, cancellationToken);
}

internal sealed class RenameInput
{
    [Display(Name = "Họ và tên")]
    [Required(ErrorMessage = "Nhập họ và tên")]
    [StringLength(Person.NameMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Name { get; set; }

    public string Language { get; set; } = "vi";
}
