using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Organisations.Organisations;

/// <summary>An organisation that is only just entered stands on no page: a file, a right or an event brings it there.</summary>
internal sealed class KeptFromReaders(AppDbContext db) : IKeptFromReaders
{
    public async Task<bool> IsKeptAsync(ISaidToReaders record, string piece, CancellationToken cancellationToken) =>
        record is Organisation organisation && !await db.Set<Organisation>().AnyAsync(o => o.Id == organisation.Id, cancellationToken);
}
