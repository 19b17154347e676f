using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.People;

/// <summary>Another name, e-mail or phone number of anybody who was not erased.</summary>
internal sealed class EditModel(AppDbContext db, AccountRegister register) : AccountEditing(db, register)
{
    private readonly AppDbContext _db = db;

    protected override string Pages => "/quan-tri/nguoi-dung";

    protected override Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        _db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id && p.Status != PersonStatus.Erased, cancellationToken);
}
