using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary>The sums of a support contract (whole đồng) and when they came about; null or unknown where the source does not tell.</summary>
/// <param name="Value">What the contract promises.</param>
/// <param name="Paid">All that was paid under it.</param>
/// <param name="Liquidated">The total that both sides settle in the liquidation record.</param>
/// <param name="Returned">What of the payments went back at the liquidation; null where none is told.</param>
internal sealed record ContractMoney(long? Value, long? Paid, RecordTime PaidOn, RecordTime AcceptedOn, long? Liquidated, RecordTime LiquidatedOn, long? Returned = null)
{
    /// <summary>A source often tells only some of the sums: what is known has to balance, what is missing is not guessed.</summary>
    /// <exception cref="RefusedException">Known sums or days contradict each other or the status.</exception>
    public void MustFit(ContractStatus status)
    {
        MustHaveHappened(status);
        NotMore(Paid, Value, "Số tiền đã chi ({0} đồng) lớn hơn giá trị hợp đồng ({1} đồng).");
        NotMore(Liquidated, Value, "Số tiền thanh lý ({0} đồng) lớn hơn giá trị hợp đồng ({1} đồng).");
        if (Returned is { } returned && Paid is { } all && (returned > all || (Liquidated is { } settled && settled != all - returned)))
        {
            throw new RefusedException("Số tiền thanh lý cộng số tiền hoàn trả ({0} đồng) phải bằng tổng số tiền đã chi ({1} đồng).", Dong.Figures((Liquidated ?? 0) <= long.MaxValue - returned ? (Liquidated ?? 0) + returned : long.MaxValue), Dong.Figures(all));
        }

        if (Returned is null && Paid is { } paid && Liquidated is { } liquidated && paid != liquidated)
        {
            throw new RefusedException("Số tiền thanh lý ({0} đồng) phải bằng tổng số tiền đã chi ({1} đồng).", Dong.Figures(liquidated), Dong.Figures(paid));
        }

        if (Before(LiquidatedOn, PaidOn) || Before(LiquidatedOn, AcceptedOn))
        {
            throw new RefusedException("Ngày thanh lý không được sớm hơn ngày chi và ngày nghiệm thu.");
        }
    }

    private void MustHaveHappened(ContractStatus status)
    {
        if (status < ContractStatus.Paid && (Paid is not null || PaidOn.IsKnown))
        {
            throw new RefusedException("Hợp đồng chưa chi thì chưa có số tiền chi và ngày chi.");
        }

        if (status < ContractStatus.Accepted && AcceptedOn.IsKnown)
        {
            throw new RefusedException("Hợp đồng chưa nghiệm thu thì chưa có ngày nghiệm thu.");
        }

        if (status < ContractStatus.Liquidated && (Liquidated is not null || Returned is not null || LiquidatedOn.IsKnown))
        {
            throw new RefusedException("Hợp đồng chưa thanh lý thì chưa có số tiền thanh lý và ngày thanh lý.");
        }
    }

    private static void NotMore(long? part, long? whole, string sentence)
    {
        if (part > whole)
        {
            throw new RefusedException(sentence, Dong.Figures(part.Value), Dong.Figures(whole.Value));
        }
    }

    private static bool Before(RecordTime later, RecordTime earlier) => later.To < earlier.From;
}
