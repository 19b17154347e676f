using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Alliance.Memberships;

/// <summary>The classes of members by their codes, in the order in which they were made.</summary>
internal sealed record ClassBook(IReadOnlyList<MemberClass> All)
{
    public MemberClass? Find(string code) => All.FirstOrDefault(c => c.Code == code);

    /// <summary>The name in Vietnamese; those that every house begins with have their English.</summary>
    public string Of(string code) => Find(code)?.Name ?? code;
}

/// <summary>Reads the classes of members.</summary>
internal sealed class ClassNames(AppDbContext db)
{
    public async Task<ClassBook> AllAsync(CancellationToken cancellationToken) =>
        new(await db.Set<MemberClass>().AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancellationToken));
}
