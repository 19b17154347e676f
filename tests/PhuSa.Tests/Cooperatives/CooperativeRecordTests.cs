using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Cooperatives;

/// <summary>The record of a cooperative: what is not known stays unknown, and its status moves only by its table.</summary>
public sealed class CooperativeRecordTests
{
    private static readonly Actor By = new("Cán bộ", "Liên minh");
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 7, 1);

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Unknown --Activate--> Active
        Unknown --Pause--> Suspended
        Unknown --StartDissolving--> Dissolving
        Unknown --Dissolve--> Dissolved
        Unknown --MergeInto--> MergedInto
        Unknown --SplitInto--> SplitInto
        Active --Pause--> Suspended
        Active --StartDissolving--> Dissolving
        Active --Dissolve--> Dissolved
        Active --MergeInto--> MergedInto
        Active --SplitInto--> SplitInto
        Active --Correct--> Unknown
        Suspended --Reopen--> Active
        Suspended --StartDissolving--> Dissolving
        Suspended --Dissolve--> Dissolved
        Suspended --MergeInto--> MergedInto
        Suspended --SplitInto--> SplitInto
        Suspended --Correct--> Unknown
        Dissolving --Reopen--> Active
        Dissolving --Dissolve--> Dissolved
        Dissolving --Correct--> Unknown
        Dissolved --Correct--> Unknown
        MergedInto --Correct--> Unknown
        SplitInto --Correct--> Unknown
        Active --TellDay--> Active
        Suspended --TellDay--> Suspended
        Dissolving --TellDay--> Dissolving
        Dissolved --TellDay--> Dissolved
        MergedInto --TellDay--> MergedInto
        SplitInto --TellDay--> SplitInto
        """.ReplaceLineEndings("\n"),
        CooperativeFlow.Table.ToString());

    [Fact]
    public void Only_an_active_cooperative_counts_as_active_and_an_unknown_one_does_not() =>
        Assert.Equal([CooperativeStatus.Active], CooperativeFlow.Table.Counting);

    [Fact]
    public void A_new_record_knows_nothing_and_says_nowhere_zero_or_no()
    {
        var cooperative = New();

        Assert.Equal((CooperativeStatus.Unknown, null, null, null, null), (cooperative.Status, cooperative.StatusOn, cooperative.RegistrationNumber, cooperative.Sector, cooperative.PlaceId));
        Assert.False(cooperative.Founded.IsKnown);
        Assert.Empty(cooperative.Steps);
        Assert.Empty(cooperative.PublicItems);
        var year = new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, 2025);
        Assert.Equal((null, null, null, null, null), ((int?)year.OfficialMembers, (int?)year.CapitalLinkedMembers, (int?)year.LinkedMembers, (long?)year.Capital, (long?)year.Revenue));
        year.Describe(new YearContent(OfficialMembers: 7, CapitalLinkedMembers: null, LinkedMembers: 3, Capital: null, Revenue: null, Source: null));
        Assert.Null(year.AllMembers);
    }

    [Fact]
    public void A_move_keeps_its_date_its_paper_its_reason_and_its_author()
    {
        var cooperative = New();

        cooperative.Change(CooperativeAction.Pause, new StatusNews(new DateOnly(2026, 5, 4), "Thông báo 12/TB-PTCKH", "Tạm ngừng theo đề nghị", []), Today, By, Now);

        var (step, move) = (Assert.Single(cooperative.Steps), Assert.Single(cooperative.Moves));
        Assert.Equal((CooperativeStatus.Suspended, new DateOnly(2026, 5, 4)), (cooperative.Status, cooperative.StatusOn));
        Assert.Equal(("Cán bộ", Now, "Tạm ngừng theo đề nghị"), (step.By, step.At, step.Why));
        Assert.Equal((step.Id, new DateOnly(2026, 5, 4), "Thông báo 12/TB-PTCKH"), (move.StepId, move.On, move.Source));
    }

    [Fact]
    public void A_move_without_a_date_has_none_and_not_today()
    {
        var cooperative = New();

        cooperative.Change(CooperativeAction.Activate, new StatusNews(On: null, Source: null, "Nghe báo", []), Today, By, Now);

        Assert.Null(cooperative.StatusOn);
    }

    [Fact]
    public void A_move_is_neither_in_the_future_nor_before_the_founding()
    {
        var cooperative = New();
        cooperative.Describe(new CooperativeContent { Founded = RecordTime.Month(2015, 10) });

        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.Activate, News(Today.AddDays(1)), Today, By, Now));
        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.Activate, News(new DateOnly(2015, 9, 30)), Today, By, Now));
        cooperative.Change(CooperativeAction.Activate, News(new DateOnly(2015, 10, 1)), Today, By, Now);
    }

    [Fact]
    public void A_merger_names_the_one_that_takes_over_and_never_itself()
    {
        var (cooperative, other) = (New(), Guid.CreateVersion7());

        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.MergeInto, News(Today), Today, By, Now));
        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.MergeInto, News(Today, cooperative.Id), Today, By, Now));
        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.MergeInto, News(Today, other, Guid.CreateVersion7()), Today, By, Now));
        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.Activate, News(Today, other), Today, By, Now));
        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.SplitInto, News(Today), Today, By, Now));
        Assert.Empty(cooperative.Steps);

        cooperative.Change(CooperativeAction.MergeInto, News(Today, other), Today, By, Now);
        Assert.Equal([other], cooperative.Moves[0].IntoIds);
        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.Activate, News(Today), Today, By, Now));

        cooperative.Change(CooperativeAction.Correct, News(on: null), Today, By, Now);
        Assert.Equal((CooperativeStatus.Unknown, null), (cooperative.Status, cooperative.StatusOn));
    }

    [Fact]
    public void A_consent_is_by_field_and_can_be_taken_back()
    {
        var cooperative = New();
        cooperative.Agree([PublicItem.Phone, PublicItem.Founded, PublicItem.Phone], Today, "Phiếu đồng ý");
        Assert.True(cooperative.Shows(PublicItem.Phone));
        Assert.False(cooperative.Shows(PublicItem.Revenue));

        cooperative.Agree([], Today, "Đơn rút đồng ý");
        Assert.False(cooperative.Shows(PublicItem.Phone));
    }

    private static Cooperative New() => new(Guid.CreateVersion7(), "htx-mot");

    private static StatusNews News(DateOnly? on, params Guid[] into) => new(on, Source: null, Why: "vì", into);
}
