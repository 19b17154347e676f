using PhuSa.Identity.People;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.Directors;

/// <summary>Another name, e-mail or phone number of a director.</summary>
internal sealed class EditModel(AppDbContext db, OutsidePeople outside, AccountRegister register) : AccountEditing(db, register)
{
    protected override string Pages => "/quan-tri/dai-dien-htx";

    protected override Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken) => outside.FindAsync(id, cancellationToken);
}
