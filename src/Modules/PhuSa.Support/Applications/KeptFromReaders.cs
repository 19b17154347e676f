using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Support.Verdicts;

namespace PhuSa.Support.Applications;

/// <summary>What was answered to an application that no published text tells of is on no public page.</summary>
internal sealed class KeptFromReaders(AppDbContext db) : IKeptFromReaders
{
    public async Task<bool> IsKeptAsync(ISaidToReaders record, string piece, CancellationToken cancellationToken) =>
        record is Verdict verdict && !await db.Set<SupportApplication>().Public().AnyAsync(a => a.Id == verdict.ApplicationId, cancellationToken);
}
