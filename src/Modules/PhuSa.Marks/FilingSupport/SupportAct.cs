using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.FilingSupport;

/// <summary>What an officer says of a move of a request or a contract.</summary>
/// <param name="On">The day on which it happened, as the paper says.</param>
/// <param name="PaperId">Null where the paper is still to come.</param>
internal sealed record SupportNews(DateOnly On, string? Why, Guid? PaperId)
{
    /// <exception cref="RefusedException">Nothing says so, or the day is ahead, or before the last.</exception>
    public void MustFit(bool needsReason, DateOnly? last, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(Why) && (needsReason || PaperId is null))
        {
            throw new RefusedException(needsReason ? "Ghi lý do của việc này." : "Ghi căn cứ của việc này, hoặc số văn bản.");
        }

        if (On > DateOnly.FromDateTime(VietnamTime.Local(now)))
        {
            throw new RefusedException("Ngày của việc này không thể sau hôm nay.");
        }

        if (last is { } before && On < before)
        {
            throw new RefusedException("Ngày của việc này không được sớm hơn việc đã ghi gần nhất ({0:dd/MM/yyyy}).", before);
        }
    }
}

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
        (acts.FirstOrDefault(act => act.Id == actId && act.PaperId is null) ?? throw new RefusedException("Việc này không có trong hồ sơ, hoặc đã có văn bản.")).PaperId = paperId;
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
