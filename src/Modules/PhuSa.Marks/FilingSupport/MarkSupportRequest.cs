using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Register;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using static PhuSa.Marks.FilingSupport.SupportRequestAction;
using static PhuSa.Marks.FilingSupport.SupportRequestStatus;

namespace PhuSa.Marks.FilingSupport;

internal enum SupportRequestStatus
{
    Requested,
    Agreed,
    Contracted,
    Declined,
    TakenBack,
}

internal enum SupportRequestAction
{
    AgreeInPrinciple,
    SignContract,
    Decline,
    TakeBack,
}

/// <summary>The moves of a request: nothing is signed before somebody agreed in principle. With the contract the request has done its work.</summary>
internal static class SupportRequestFlow
{
    public static Flow<SupportRequestStatus, SupportRequestAction> Table { get; } = new(
        new()
        {
            [Requested] = new(Counts: false, Final: false, WaitsOn: "Sở Khoa học và Công nghệ", "Chờ chủ trương", "Đã gửi đề nghị", "going"),
            [Agreed] = new(Counts: false, Final: false, WaitsOn: "Hai bên", "Đã đồng ý về nguyên tắc", "Đã đồng ý về nguyên tắc", "going"),
            [Contracted] = new(Counts: false, Final: true, WaitsOn: null, "Đã ký hợp đồng", "Đã ký hợp đồng", "good"),
            [Declined] = new(Counts: false, Final: true, WaitsOn: null, "Không hỗ trợ", "Không được hỗ trợ", "stop"),
            [TakenBack] = new(Counts: false, Final: true, WaitsOn: null, "Đã rút đề nghị", "Đã rút đề nghị", "ended"),
        },
        new(Requested, AgreeInPrinciple, Agreed),
        new(Agreed, SignContract, Contracted),
        new(Requested, Decline, Declined),
        new(Agreed, Decline, Declined),
        new(Requested, TakeBack, TakenBack),
        new(Agreed, TakeBack, TakenBack));

    /// <summary>The move in Vietnamese; the key of its English.</summary>
    public static string Of(SupportRequestAction action) => action switch
    {
        AgreeInPrinciple => "Ghi đồng ý về nguyên tắc",
        SignContract => "Ghi hợp đồng đã ký",
        Decline => "Ghi không hỗ trợ",
        TakeBack => "Ghi rút đề nghị",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}

/// <summary>What an owner of a mark asks for.</summary>
/// <param name="Amount">đồng; null where no sum is named.</param>
internal sealed record SupportWish(DateOnly AskedOn, long? Amount, string? What, string? Source);

/// <summary>A request that the first filing of a collective mark be paid for, before there is a contract.</summary>
internal sealed class MarkSupportRequest : Aggregate<SupportRequestStatus, SupportRequestAction>, IJournaled
{
    public const int WhatMaxLength = 2000;

    private readonly List<SupportAct> _acts = [];

    private MarkSupportRequest()
    {
    }

    public MarkSupportRequest(Guid id, Guid markId, SupportWish wish, Actor by, DateTime now)
    {
        Id = id;
        MarkId = markId;
        (AskedOn, AskedAmount, What, Source) = (wish.AskedOn, wish.Amount, wish.What, wish.Source);
        Begin(Requested, by, now);
    }

    public Guid MarkId { get; private init; }

    public DateOnly AskedOn { get; private init; }

    /// <summary>đồng.</summary>
    public long? AskedAmount { get; private init; }

    public string? What { get; private init; }

    public string? Source { get; private init; }

    /// <summary>What came of it; null while there is none.</summary>
    public Guid? ContractId { get; private set; }

    public IReadOnlyList<SupportAct> Acts => _acts;

    public string JournalTitle => $"Đề nghị hỗ trợ ngày {AskedOn:dd/MM/yyyy}";

    protected override Flow<SupportRequestStatus, SupportRequestAction> Table => SupportRequestFlow.Table;

    /// <exception cref="RefusedException">The flow has no such move from here, nothing says why, or the day cannot be.</exception>
    public void Take(SupportRequestAction action, MoveNews news, Actor by, DateTime now)
    {
        news.MustSayWhy(action is Decline or TakeBack);
        news.MustFit(_acts.Select(act => act.On).Append(AskedOn).Max(), now);
        Move(action, by, now, news.Why, news.PaperId);
        _acts.Add(new SupportAct(Steps[^1].Id, news.On, amount: null, news.PaperId));
    }

    /// <exception cref="RefusedException">Nobody agreed yet, nothing says so, or the day cannot be.</exception>
    public void Sign(Guid contractId, MoveNews news, Actor by, DateTime now)
    {
        Take(SignContract, news, by, now);
        ContractId = contractId;
    }

    /// <exception cref="RefusedException">There is no such move, or it has its paper.</exception>
    public void Cite(Guid actId, Guid paperId) => SupportAct.Cite(_acts, actId, paperId);
}

internal sealed class MarkSupportRequestConfiguration : IEntityTypeConfiguration<MarkSupportRequest>
{
    public const string Table = "marks_support_requests";

    public void Configure(EntityTypeBuilder<MarkSupportRequest> builder)
    {
        builder.ToTable(Table);
        builder.IsMoving<MarkSupportRequest, SupportRequestStatus, SupportRequestAction>("marks_support_request_steps");
        builder.Property(r => r.What).HasMaxLength(MarkSupportRequest.WhatMaxLength);
        builder.Property(r => r.Source).HasMaxLength(MarkColumns.SourceMaxLength);
        builder.HasOne<CollectiveMark>().WithMany().HasForeignKey(r => r.MarkId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(r => r.Acts, acts => acts.AreActs("marks_support_request_acts"));
    }
}
