using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Articles.Facts;

/// <summary>Documents that replace one another all round: none of them would be in force, and no reader could tell which holds.</summary>
internal static class ReplacementCircle
{
    /// <param name="replacedBy">What a document replaces.</param>
    public static bool LeadsBack(Guid document, Func<Guid, IReadOnlyList<Guid>> replacedBy)
    {
        var (seen, open) = (new HashSet<Guid>(), new Stack<Guid>(replacedBy(document)));
        while (open.TryPop(out var at))
        {
            if (at == document)
            {
                return true;
            }

            if (seen.Add(at))
            {
                foreach (var next in replacedBy(at))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }
}

/// <summary>What documents replace one another, as readers see it now.</summary>
internal sealed class Replacements(AppDbContext db)
{
    /// <returns>Whether a document that replaces these would in the end replace itself.</returns>
    public async Task<bool> LeadBackAsync(Guid document, IReadOnlyList<Guid> replaced, CancellationToken cancellationToken)
    {
        var links = await db.Set<Article>().SelectMany(a => a.Links, (a, link) => new { a.Id, link.TargetId, link.Role }).Where(link => link.Role == LinkRole.Replaces).ToListAsync(cancellationToken);
        var known = links.ToLookup(link => link.Id, link => link.TargetId);
        return ReplacementCircle.LeadsBack(document, at => at == document ? replaced : [.. known[at]]);
    }
}
