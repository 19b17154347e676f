using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Memoranda;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Alliance;

public class AllianceFlowTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Officer = new("Văn phòng Liên minh");
    private static readonly RecordTime Ceremony = RecordTime.Day(new DateOnly(2020, 7, 9));

    [Fact]
    public void The_flow_of_a_decision_is_exactly_this() => Assert.Equal(
        """
        Signed --Announce--> Announced
        Signed --Void--> Voided
        Announced --Void--> Voided
        Announced --Retract--> Signed
        Signed --PutBack--> Signed
        Announced --PutBack--> Announced
        Preparing --Sign--> Signed
        Preparing --Drop--> Dropped
        """.ReplaceLineEndings("\n"),
        DecisionFlow.Table.ToString());

    [Fact]
    public void The_flow_of_a_memorandum_is_exactly_this()
    {
        Assert.Equal(
            """
            Signed --End--> Ended
            Signed --Extend--> Signed
            Signed --Breach--> Breached
            Breached --End--> Ended
            Breached --Extend--> Signed
            Breached --Reopen--> Signed
            Ended --Reopen--> Signed
            Signed --Disown--> Mistaken
            Ended --Disown--> Mistaken
            Breached --Disown--> Mistaken
            Mistaken --Reopen--> Signed
            """.ReplaceLineEndings("\n"),
            MemorandumFlow.Table.ToString());
        Assert.Equal([MemorandumStatus.Signed, MemorandumStatus.Ended, MemorandumStatus.Breached], MemorandumFlow.Table.Counting);
    }

    [Fact]
    public void A_voided_decision_stays_and_counts_no_more()
    {
        var decision = Decision(DecisionStatus.Announced, Ceremony);

        Assert.Throws<RefusedException>(() => decision.Void(Officer, Now, " "));
        decision.Void(Officer, Now, "Ghi trùng số");

        Assert.Equal("Ghi trùng số", decision.Steps[^1].Why);
        Assert.Equal([DecisionStatus.Signed, DecisionStatus.Announced], DecisionFlow.Table.Counting);
        Assert.Throws<RefusedException>(() => decision.Announce(Ceremony, Officer, Now));
    }

    [Fact]
    public void Point_18_a_decision_takes_effect_by_its_signature_and_not_by_the_ceremony()
    {
        var signed = RecordTime.Day(new DateOnly(2020, 6, 30));
        var decision = Decision(DecisionStatus.Signed, RecordTime.Unknown, signed);

        decision.Announce(Ceremony, Officer, Now);

        Assert.Equal((signed, Ceremony), (decision.EffectiveOn, decision.AnnouncedOn));
        Assert.False(Decision(DecisionStatus.Announced, Ceremony).EffectiveOn.IsKnown);
    }

    [Fact]
    public void Point_18_a_decision_is_not_announced_before_it_is_signed()
    {
        var later = RecordTime.Day(new DateOnly(2020, 7, 10));

        Assert.Throws<RefusedException>(() => Decision(DecisionStatus.Announced, Ceremony, later));
        var decision = Decision(DecisionStatus.Signed, RecordTime.Unknown, later);
        Assert.Throws<RefusedException>(() => decision.Announce(Ceremony, Officer, Now));
        Assert.Equal(DecisionStatus.Signed, decision.Status);
    }

    [Fact]
    public void A_decision_that_is_only_signed_has_no_day_of_announcing() =>
        Assert.Throws<RefusedException>(() => Decision(DecisionStatus.Signed, Ceremony));

    [Fact]
    public void Point_17_the_classes_of_the_alliance_are_its_own() => Assert.Equal(
        ["thành viên chính thức", "thành viên liên kết", "thành viên mới"],
        MemberClassConfiguration.Seeded.Select(seeded => seeded.Name));

    [Theory]
    [InlineData(AwardScope.Collective, true, null, true)]
    [InlineData(AwardScope.Collective, false, "Phòng Kế hoạch", true)]
    [InlineData(AwardScope.Collective, false, null, false)]
    [InlineData(AwardScope.Collective, true, "Phòng Kế hoạch", false)]
    [InlineData(AwardScope.Individual, false, "Nguyễn Văn Mẫu", true)]
    [InlineData(AwardScope.Individual, true, "Nguyễn Văn Mẫu", true)]
    [InlineData(AwardScope.Individual, true, null, false)]
    public void Point_22_an_award_names_a_collective_or_a_person(object scope, bool organisation, string? name, bool accepted)
    {
        var award = new Award(NewId(), "khen-mau", NewId());

        var refused = Record.Exception(() => award.Describe(AwardLevel.Province, AwardForm.MeritCertificate, (AwardScope)scope, organisation ? NewId() : null, name, null, null));

        Assert.Equal(accepted, refused is null);
    }

    [Fact]
    public void Point_22_a_person_s_name_is_not_public()
    {
        var award = new Award(NewId(), "khen-mau", NewId());

        award.Describe(AwardLevel.ProvincialAlliance, AwardForm.Commendation, AwardScope.Individual, null, "Nguyễn Văn Mẫu", null, null);

        Assert.False(award.IsPublic);
    }

    [Fact]
    public void A_memorandum_has_two_different_parties_and_ends_once()
    {
        var (one, other) = (NewId(), NewId());
        var facts = new MemorandumFacts("Bản ghi nhớ", Ceremony, null, null, null, null);

        Assert.Throws<RefusedException>(() => new Memorandum(NewId(), "bgn", one, one, facts, MemorandumStatus.Signed, Officer, Now));
        var memorandum = new Memorandum(NewId(), "bgn", one, other, facts, MemorandumStatus.Signed, Officer, Now);
        memorandum.End(null, Officer, Now, "Hết thời hạn");
        Assert.Throws<RefusedException>(() => memorandum.End(null, Officer, Now, null));
        Assert.Equal(["Record", "End"], memorandum.Steps.Select(s => s.Action));
    }

    private static Guid NewId() => Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    private static AdmissionDecision Decision(DecisionStatus status, RecordTime announcedOn, RecordTime? signedOn = null) => new(
        NewId(), "qd-mau", new DecisionFacts(NewId(), signedOn ?? RecordTime.Unknown, announcedOn, ListKnown: false, null, null), status, Officer, Now);
}
