using PhuSa.Marks.Inspections;
using PhuSa.Marks.Moves;
using PhuSa.Platform.Rules;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks.Inspections;

public class InspectionVisitTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Planned --GiveNotice--> Announced
        Planned --CarryOut--> CarriedOut
        Planned --CallOff--> CalledOff
        Announced --GiveNotice--> Announced
        Announced --CarryOut--> CarriedOut
        Announced --CallOff--> CalledOff
        CarriedOut --FindRemedied--> Remedied
        CarriedOut --FindNotRemedied--> NotRemedied
        CarriedOut --Close--> Closed
        Remedied --Close--> Closed
        NotRemedied --FindRemedied--> Remedied
        NotRemedied --Close--> Closed
        """.ReplaceLineEndings("\n"),
        InspectionVisitFlow.Table.ToString());

    public static TheoryData<object, object, bool, bool> EveryMove
    {
        get
        {
            var data = new TheoryData<object, object, bool, bool>();
            foreach (var (unannounced, remedy) in new[] { (false, false), (false, true), (true, false), (true, true) })
            {
                foreach (var status in Enum.GetValues<InspectionVisitStatus>().Where(status => CanBe(status, unannounced, remedy)))
                {
                    foreach (var action in Enum.GetValues<VisitAction>())
                    {
                        data.Add(status, action, unannounced, remedy);
                    }
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(EveryMove))]
    public void Each_move_is_taken_where_the_flow_and_the_kind_of_the_visit_have_it_and_refused_everywhere_else(object status, object action, bool unannounced, bool remedy)
    {
        var (from, move) = ((InspectionVisitStatus)status, (VisitAction)action);
        var visit = At(from, unannounced, remedy);
        var (steps, acts) = (visit.Steps.Count, visit.Acts.Count);
        var hindered = (move, from) switch
        {
            (VisitAction.GiveNotice, _) => unannounced,
            (VisitAction.CarryOut, InspectionVisitStatus.Planned) => !unannounced,
            (VisitAction.FindRemedied or VisitAction.FindNotRemedied, _) => !remedy,
            (VisitAction.Close, InspectionVisitStatus.CarriedOut) => remedy,
            _ => false,
        };

        if (InspectionVisitFlow.Table.Next(from, move) is { } next && !hindered)
        {
            Assert.True(visit.May(move));
            Take(visit, move, remedy);
            Assert.Equal((next, steps + 1, acts + 1), (visit.Status, visit.Steps.Count, visit.Acts.Count));
            Assert.Equal(visit.Steps[^1].Id, visit.Acts[^1].Id);
        }
        else
        {
            Assert.False(visit.May(move));
            Assert.Throws<RefusedException>(() => Take(visit, move, remedy));
            Assert.Equal((from, steps, acts), (visit.Status, visit.Steps.Count, visit.Acts.Count));
        }
    }

    [Fact]
    public void The_gravest_result_of_the_rights_is_the_result_of_the_visit()
    {
        var visit = At(InspectionVisitStatus.Planned, unannounced: true, remedy: false);

        visit.CarryOut(On("2026-06-20"), Outcome([new(First, VisitResult.Passed, null), new(Second, VisitResult.ProposeSuspension, "Sai bao bì")]), By, Now);

        Assert.Equal(VisitResult.ProposeSuspension, visit.Result);
        Assert.Equal([VisitResult.Passed, VisitResult.ProposeSuspension], visit.Rights.Select(right => right.Result!.Value).Order());
    }

    [Theory]
    [InlineData("", "Bao bì", 0, null, null, "ít nhất một người")]
    [InlineData("Lê Thị Mẫu", " ", 0, null, null, "những gì đã kiểm tra")]
    [InlineData("Lê Thị Mẫu", "Bao bì", 1, null, "2026-07-20", "ghi rõ điều đã thấy")]
    [InlineData("Lê Thị Mẫu", "Bao bì", 1, "Thiếu tem", null, "hạn khắc phục")]
    [InlineData("Lê Thị Mẫu", "Bao bì", 1, "Thiếu tem", "2026-06-19", "hạn khắc phục")]
    [InlineData("Lê Thị Mẫu", "Bao bì", 0, null, "2026-07-20", "để trống hạn")]
    public void A_result_names_who_went_what_was_looked_at_what_was_found_and_a_last_day_only_where_one_is_needed(string team, string lookedAt, int result, string? finding, string? until, string sentence)
    {
        var visit = At(InspectionVisitStatus.Planned, unannounced: true, remedy: false);
        var outcome = new VisitOutcome(team, lookedAt, [new(First, (VisitResult)result, finding), new(Second, VisitResult.Passed, null)], until is null ? null : Day(until));

        Assert.Contains(sentence, Assert.Throws<RefusedException>(() => visit.CarryOut(On("2026-06-20"), outcome, By, Now)).Text, StringComparison.Ordinal);
        Assert.Null(visit.CarriedOutOn);
    }

    [Fact]
    public void Every_right_of_the_visit_has_its_result()
    {
        var visit = At(InspectionVisitStatus.Planned, unannounced: true, remedy: false);

        Assert.Contains("từng quyền", Assert.Throws<RefusedException>(() => visit.CarryOut(On("2026-06-20"), Outcome([new(First, VisitResult.Passed, null)]), By, Now)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-07-02", "không thể sau hôm nay")]
    [InlineData("2026-06-09", "không được sớm hơn việc đã ghi gần nhất")]
    public void The_day_of_a_step_is_neither_to_come_nor_before_the_step_before(string day, string sentence)
    {
        var visit = At(InspectionVisitStatus.Announced, unannounced: false, remedy: false);

        Assert.Contains(sentence, Assert.Throws<RefusedException>(() => Take(visit, VisitAction.CarryOut, remedy: false, day)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_day_is_announced_again_and_what_was_announced_is_not_changed_in_silence()
    {
        var visit = At(InspectionVisitStatus.Announced, unannounced: false, remedy: false);
        Assert.Throws<RefusedException>(() => visit.Write(new VisitPlan(Day("2026-08-01"), Unannounced: true, "Lý do khác", null)));

        visit.GiveNotice(On("2026-06-12"), Day("2026-07-10"), "Sổ sản xuất", By, Now);

        Assert.Equal((Day("2026-07-10"), "Sổ sản xuất", 2), (visit.PlannedFor, visit.Prepare, visit.Acts.Count));
    }

    [Fact]
    public void The_holder_is_told_of_an_announced_visit_and_of_an_unannounced_one_only_after_it()
    {
        Assert.False(At(InspectionVisitStatus.Planned, unannounced: false, remedy: false).IsTold);
        Assert.True(At(InspectionVisitStatus.Announced, unannounced: false, remedy: false).IsTold);
        Assert.False(At(InspectionVisitStatus.Planned, unannounced: true, remedy: false).IsTold);
        Assert.False(At(InspectionVisitStatus.CalledOff, unannounced: true, remedy: false).IsTold);
        Assert.True(At(InspectionVisitStatus.CarriedOut, unannounced: true, remedy: false).IsTold);
    }

    [Fact]
    public void A_visit_without_a_right_or_without_a_reason_is_not_planned()
    {
        Assert.Throws<RefusedException>(() => new InspectionVisit(Guid.CreateVersion7(), "KT-2026-001", Guid.Empty, Guid.Empty, [], new VisitCause(), new VisitPlan(Day("2026-06-15"), false, "Định kỳ", null), By, Now));
        Assert.Throws<RefusedException>(() => new InspectionVisit(Guid.CreateVersion7(), "KT-2026-001", Guid.Empty, Guid.Empty, [First], new VisitCause(), new VisitPlan(Day("2026-06-15"), false, " ", null), By, Now));
    }

    private static bool CanBe(InspectionVisitStatus status, bool unannounced, bool remedy) => status switch
    {
        InspectionVisitStatus.Announced => !unannounced,
        InspectionVisitStatus.Remedied or InspectionVisitStatus.NotRemedied => remedy,
        _ => true,
    };

    private static MoveNews On(string day) => new(Day(day), "Lý do của phép thử");

    private static VisitOutcome Outcome(IReadOnlyList<RightFound> rights, string? until = null) => new("Lê Thị Mẫu", "Bao bì, sổ sản xuất", rights, until is null ? null : Day(until));

    private static InspectionVisit At(InspectionVisitStatus status, bool unannounced, bool remedy)
    {
        var visit = new InspectionVisit(Guid.CreateVersion7(), "KT-2026-001", Guid.CreateVersion7(), Guid.CreateVersion7(), [First, Second], new VisitCause(), new VisitPlan(Day("2026-06-15"), unannounced, "Định kỳ", null), By, Now);
        if (status == InspectionVisitStatus.CalledOff)
        {
            visit.CallOff(On("2026-06-10"), By, Now);
            return visit;
        }

        if (status != InspectionVisitStatus.Planned && !unannounced)
        {
            visit.GiveNotice(On("2026-06-10"), Day("2026-06-15"), null, By, Now);
        }

        if (status is InspectionVisitStatus.Planned or InspectionVisitStatus.Announced)
        {
            return visit;
        }

        Take(visit, VisitAction.CarryOut, remedy, "2026-06-20");
        if (status is InspectionVisitStatus.Remedied or InspectionVisitStatus.NotRemedied || (status == InspectionVisitStatus.Closed && remedy))
        {
            Take(visit, status == InspectionVisitStatus.NotRemedied ? VisitAction.FindNotRemedied : VisitAction.FindRemedied, remedy);
        }

        if (status == InspectionVisitStatus.Closed)
        {
            visit.Close(On("2026-06-30"), By, Now);
        }

        return visit;
    }

    private static void Take(InspectionVisit visit, VisitAction action, bool remedy, string day = "2026-06-30")
    {
        switch (action)
        {
            case VisitAction.GiveNotice:
                visit.GiveNotice(On(day), Day("2026-07-05"), null, By, Now);
                break;
            case VisitAction.CarryOut:
                visit.CarryOut(On(day), remedy ? Outcome([new(First, VisitResult.Remedy, "Thiếu tem"), new(Second, VisitResult.Passed, null)], "2026-07-20") : Outcome([new(First, VisitResult.Passed, null), new(Second, VisitResult.Passed, null)]), By, Now);
                break;
            case VisitAction.FindRemedied:
                visit.FindRemedied(On(day), By, Now);
                break;
            case VisitAction.FindNotRemedied:
                visit.FindNotRemedied(On(day), By, Now);
                break;
            case VisitAction.Close:
                visit.Close(On(day), By, Now);
                break;
            default:
                visit.CallOff(On(day), By, Now);
                break;
        }
    }
}
