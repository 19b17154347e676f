using CsCheck;
using PhuSa.Alliance.Memberships;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Alliance;

/// <summary>The terms of a member, computed from decisions and acts.</summary>
public sealed class MembershipHistoryTests
{
    private static readonly DateOnly First = new(2020, 1, 1);

    private static readonly Gen<RecordTime> Times = Gen.OneOf(
        Gen.Int[0, 900].Select(day => RecordTime.Day(First.AddDays(day))),
        Gen.Int[0, 29].Select(month => RecordTime.Month(2020 + (month / 12), (month % 12) + 1)),
        Gen.Const(RecordTime.Unknown));

    private static readonly Gen<Joining> Joinings =
        Gen.Select(Gen.Int[0, 3].Select(i => new[] { "Official", "Associate", "New", "danh-du" }[i]), Times, Times, (memberClass, on, announced) => new Joining(NewId(), NewId(), memberClass, on, announced));

    private static readonly Gen<Happening> Happenings =
        Gen.Select(Gen.Int[0, MembershipFlow.Recorded.Count - 1].Select(i => MembershipFlow.Recorded[i]), Gen.Int[0, 900], (action, day) => new Happening(NewId(), action, First.AddDays(day)));

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Member --Reclassify--> Member
        Member --Suspend--> Suspended
        Member --Withdraw--> Withdrawn
        Member --Exclude--> Excluded
        Suspended --Reclassify--> Member
        Suspended --Restore--> Member
        Suspended --Withdraw--> Withdrawn
        Suspended --Exclude--> Excluded
        Withdrawn --Rejoin--> Member
        Excluded --Rejoin--> Member
        """.ReplaceLineEndings("\n"),
        MembershipFlow.Table.ToString());

    [Fact]
    public void No_organisation_ever_has_two_overlapping_classes() =>
        Gen.Select(Joinings.List[0, 8], Happenings.List[0, 8]).Sample(
            (joinings, happenings) =>
            {
                var history = MembershipHistory.Of(joinings, happenings);

                for (var day = First.AddDays(-40); day < First.AddDays(1000); day = day.AddDays(1))
                {
                    Assert.True(history.Terms.Count(term => term.Covers(day) != Truth.No) <= 1, $"{day}: {string.Join(" | ", history.Terms)}");
                }

                foreach (var (before, after) in history.Terms.Zip(history.Terms.Skip(1)))
                {
                    Assert.True(before.To is { } last && after.Earliest is { } first && last < first, $"{before} | {after}");
                }
            },
            iter: 400);

    [Fact]
    public void Whoever_stands_as_a_member_stands_in_one_class_and_whoever_left_in_none() =>
        Gen.Select(Joinings.List[0, 6], Happenings.List[0, 6], Gen.Int[0, 1000]).Sample(
            (joinings, happenings, day) =>
            {
                var standing = MembershipHistory.Of(joinings, happenings).On(First.AddDays(day));

                Assert.Equal(standing.IsMember || standing.IsUnknown, standing.Term is not null);
            },
            iter: 2000);

    [Fact]
    public void Point_18_a_member_is_one_from_the_day_of_signing_and_not_from_the_ceremony()
    {
        var history = MembershipHistory.Of([Joined("Official", new(2020, 6, 30), announced: new(2020, 7, 9))], []);

        Assert.Null(history.On(new(2020, 6, 29)).State);
        Assert.Equal(MembershipState.Member, history.On(new(2020, 6, 30)).State);
    }

    [Fact]
    public void Where_the_day_of_signing_is_not_known_nobody_says_no_before_the_ceremony_and_yes_after_it()
    {
        var history = MembershipHistory.Of([new Joining(NewId(), NewId(), "New", RecordTime.Unknown, RecordTime.Day(new(2020, 7, 9)))], []);

        Assert.True(history.On(new(2020, 7, 8)).IsUnknown);
        Assert.Equal(MembershipState.Member, history.On(new(2020, 7, 9)).State);
        Assert.False(history.Terms.Single().From.IsKnown);
    }

    [Fact]
    public void A_new_member_becomes_official_by_a_decision_and_the_day_before_is_the_last_of_the_old_class()
    {
        var history = MembershipHistory.Of([Joined("New", new(2020, 1, 1)), Joined("Official", new(2021, 1, 1))], []);

        Assert.Equal([("New", new DateOnly(2020, 12, 31)), ("Official", (DateOnly?)null)], history.Terms.Select(term => (term.ClassCode, term.To)));
        Assert.Equal(MembershipAction.Reclassify, history.Terms[0].EndedBy);
        Assert.Equal("New", history.On(new(2020, 12, 31)).Term!.ClassCode);
        Assert.Equal("Official", history.On(new(2021, 1, 1)).Term!.ClassCode);
    }

    [Fact]
    public void Whoever_is_suspended_is_a_member_still_and_whoever_leaves_is_none_from_that_day_until_a_new_term()
    {
        var history = MembershipHistory.Of(
            [Joined("Official", new(2020, 1, 1)), Joined("Official", new(2023, 1, 1))],
            [Happened(MembershipAction.Suspend, new(2020, 6, 1)), Happened(MembershipAction.Restore, new(2020, 9, 1)), Happened(MembershipAction.Exclude, new(2021, 1, 1))]);

        Assert.Equal(
            [null, MembershipState.Member, MembershipState.Suspended, MembershipState.Member, MembershipState.Excluded, MembershipState.Excluded, MembershipState.Member],
            new DateOnly[] { new(2019, 12, 31), new(2020, 5, 31), new(2020, 8, 31), new(2020, 9, 1), new(2021, 1, 1), new(2022, 12, 31), new(2023, 1, 1) }.Select(day => history.On(day).State));
        Assert.Equal(2, history.Terms.Count);
    }

    [Fact]
    public void Only_a_row_before_which_it_was_no_member_admits_it()
    {
        Joining[] joinings = [Joined("New", new(2020, 1, 1)), Joined("Official", new(2021, 1, 1)), Joined("Official", new(2022, 1, 1)), Joined("Official", new(2024, 1, 1))];
        var history = MembershipHistory.Of(joinings, [Happened(MembershipAction.Withdraw, new(2023, 1, 1))]);

        Assert.Equal([joinings[0].AdmissionId, joinings[3].AdmissionId], history.Entries);
    }

    [Fact]
    public void An_act_before_what_happened_last_is_refused_and_one_that_does_not_fit_too()
    {
        var history = MembershipHistory.Of([Joined("Official", new(2024, 1, 1))], []);
        var today = new DateOnly(2026, 7, 1);

        Assert.Throws<RefusedException>(() => Act(MembershipAction.Suspend, new(2023, 12, 31)));
        Assert.Throws<RefusedException>(() => Act(MembershipAction.Suspend, today.AddDays(1)));
        Assert.Throws<RefusedException>(() => Act(MembershipAction.Restore, today));
        Assert.Throws<RefusedException>(() => Act(MembershipAction.Rejoin, today));
        Act(MembershipAction.Withdraw, today);

        void Act(MembershipAction action, DateOnly on) => new Membership(NewId(), "to-chuc").Record(history, "HTX Mẫu", action, new MembershipNews(on, "Đơn", "Lý do"), today, AllianceHouse.By, DateTime.UnixEpoch);
    }

    [Fact]
    public void Admission_into_the_class_one_is_in_is_refused()
    {
        var history = MembershipHistory.Of([Joined("Official", new(2024, 1, 1))], []);
        var membership = new Membership(NewId(), "to-chuc");

        Assert.Throws<RefusedException>(() => membership.Admit(history, "HTX Mẫu", "Official", new(2025, 1, 1), new(2026, 1, 1), NewId(), AllianceHouse.By, DateTime.UnixEpoch));
        membership.Admit(history, "HTX Mẫu", "Associate", new(2025, 1, 1), new(2026, 1, 1), NewId(), AllianceHouse.By, DateTime.UnixEpoch);

        Assert.Equal("Reclassify", membership.Steps.Single().Action);
    }

    private static Joining Joined(string memberClass, DateOnly on, DateOnly? announced = null) =>
        new(NewId(), NewId(), memberClass, RecordTime.Day(on), announced is { } day ? RecordTime.Day(day) : RecordTime.Unknown);

    private static Happening Happened(MembershipAction action, DateOnly on) => new(NewId(), action, on);

    private static Guid NewId() => Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
}
