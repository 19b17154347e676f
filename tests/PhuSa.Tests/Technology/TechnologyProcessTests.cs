using PhuSa.Platform.Rules;
using PhuSa.Technology.Processes;

namespace PhuSa.Tests.Technology;

public sealed class TechnologyProcessTests
{
    private static readonly Actor By = new("Người thử");
    private static readonly DateTime Now = App.Start.UtcDateTime;
    private static readonly Guid Cooperative = Guid.CreateVersion7(App.Start);

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Offered --CloseWithoutAdopter--> WithoutAdopter
        WithoutAdopter --OfferAgain--> Offered
        Offered --Adopt--> Adopted
        WithoutAdopter --Adopt--> Adopted
        Adopted --OfferAgain--> Offered
        """,
        AdoptionFlow.Table.ToString(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Point_04_a_process_without_adopter_keeps_its_year_and_reason_and_is_offered_again()
    {
        var process = New(AdoptionState.Offered);

        process.CloseWithoutAdopter(RecordTime.Year(2019), "Chưa có đơn vị đủ điều kiện", By, Now);
        Assert.Equal((RecordTime.Year(2019), "Chưa có đơn vị đủ điều kiện"), (process.AdoptionTime, process.Reason));

        process.OfferAgain(By, Now, "Chuyển sang kế hoạch năm sau");
        Assert.Equal(AdoptionState.Offered, process.Status);
        Assert.Null(process.Reason);
        Assert.Equal("Chưa có đơn vị đủ điều kiện", process.Steps[1].Why);
    }

    [Fact]
    public void A_process_is_adopted_by_somebody()
    {
        var process = New(AdoptionState.WithoutAdopter);

        process.Adopt(Cooperative, RecordTime.Year(2020), By, Now);

        Assert.Equal((AdoptionState.Adopted, (Guid?)Cooperative), (process.Status, process.AdopterId));
        Assert.Throws<RefusedException>(() => process.Adopt(Cooperative, RecordTime.Year(2020), By, Now));
    }

    [Fact]
    public void An_adopted_process_names_its_adopter() =>
        Assert.Throws<RefusedException>(() => New(AdoptionState.Adopted));

    [Fact]
    public void A_process_that_is_not_adopted_names_no_adopter() =>
        Assert.Throws<RefusedException>(() => New(AdoptionState.Offered, adopter: Cooperative));

    [Fact]
    public void Only_a_process_without_adopter_has_a_reason() =>
        Assert.Throws<RefusedException>(() => New(AdoptionState.Offered, reason: "Chưa rõ"));

    private static TechnologyProcess New(AdoptionState state, Guid? adopter = null, string? reason = null) => new(
        Guid.CreateVersion7(App.Start),
        "say-xoai",
        new ProcessDetails("Quy trình sấy xoài", null, null, null, RecordTime.Unknown, null, null),
        state,
        new AdoptionDetails(RecordTime.Unknown, adopter, reason),
        By,
        Now);
}
