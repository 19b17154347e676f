using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Books;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Templates;
using PhuSa.Platform.Data;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Papers;

/// <summary>
/// An office never goes into another organisation: its books count their own numbers, and what came in and its templates are its own. An officer is told
/// to keep it instead; nothing is brought over here.
/// </summary>
internal sealed class OfficeMerge(AppDbContext db) : IOrganisationMerge
{
    public async Task<IReadOnlyList<MergedReference>> FollowAsync(Guid gone, Guid kept, CancellationToken cancellationToken)
    {
        if (await db.Set<PaperBook>().AnyAsync(book => book.IssuerId == gone, cancellationToken)
            || await db.Set<IncomingPaper>().AnyAsync(paper => paper.OrganisationId == gone, cancellationToken)
            || await db.Set<PaperTemplate>().AnyAsync(template => template.OrganisationId == gone, cancellationToken))
        {
            throw new RefusedException("Tổ chức sẽ mất đi là cơ quan có sổ văn bản, văn bản đến hoặc mẫu văn bản trên hệ thống. Hãy chọn tổ chức đó là tổ chức ở lại.");
        }

        return [];
    }

    public Task TakeBackAsync(Guid gone, Guid kept, IReadOnlyList<MergedReference> brought, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<MergedReference>> NamingAsync(Guid organisation, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MergedReference>>([]);
}
