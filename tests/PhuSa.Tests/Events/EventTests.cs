using PhuSa.Events.Events;
using PhuSa.Events.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Events;

public sealed class EventTests
{
    private static readonly Actor By = new("Người thử");
    private static readonly DateTime Now = App.Start.UtcDateTime;

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Planned --Hold--> Held
        Planned --Cancel--> Cancelled
        """,
        EventFlow.Table.ToString(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Only_an_event_that_was_held_counts() => Assert.Equal([EventStatus.Held], EventFlow.Table.Counting);

    [Fact]
    public void A_planned_event_is_held_once_and_leaves_a_step()
    {
        var planned = New(EventStatus.Planned);

        planned.Hold(By, Now);

        Assert.Equal(EventStatus.Held, planned.Status);
        Assert.Equal(["Record", "Hold"], planned.Steps.Select(step => step.Action));
        Assert.Throws<RefusedException>(() => planned.Hold(By, Now));
    }

    [Fact]
    public void An_event_that_was_held_cannot_be_cancelled() =>
        Assert.Throws<RefusedException>(() => New(EventStatus.Held).Cancel(By, Now, "Trời mưa"));

    [Fact]
    public void An_event_is_cancelled_with_a_reason()
    {
        var planned = New(EventStatus.Planned);

        Assert.Throws<RefusedException>(() => planned.Cancel(By, Now, " "));
        planned.Cancel(By, Now, "Trời mưa");

        Assert.Equal("Trời mưa", planned.Steps[^1].Why);
    }

    [Fact]
    public void A_corrected_topic_needs_the_topic_it_corrects() =>
        Assert.Throws<RefusedException>(() => New(EventStatus.Held, topic: null, displayTopic: "tự động"));

    [Fact]
    public void A_topic_keeps_its_letters_beside_the_corrected_one()
    {
        var held = New(EventStatus.Held, "tự đông", "tự động");

        Assert.Equal("tự đông", held.Topic);
        Assert.Equal("tự động", held.DisplayTopic);
    }

    [Theory]
    [InlineData(1, 3, 33)]
    [InlineData(2, 3, 67)]
    [InlineData(1, 200, 1)]
    [InlineData(1, 201, 0)]
    [InlineData(7, 7, 100)]
    public void A_rate_is_rounded_to_a_whole_percent(long part, long whole, long percent) =>
        Assert.Equal(percent, AttendanceRate.Percent(part, whole));

    private static Event New(EventStatus status, string? topic = "Sấy nông sản", string? displayTopic = null) => new(
        Guid.CreateVersion7(App.Start),
        "su-kien",
        status,
        new EventDetails(EventKind.Workshop, "Hội thảo", topic, displayTopic, null, null, null, RecordTime.Unknown, null, null),
        By,
        Now);
}
