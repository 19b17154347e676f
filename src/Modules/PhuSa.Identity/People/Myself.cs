using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.People;

/// <summary>The signed-in person's own record, for the pages of their account.</summary>
internal sealed class Myself(AppDbContext db, ISignedIn signedIn)
{
    public Task<Person> LoadAsync(CancellationToken cancellationToken)
    {
        var id = signedIn.Person!.PersonId;
        return db.Set<Person>().SingleAsync(p => p.Id == id, cancellationToken);
    }
}
