using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.Moves;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.FilingSupport;

/// <summary>The day of a move, what was paid where money moved, and its paper. Written once; only the paper may come later.</summary>
internal sealed class SupportAct
{
    private SupportAct()
    {
    }

    public SupportAct(Guid stepId, DateOnly on, long? amount, Guid? paperId)
    {
        Id = stepId;
        On = on;
        Amount = amount;
        PaperId = paperId;
    }

    /// <summary>The id of its step.</summary>
    public Guid Id { get; private init; }

    public DateOnly On { get; private init; }

    /// <summary>đồng.</summary>
    public long? Amount { get; private init; }

    public Guid? PaperId { get; private set; }

    /// <exception cref="RefusedException">There is no such move, or it has its paper.</exception>
    public static void Cite(IReadOnlyList<SupportAct> acts, Guid actId, Guid paperId) =>
        (acts.FirstOrDefault(act => act.Id == actId && act.PaperId is null) ?? throw MoveNews.HasItsPaper()).PaperId = paperId;
}

internal static class SupportActMapping
{
    public static void AreActs<TRecord>(this OwnedNavigationBuilder<TRecord, SupportAct> acts, string table)
        where TRecord : class
    {
        acts.ToTable(table);
        acts.HasKey(a => a.Id).HasName($"pk_{table}");
        acts.Property(a => a.Id).ValueGeneratedNever();
        acts.Property(a => a.On).HasColumnName("happened_on");
    }
}
