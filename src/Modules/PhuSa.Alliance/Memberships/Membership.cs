using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Register;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Memberships;

/// <summary>What an act says besides who recorded it and when.</summary>
/// <param name="On">The first day of the new state.</param>
/// <param name="Source">The paper by which it happened, letter for letter.</param>
internal sealed record MembershipNews(DateOnly On, string Source, string Why);

/// <summary>
/// What happened to the membership of one organisation since it was admitted: suspended, restored, withdrawn, excluded, with day, paper and reason.
/// From when to when it was a member, and in which class, is computed (<see cref="MembershipHistory"/>).
/// </summary>
internal sealed class Membership : IMoving, IJournaled
{
    /// <summary>The step by which a mistaken act is taken out of the count.</summary>
    public const string Revoked = "RevokeAct";

    /// <summary>The step by which it comes off the list of a decision that stands.</summary>
    public const string TakenOff = "TakeOff";

    /// <summary>The step by which it stands again on the list that it had come off by mistake.</summary>
    public const string PutBack = nameof(DecisionAction.PutBack);

    private readonly List<Step> _steps = [];
    private readonly List<MembershipAct> _acts = [];

    private Membership()
    {
    }

    public Membership(Guid organisationId, string code)
    {
        Id = organisationId;
        Code = code;
    }

    /// <summary>The organisation's id: each has one record here, so that two who change it at once cannot both succeed.</summary>
    public Guid Id { get; private init; }

    /// <summary>The organisation's code.</summary>
    public string Code { get; private init; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<Step> Steps => _steps;

    public IReadOnlyList<MembershipAct> Acts => _acts;

    public string JournalTitle => Code;

    /// <summary>Records that it was suspended, restored, let go or excluded.</summary>
    /// <exception cref="RefusedException">It cannot be done from where it stands, or the day lies before something that happened, or ahead.</exception>
    public void Record(MembershipHistory history, string name, MembershipAction action, MembershipNews news, DateOnly today, Actor by, DateTime now)
    {
        MustFollow(history, name, news.On, today);
        if (!MembershipFlow.Recorded.Contains(action))
        {
            throw new RefusedException("Việc này phải có quyết định kết nạp.");
        }

        var step = Take(history, action, news.On, by, now, news.Why, paperId: null);
        _acts.Add(new MembershipAct(step.Id, action, news.On, news.Source));
    }

    /// <summary>A decision admits the organisation, admits it again, or moves it to another class.</summary>
    /// <exception cref="RefusedException">It is in that class already, or the decision was signed before something that happened.</exception>
    public void Admit(MembershipHistory history, string name, string classCode, DateOnly signedOn, DateOnly today, Guid paperId, Actor by, DateTime now)
    {
        MustFollow(history, name, signedOn, today);
        var standing = history.On(signedOn);
        if (standing.Term is { } term && term.ClassCode == classCode)
        {
            throw new RefusedException("Tổ chức {0} đã là thành viên thuộc loại này.", name);
        }

        if (standing.Term is null && standing.State is null)
        {
            _steps.Add(new Step(Aggregate<MembershipState, MembershipAction>.Recorded, from: null, nameof(MembershipState.Member), by, now, why: null, paperId, _steps));
            return;
        }

        Take(history, standing.Term is null ? MembershipAction.Rejoin : MembershipAction.Reclassify, signedOn, by, now, why: null, paperId);
    }

    /// <summary>An act was recorded by mistake: it is as if it had not happened. It stays on record with the reason why it does not count.</summary>
    /// <exception cref="RefusedException">There is no such act, or it was revoked already.</exception>
    public void Revoke(Guid actId, string why, Actor by, DateTime now)
    {
        var act = _acts.Find(known => known.Id == actId && known.RevokedBy is null) ?? throw new RefusedException("Việc này không có trong hồ sơ, hoặc đã được huỷ.");
        var step = new Step(Revoked, from: act.Action.ToString(), Revoked, by, now, why, paperId: null, _steps);
        _steps.Add(step);
        act.Revoke(step.Id);
    }

    /// <summary>The number of a decision that admitted it is void: the term that it began was none.</summary>
    public void Undo(string why, Guid? paperId, Actor by, DateTime now) =>
        _steps.Add(new Step(nameof(DecisionAction.Void), from: null, nameof(DecisionStatus.Voided), by, now, why, paperId, _steps));

    /// <summary>Its row was taken off the list that admitted it: the term that it began was none.</summary>
    public void ComeOff(string why, Guid? paperId, Actor by, DateTime now) => _steps.Add(new Step(TakenOff, from: null, TakenOff, by, now, why, paperId, _steps));

    /// <summary>It had come off its list by mistake: the term that it began is one.</summary>
    public void ComeBack(string why, Guid? paperId, Actor by, DateTime now) => _steps.Add(new Step(PutBack, from: null, PutBack, by, now, why, paperId, _steps));

    private static void MustFollow(MembershipHistory history, string name, DateOnly on, DateOnly today)
    {
        if (on > today)
        {
            throw new RefusedException("Ngày có hiệu lực không thể sau hôm nay.");
        }

        if (on < history.Last)
        {
            throw new RefusedException("Ngày {0:dd/MM/yyyy} sớm hơn việc đã ghi gần nhất của {1} ({2:dd/MM/yyyy}).", on, name, history.Last!);
        }
    }

    private Step Take(MembershipHistory history, MembershipAction action, DateOnly on, Actor by, DateTime now, string? why, Guid? paperId)
    {
        var standing = history.On(on);

        // Whoever is in a term whose first day is not known is a member by the latest paper all the same.
        var from = standing.State ?? (standing.IsUnknown ? MembershipState.Member : throw new RefusedException("Tổ chức này chưa được kết nạp vào ngày đó."));
        var to = MembershipFlow.Table.Next(from, action)
            ?? throw new RefusedException("Không thực hiện được bước này khi hồ sơ đang ở trạng thái “{0}”.", MembershipFlow.Table[from].PublicName);
        var step = new Step(action.ToString(), from.ToString(), to.ToString(), by, now, why, paperId, _steps);
        _steps.Add(step);
        return step;
    }
}

/// <summary>The day and the paper of a step that is no decision of admission. Written once; one that was a mistake is revoked.</summary>
internal sealed class MembershipAct
{
    public const int SourceMaxLength = AllianceColumns.SourceMaxLength;

    private MembershipAct()
    {
    }

    public MembershipAct(Guid stepId, MembershipAction action, DateOnly on, string source)
    {
        Id = stepId;
        Action = action;
        On = on;
        Source = source;
    }

    /// <summary>The id of its step.</summary>
    public Guid Id { get; private init; }

    public MembershipAction Action { get; private init; }

    public DateOnly On { get; private init; }

    public string Source { get; private init; } = "";

    /// <summary>The step that revoked it as a mistake; null while it counts.</summary>
    public Guid? RevokedBy { get; private set; }

    public void Revoke(Guid stepId) => RevokedBy = stepId;
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public const string Table = "alliance_memberships";
    public const string ActTable = "alliance_membership_acts";
    private const int OrganisationCodeMaxLength = 80;

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable(Table);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Code).HasMaxLength(OrganisationCodeMaxLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.OwnsMany(m => m.Steps, steps => steps.AreSteps("alliance_membership_steps"));
        builder.OwnsMany(m => m.Acts, acts =>
        {
            acts.ToTable(ActTable);
            acts.HasKey(a => a.Id).HasName($"pk_{ActTable}");
            acts.Property(a => a.Id).ValueGeneratedNever();
            acts.Property(a => a.Source).HasMaxLength(MembershipAct.SourceMaxLength);
        });
    }
}
