using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;

namespace PhuSa.Alliance.Memoranda;

/// <summary>An organisation on record that is a party to a memorandum beside the first two: the third, the fourth and so on.</summary>
internal sealed class MemorandumParty : IJournaled
{
    private MemorandumParty()
    {
    }

    public MemorandumParty(Guid id, Guid memorandumId, Guid organisationId, int position)
    {
        Id = id;
        MemorandumId = memorandumId;
        OrganisationId = organisationId;
        Position = position;
    }

    public Guid Id { get; private init; }

    public Guid MemorandumId { get; private init; }

    public Guid OrganisationId { get; private set; }

    /// <summary>In the order of the memorandum, from 3 on.</summary>
    public int Position { get; set; }

    public string JournalTitle => Position.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class MemorandumPartyConfiguration : IEntityTypeConfiguration<MemorandumParty>
{
    public const string Table = "alliance_memorandum_parties";

    public void Configure(EntityTypeBuilder<MemorandumParty> builder)
    {
        builder.ToTable(Table);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Memorandum>().WithMany().HasForeignKey(p => p.MemorandumId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.MemorandumId, p.OrganisationId }).IsUnique();
        builder.HasIndex(p => p.OrganisationId);
    }
}

/// <summary>Reads who signed, all of them.</summary>
internal static class MemorandumParties
{
    /// <returns>The organisations on record beside the first two, in order, of each memorandum; after a merge one of the two may have a line there too, which says nothing.</returns>
    public static async Task<ILookup<Guid, Guid>> FurtherPartiesAsync(this AppDbContext db, IEnumerable<Memorandum> memoranda, CancellationToken cancellationToken)
    {
        var two = memoranda.SelectMany(m => new[] { (m.Id, m.PartyAId), (m.Id, m.PartyBId) }).ToHashSet();
        var ids = two.Select(pair => pair.Id).Distinct().ToArray();
        var rows = await db.Set<MemorandumParty>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.MemorandumId))
            .OrderBy(p => p.Position).ThenBy(p => p.Id).Select(p => new { p.MemorandumId, p.OrganisationId }).ToListAsync(cancellationToken);
        return rows.Where(p => !two.Contains((p.MemorandumId, p.OrganisationId))).ToLookup(p => p.MemorandumId, p => p.OrganisationId);
    }

    /// <summary>Memoranda that this organisation signed, whichever party it is.</summary>
    public static IQueryable<Memorandum> SignedBy(this AppDbContext db, Guid organisationId) => db.Set<Memorandum>()
        .Where(m => m.PartyAId == organisationId || m.PartyBId == organisationId || db.Set<MemorandumParty>().Any(p => p.MemorandumId == m.Id && p.OrganisationId == organisationId));

    /// <returns>Every organisation on record that signed, once each: after a merge one may stand in two places.</returns>
    public static IReadOnlyList<Guid> PartiesOf(this ILookup<Guid, Guid> further, Memorandum memorandum) =>
        [.. further[memorandum.Id].Prepend(memorandum.PartyBId).Prepend(memorandum.PartyAId).Distinct()];

    /// <returns>The parties that are not on record, as they were written.</returns>
    public static IReadOnlyList<string> UnrecordedParties(this Memorandum memorandum) =>
        memorandum.OtherParties?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
